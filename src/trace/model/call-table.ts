import type { StepIndex, TaskId } from "../trace.ts";
import type { CallLog } from "./call-log.ts";
import { type Groups, groupRows, rowsOf } from "./group-rows.ts";

/** Which bodies ran inside which, by caller and by body. */
export class CallTable {
  readonly #log: CallLog;
  readonly #byCaller: Groups;
  readonly #byBody: Groups;

  constructor(log: CallLog, taskCount: number) {
    this.#log = log;
    this.#byCaller = groupRows(log.caller.values(), taskCount);
    this.#byBody = groupRows(log.body.values(), taskCount);
  }

  /** The bodies under way inside a task or inside a called body, outermost first; it is the first itself. */
  stackAt(task: TaskId, step: StepIndex): readonly TaskId[] {
    const own = this.#open(this.#byBody, task, step).at(-1);
    if (own === undefined) return [task, ...this.#bodiesOf(task, step)];
    const bodies = this.#bodiesOf(this.#log.caller.at(own), step);
    return bodies.slice(bodies.lastIndexOf(task));
  }

  #bodiesOf(caller: TaskId, step: StepIndex): TaskId[] {
    return this.#open(this.#byCaller, caller, step).map((row) => this.#log.body.at(row));
  }

  #open(groups: Groups, key: number, step: StepIndex): number[] {
    const isOpen = (row: number) => this.#log.from.at(row) <= step && step < this.#log.to.at(row);
    return Array.from(rowsOf(groups, key).filter(isOpen));
  }
}
