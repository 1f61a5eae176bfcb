import { upperBound } from "#base/binary-search.ts";
import { type TraceTime, traceTime } from "#base/units.ts";
import type { OutsideCount, OutsideWork } from "../model-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";
import { IntervalIndex } from "./interval-index.ts";
import type { OutsideClass } from "./outside-classes.ts";
import type { OutsideColumns } from "./outside-log.ts";
import { OUTSIDE_KINDS, OUTSIDE_PHASES } from "./track-outside.ts";

/** What is under way outside, by position. */
export class OutsideTable {
  readonly #columns: OutsideColumns;
  readonly #trace: Trace;
  readonly #index: IntervalIndex;

  constructor(columns: OutsideColumns, trace: Trace) {
    this.#columns = columns;
    this.#trace = trace;
    this.#index = new IntervalIndex(columns.levels);
  }

  workAt(step: StepIndex, limit: number): OutsideWork[] {
    const begun = upperBound(this.#columns.from, step);
    return this.#index.openAt(step, begun, limit).map((row) => this.#workInRow(row, step));
  }

  countsAt(step: StepIndex): OutsideCount[] {
    return this.#columns.classes.flatMap((alike) => {
      const count = upperBound(alike.begins, step) - upperBound(alike.ends, step);
      if (count === 0) return [];
      return {
        kind: OUTSIDE_KINDS[alike.kind] as OutsideWork["kind"],
        phase: OUTSIDE_PHASES[alike.phase] as OutsideWork["phase"],
        holdsThread: alike.holdsThread === 1,
        count,
        first: this.#firstOf(alike, step),
      };
    });
  }

  #firstOf({ changes, firsts }: OutsideClass, step: StepIndex): OutsideCount["first"] {
    const row = firsts[upperBound(changes, step) - 1] ?? -1;
    if (row < 0) return undefined;
    const start = this.#trace.timeAt(this.#columns.work[row] as StepIndex);
    return { start, due: traceTime(this.#columns.due[row] as number) };
  }

  #workInRow(row: number, step: StepIndex): OutsideWork {
    const takenUp = this.#columns.work[row] as StepIndex;
    const isWorking = takenUp >= 0 && takenUp <= step;
    return {
      kind: OUTSIDE_KINDS[this.#columns.kind[row] as number] as OutsideWork["kind"],
      task: this.#columns.task[row] as TaskId,
      start: this.#trace.timeAt(isWorking ? takenUp : (this.#columns.from[row] as StepIndex)),
      due: isWorking ? knownTime(this.#columns.due[row] as number) : undefined,
      phase: isWorking
        ? "working"
        : (OUTSIDE_PHASES[this.#columns.wait[row] as number] as OutsideWork["phase"]),
      holdsThread: this.#columns.holdsThread[row] === 1,
    };
  }
}

const knownTime = (ms: number): TraceTime | undefined => (Number.isNaN(ms) ? undefined : traceTime(ms));
