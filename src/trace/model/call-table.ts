import type { StepIndex, TaskId } from "../trace.ts";
import type { CallColumns } from "./call-log.ts";
import { type Groups, rowsOf } from "./group-rows.ts";

/** Which bodies ran inside which, asked by task. */
export class CallTable {
  readonly #calls: CallColumns;

  constructor(calls: CallColumns) {
    this.#calls = calls;
  }

  /** The bodies under way inside a task or inside a called body, outermost first; it is the first itself. */
  stackAt(task: TaskId, step: StepIndex): readonly TaskId[] {
    const own = this.#open(this.#calls.byBody, task, step).at(-1);
    if (own === undefined) return [task, ...this.#bodiesOf(task, step)];
    const bodies = this.#bodiesOf(this.#calls.caller[own] as TaskId, step);
    return bodies.slice(bodies.lastIndexOf(task));
  }

  #bodiesOf(caller: TaskId, step: StepIndex): TaskId[] {
    return this.#open(this.#calls.byCaller, caller, step).map((row) => this.#calls.body[row] as TaskId);
  }

  #open(groups: Groups, key: number, step: StepIndex): number[] {
    const { from, to } = this.#calls;
    const isOpen = (row: number) => (from[row] as StepIndex) <= step && step < (to[row] as StepIndex);
    return Array.from(rowsOf(groups, key).filter(isOpen));
  }
}
