import { upperBound } from "#base/binary-search.ts";
import type { PrintedLine } from "../model-types.ts";
import type { StepIndex, Trace } from "../trace.ts";
import { type MomentColumns, NO_TURN } from "./moment-log.ts";

/** The turns, the printed lines and the loop's life, asked by position. */
export class Moments {
  readonly #columns: MomentColumns;
  readonly #trace: Trace;
  #lines: readonly PrintedLine[] | undefined;

  constructor(columns: MomentColumns, trace: Trace) {
    this.#columns = columns;
    this.#trace = trace;
  }

  hasLoopStarted = (step: StepIndex): boolean => step >= this.#columns.loopStart;
  hasLoopStopped = (step: StepIndex): boolean => step >= this.#columns.loopStop;

  /** The loop's turn after event `step`; -1 before the first, and where there is no loop. */
  turnAt(step: StepIndex): number {
    const { turns } = this.#columns;
    const nth = upperBound(turns, step) - 1;
    return nth < 0 ? NO_TURN : this.#trace.turnAt(turns[nth] as StepIndex);
  }

  /** How many lines have been printed after event `step`. */
  printedAt(step: StepIndex): number {
    return upperBound(this.#columns.prints, step);
  }

  /** All printed lines; made when first asked for. */
  lines(): readonly PrintedLine[] {
    this.#lines ??= Array.from(this.#columns.prints, (index) => ({
      index,
      time: this.#trace.timeAt(index),
      task: this.#trace.taskAt(index),
      worker: this.#trace.workerAt(index),
      text: this.#trace.detailAt(index).text ?? "",
    }));
    return this.#lines;
  }
}
