import { lowerBound, upperBound } from "#base/binary-search.ts";
import type { Activity, Span, TaskState } from "../model-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";
import { rowsOf } from "./group-rows.ts";
import type { SpanTables, StateColumns } from "./index-spans.ts";
import { IntervalIndex } from "./interval-index.ts";
import { activityOf, SPAN_STATES, stateOf } from "./span-log.ts";

/** The spans of a run, asked by task and by state. */
export class SpanTable {
  readonly #tables: SpanTables;
  readonly #trace: Trace;
  /** By state code. */
  readonly #open: readonly IntervalIndex[];

  constructor(tables: SpanTables, trace: Trace) {
    this.#tables = tables;
    this.#trace = trace;
    this.#open = tables.byState.map((state) => new IntervalIndex(state.levels));
  }

  spanCount(task: TaskId): number {
    const { offsets } = this.#tables.byTask;
    return (offsets[task + 1] ?? 0) - (offsets[task] ?? 0);
  }

  /** Row of the nth span of a task, which must have so many. */
  rowAt(task: TaskId, nth: number): number {
    const { offsets, rows } = this.#tables.byTask;
    return rows[(offsets[task] as number) + nth] as number;
  }

  spanAt(task: TaskId, nth: number): Span {
    const row = this.#rowsOf(task)[nth];
    if (row === undefined) throw new RangeError(`task ${task} has no span ${nth}`);
    return this.#spanInRow(row);
  }

  stateAt(task: TaskId, step: StepIndex): TaskState {
    return this.#stateInRow(this.#rowAt(task, step));
  }

  spanAtStep(task: TaskId, step: StepIndex): Span | undefined {
    const row = this.#rowAt(task, step);
    return row === undefined ? undefined : this.#spanInRow(row);
  }

  /** Whether a task's body has begun and not ended. */
  isUnderWay(task: TaskId, step: StepIndex): boolean {
    const rows = this.#rowsOf(task);
    const nth = this.#rankAt(rows, step);
    const state = this.#stateInRow(rows[nth]);
    // Ready before its first line, or after a wait; or it only waits for a core, or the interpreter.
    if (state === "ready")
      return this.#stateInRow(rows[nth - 1]) === "suspended" || this.#activityInRow(rows[nth]) !== undefined;
    return state === "running" || state === "blocked" || state === "suspended";
  }

  /** How many tasks, main excluded, are in each state. */
  countsAt(step: StepIndex): Record<TaskState, number> {
    const counts = { absent: this.#trace.names.length - 1 } as Record<TaskState, number>;
    const begun = upperBound(this.#tables.from, step);
    for (const [code, state] of SPAN_STATES.entries()) {
      const { rows } = this.#tables.byState[code] as StateColumns;
      const ends = this.#tables.ends[code] as Int32Array;
      counts[state] = lowerBound(rows, begun) - upperBound(ends, step);
      counts.absent -= counts[state];
    }
    return counts;
  }

  /** Tasks in a state, main excluded, in order of their entering (or, `absent`, of their leaving) it. */
  tasksInState(state: TaskState, step: StepIndex, limit: number): readonly TaskId[] {
    if (state === "absent") {
      const { task, at } = this.#tables.arrivals;
      const arrived = upperBound(at, step);
      return Array.from(task.subarray(arrived, arrived + limit));
    }
    const code = SPAN_STATES.indexOf(state);
    const { rows } = this.#tables.byState[code] as StateColumns;
    const begun = lowerBound(rows, upperBound(this.#tables.from, step));
    const open = (this.#open[code] as IntervalIndex).openAt(step, begun, limit);
    return open.map((nth) => this.#tables.task[rows[nth] as number] as TaskId);
  }

  #rowsOf(task: TaskId): Uint32Array {
    return rowsOf(this.#tables.byTask, task);
  }

  #rowAt(task: TaskId, step: StepIndex): number | undefined {
    const rows = this.#rowsOf(task);
    return rows[this.#rankAt(rows, step)];
  }

  /** Which of a task's spans it is in after event `step`; -1 = none yet. The spans of a task leave no gaps. */
  #rankAt(rows: Uint32Array, step: StepIndex): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#tables.from[rows[middle] as number] as StepIndex) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #activityInRow(row: number | undefined): Activity | undefined {
    return row === undefined ? undefined : activityOf(this.#tables.kind[row] as number);
  }

  #stateInRow(row: number | undefined): TaskState {
    return row === undefined ? "absent" : stateOf(this.#tables.kind[row] as number);
  }

  #spanInRow(row: number): Span {
    const from = this.#tables.from[row] as StepIndex;
    const to = this.#tables.to[row] as StepIndex;
    const kind = this.#tables.kind[row] as number;
    const activity = activityOf(kind);
    return {
      task: this.#tables.task[row] as TaskId,
      state: stateOf(kind),
      from,
      to,
      start: this.#trace.timeAt(from),
      end: to < this.#trace.length ? this.#trace.timeAt(to) : this.#trace.end,
      detail: this.#trace.detailAt(from),
      ...(activity !== undefined && { activity }),
    };
  }
}
