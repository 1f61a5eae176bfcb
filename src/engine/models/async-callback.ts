import { CALLBACK, type ProgramMark } from "#scenario/program-mark.ts";
import type { CallbackSpec } from "#scenario/scenario.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";
import type { Handle } from "../event-loop/event-loop.ts";
import type { DoneCallback } from "../event-loop/future.ts";
import { asPythonError, PythonError } from "../event-loop/python-error.ts";
import type { Task } from "../event-loop/task.ts";
import type { AsyncProgram } from "./async-program.ts";

/** A done-callback of the scenario. One that fails stops nobody: the loop logs the error and goes on. */
export class UserCallback implements DoneCallback, Handle {
  private readonly program: AsyncProgram;
  private readonly task: Task;
  private readonly spec: CallbackSpec;
  private readonly mark: ProgramMark;

  /** `index` = its place among the task's callbacks. */
  constructor(program: AsyncProgram, task: Task, spec: CallbackSpec, index: number) {
    this.program = program;
    this.task = task;
    this.spec = spec;
    this.mark = CALLBACK + index;
  }

  futureDone(): void {
    this.tell("callback_scheduled");
    this.program.loop.callSoon(this);
  }

  run(): void {
    const { ms = 0, reads_result, fail } = this.spec;
    this.tell("callback_called");
    this.program.clock.block(ms);
    try {
      if (reads_result) this.printResult();
      if (fail !== undefined) throw new PythonError("program", fail);
      this.tell("callback_end");
    } catch (caught) {
      this.tell("callback_failed", { error: asPythonError(caught).text });
    }
  }

  private printResult(): void {
    const { error } = this.task;
    if (error !== null) throw error;
    const text = `${this.spec.name} got ${this.program.resultOf(this.task.id)}`;
    const { log } = this.program;
    log.record("print", this.task.id, log.detail({ text }), this.mark);
  }

  private tell(type: EventType, facts: EventDetail = {}): void {
    const { log } = this.program;
    log.record(type, this.task.id, log.detail({ callback: this.spec.name, ...facts }), this.mark);
  }
}
