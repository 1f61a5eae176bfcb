import type { TaskSpec } from "#scenario/scenario.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";
import type { LoopTask } from "./loop-task.ts";
import type { Places } from "./places.ts";
import type { WorkerProgram } from "./worker-program.ts";

/** What bodies share when there is an event loop. */
export interface LoopSide {
  readonly task: LoopTask;
  /** `limit.connections` */
  readonly connections: Places | undefined;
}

/** One body being executed by a task: without a loop, every step of it blocks. */
export class Frame {
  readonly program: WorkerProgram;
  readonly task: string;
  readonly spec: TaskSpec;
  readonly depth: number;
  readonly loop: LoopSide | undefined;

  constructor(program: WorkerProgram, task: string, spec: TaskSpec, depth: number, loop?: LoopSide) {
    this.program = program;
    this.task = task;
    this.spec = spec;
    this.depth = depth;
    this.loop = loop;
  }

  /** The frame of a body that is called in this one. */
  calling(name: string): Frame {
    return new Frame(this.program, this.task, this.program.specOf(name), this.depth + 1, this.loop);
  }

  /** Writes down the first or the last line of this body; a called one is named. */
  printLine(word: "begin" | "end"): void {
    const { name } = this.spec;
    const caller = this.depth > 0 ? { coroutine: name } : {};
    this.program.notebook.mark("print", this.task, { text: `${word} ${name}`, ...caller });
  }

  /** Writes down an event of this body. In a loop, a called body is named in all of its events. */
  tell(type: EventType, detail?: EventDetail, request?: string): void {
    const isNamed = this.depth > 0 && this.loop !== undefined;
    const named = isNamed ? { ...detail, coroutine: this.spec.name } : detail;
    this.program.notebook.mark(type, this.task, named, request);
  }
}
