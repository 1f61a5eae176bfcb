import type { EventType } from "../event-types.ts";
import { NOBODY, type StepIndex, type TaskId, type Trace } from "../trace.ts";
import { groupRows, pick } from "./group-rows.ts";
import { GrowingColumn } from "./growing-column.ts";

/** Who was on which core when, sorted by core and then by beginning. Core c is group c - 1. */
export interface CoreColumns {
  /** The rows of core c are `offsets[c - 1] .. offsets[c]`. */
  readonly offsets: Int32Array;
  readonly task: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Writes it down while a trace is read. */
export class CoreLog {
  readonly #trace: Trace;
  readonly #core = new GrowingColumn();
  readonly #task = new GrowingColumn();
  readonly #from = new GrowingColumn();
  readonly #to = new GrowingColumn();
  /** The open rows, by task and by other program's core. */
  readonly #tasks = new Map<TaskId, number>();
  readonly #others = new Map<number, number>();
  #cores = 0;

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  read(step: StepIndex, type: EventType, task: TaskId): void {
    switch (type) {
      case "slice_start":
        if (this.#trace.detailAt(step).core === undefined) return;
        this.#tasks.set(task, this.#open(step, task));
        return;
      case "slice_end":
      case "cpu_end":
        this.#close(this.#tasks, task, step);
        return;
      case "other_start":
        this.#others.set(this.#coreAt(step), this.#open(step, NOBODY));
        return;
      case "other_end":
        this.#close(this.#others, this.#coreAt(step), step);
        return;
      default:
        return;
    }
  }

  finish(): CoreColumns {
    for (const row of [...this.#tasks.values(), ...this.#others.values()])
      this.#to.set(row, this.#trace.length);
    const { offsets, rows } = groupRows(this.#core.values(), this.#cores);
    const arrange = (column: GrowingColumn) => pick(column.values(), rows);
    return { offsets, task: arrange(this.#task), from: arrange(this.#from), to: arrange(this.#to) };
  }

  #coreAt(step: StepIndex): number {
    return this.#trace.detailAt(step).core ?? 1;
  }

  #open(step: StepIndex, task: TaskId): number {
    const core = this.#coreAt(step);
    this.#cores = Math.max(this.#cores, core);
    this.#core.push(core - 1);
    this.#task.push(task);
    this.#from.push(step);
    this.#to.push(-1);
    return this.#core.length - 1;
  }

  #close<Key>(rows: Map<Key, number>, key: Key, step: StepIndex): void {
    const row = rows.get(key);
    if (row === undefined) return;
    this.#to.set(row, step);
    rows.delete(key);
  }
}
