import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { Step, TaskSpec } from "#scenario/scenario.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";
import { type DetailId, NO_DETAIL } from "#trace/recorder-types.ts";
import type { Task } from "../event-loop/task.ts";
import { tellTurn } from "../machine/tell-turn.ts";
import type { AsyncProgram } from "./async-program.ts";

/** One body being executed: what program it belongs to, by which task, and how many calls lie between the two. */
export class Frame {
  readonly program: AsyncProgram;
  readonly task: Task;
  readonly spec: TaskSpec;
  readonly depth: number;
  readonly steps: readonly Step[];
  /** What its events carry when they have no facts of their own: a called body is named in all of its events. */
  private readonly plainDetail: DetailId;

  constructor(program: AsyncProgram, task: Task, spec: TaskSpec, depth: number) {
    this.program = program;
    this.task = task;
    this.spec = spec;
    this.depth = depth;
    this.steps = program.stepLists.shared(spec.steps);
    this.plainDetail = depth === 0 ? NO_DETAIL : program.log.detail({ coroutine: spec.name });
  }

  /** Records that something begins which takes `ms`. */
  tellDuration(type: EventType, mark: ProgramMark, ms: Milliseconds): void {
    const { log } = this.program;
    if (this.depth > 0) this.tell(type, mark, { ms });
    else log.record(type, this.task.id, log.details.duration(ms), mark);
  }

  /** The thread has come back from a blocking call, and goes on when it has a core. */
  awaitTurn(mark: ProgramMark): void {
    this.program.clock.awaitTurn(tellTurn((type, detail) => this.tell(type, mark, detail)));
  }

  /** Records an event of this body. */
  tell(type: EventType, mark: ProgramMark, facts?: EventDetail): void {
    const { log } = this.program;
    let detail = this.plainDetail;
    if (facts !== undefined)
      detail = log.detail(this.depth === 0 ? facts : { ...facts, coroutine: this.spec.name });
    log.record(type, this.task.id, detail, mark);
  }
}
