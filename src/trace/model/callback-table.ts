import type { CallbackMoment } from "../model-types.ts";
import type { StepIndex, TaskId } from "../trace.ts";
import type { CallbackColumns, CallbackRoster } from "./callback-log.ts";

/** The done-callbacks of a run, asked by task and by position. */
export class CallbackTable {
  readonly #columns: CallbackColumns;
  readonly #roster: CallbackRoster;

  constructor(columns: CallbackColumns, roster: CallbackRoster) {
    this.#columns = columns;
    this.#roster = roster;
  }

  nameOf = (row: number): string => this.#roster.names[row] as string;
  taskOf = (row: number): TaskId => this.#columns.task[row] as TaskId;

  momentsOf(task: TaskId, step: StepIndex, limit: number): CallbackMoment[] {
    const moments: CallbackMoment[] = [];
    const end = this.#roster.offsets[task + 1] ?? 0;
    for (let row = this.#roster.offsets[task] ?? end; row < end; row++) {
      if (moments.length === limit || (this.#columns.registered[row] as StepIndex) > step) break;
      moments.push({ task, name: this.nameOf(row), phase: this.#phaseAt(row, step) });
    }
    return moments;
  }

  /** Callbacks of all tasks, in order of registration. */
  momentsAt(step: StepIndex, limit: number): CallbackMoment[] {
    const moments: CallbackMoment[] = [];
    for (const task of this.#columns.registrations) {
      const more = this.momentsOf(task, step, limit - moments.length);
      if (more.length === 0) break;
      moments.push(...more);
    }
    return moments;
  }

  #phaseAt(row: number, step: StepIndex): CallbackMoment["phase"] {
    const { queued, called, ended, failed } = this.#columns;
    if (step >= (ended[row] as StepIndex)) return failed[row] === 1 ? "failed" : "called";
    if (step >= (called[row] as StepIndex)) return "running";
    return step >= (queued[row] as StepIndex) ? "queued" : "registered";
  }
}
