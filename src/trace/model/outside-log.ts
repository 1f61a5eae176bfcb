import type { Milliseconds } from "#base/units.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";
import { GrowingColumn } from "./growing-column.ts";
import { maximaLevels } from "./interval-index.ts";
import { classifyOutside, type OutsideClass } from "./outside-classes.ts";

const NOT_YET = -1;
const NONE: readonly number[] = [];

/**
 * Pieces of outside work in the order in which they begin, one row each: handed over at event `from`, taken up at
 * event `work` (-1 = never), over at the event in the first of `levels` (see `maximaLevels`).
 */
export interface OutsideColumns {
  readonly task: Int32Array;
  /** Index into `OUTSIDE_KINDS`. */
  readonly kind: Int32Array;
  readonly from: Int32Array;
  readonly work: Int32Array;
  /** Index into `OUTSIDE_PHASES`: what it is until it is taken up. */
  readonly wait: Int32Array;
  readonly levels: readonly Int32Array[];
  /** 1 when the task keeps a thread meanwhile. */
  readonly holdsThread: Int32Array;
  /** When it is over in ms, as it was foreseen or turned out; NaN = unknown. */
  readonly due: Float64Array;
  readonly classes: readonly OutsideClass[];
}

/**
 * Writes them down while a trace is read. Those of one task and kind that are not over can be found again; a task may
 * have several, for what it has given up goes on.
 */
export class OutsideLog {
  readonly #task = new GrowingColumn();
  readonly #kind = new GrowingColumn();
  readonly #from = new GrowingColumn();
  readonly #work = new GrowingColumn();
  readonly #to = new GrowingColumn();
  readonly #holdsThread = new GrowingColumn();
  readonly #due: Milliseconds[] = [];
  readonly #open = new Map<TaskId, number[]>();
  readonly #abandoned = new Map<number, StepIndex>();

  begin(task: TaskId, kind: number, step: StepIndex, holdsThread: boolean): number {
    const row = this.#task.length;
    this.#task.push(task);
    this.#kind.push(kind);
    this.#from.push(step);
    this.#work.push(NOT_YET);
    this.#to.push(NOT_YET);
    this.#holdsThread.push(holdsThread ? 1 : 0);
    this.#due.push(Number.NaN);
    return row;
  }

  handedOverAt = (row: number): StepIndex => this.#from.at(row);
  takenUpAt = (row: number): StepIndex => this.#work.at(row);
  dueOf = (row: number): Milliseconds => this.#due[row] as Milliseconds;

  expect(row: number, due: Milliseconds): void {
    this.#due[row] = due;
  }

  /** Whether any piece can be found at all. */
  get hasOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Makes a piece findable by `queued` and `working` until it ends. */
  keep(row: number): void {
    const open = this.#open.get(this.#task.at(row));
    if (open === undefined) this.#open.set(this.#task.at(row), [row]);
    else open.push(row);
  }

  takeUp(row: number, step: StepIndex, due: Milliseconds): void {
    this.#work.set(row, step);
    this.expect(row, due);
  }

  end(row: number, step: StepIndex): void {
    this.#to.set(row, step);
    const task = this.#task.at(row);
    const left = this.#open.get(task)?.filter((each) => each !== row);
    if (left?.length === 0) this.#open.delete(task);
    else if (left !== undefined) this.#open.set(task, left);
  }

  /** Nobody waits for it any more. What is never taken up then counts as withdrawn at this event. */
  abandon(row: number, step: StepIndex): void {
    this.#abandoned.set(row, step);
  }

  /** The task's open pieces of one kind that are waiting to be taken up. */
  queued(task: TaskId, kind: number): readonly number[] {
    return this.#rowsOf(task, kind).filter((row) => this.#work.at(row) === NOT_YET);
  }

  /** The task's open pieces of one kind that are being worked on. */
  working(task: TaskId, kind: number): readonly number[] {
    return this.#rowsOf(task, kind).filter((row) => this.#work.at(row) !== NOT_YET);
  }

  /** @param waitOf what a piece is from its being handed over until it is taken up */
  finish(trace: Trace, waitOf: (kind: number, from: StepIndex, work: StepIndex) => number): OutsideColumns {
    for (let row = 0; row < this.#to.length; row++) {
      if (this.#to.at(row) !== NOT_YET) continue;
      const withdrawn = this.#work.at(row) === NOT_YET ? this.#abandoned.get(row) : undefined;
      this.#to.set(row, withdrawn ?? trace.length);
    }
    const [kind, from, work] = [this.#kind.values(), this.#from.values(), this.#work.values()];
    const columns = {
      task: this.#task.values(),
      kind,
      from,
      work,
      wait: kind.map((each, row) => waitOf(each, from[row] as StepIndex, work[row] as StepIndex)),
      levels: maximaLevels(this.#to.values()),
      holdsThread: this.#holdsThread.values(),
      due: new Float64Array(this.#due),
    };
    return { ...columns, classes: classifyOutside(columns, trace) };
  }

  #rowsOf(task: TaskId, kind: number): readonly number[] {
    const open = this.#open.get(task);
    return open === undefined ? NONE : open.filter((row) => this.#kind.at(row) === kind);
  }
}
