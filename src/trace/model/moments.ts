import { upperBound } from "#base/binary-search.ts";
import type { PrintedLine } from "../model-types.ts";
import type { StepIndex, Trace } from "../trace.ts";
import { GrowingColumn } from "./growing-column.ts";

const NO_TURN = -1;

/** What a trace says about the whole run and not about one task: its instants, turns, printed lines, and its loop. */
export class Moments {
  /** The moments at which something happens, ascending, each once. */
  readonly instants: Float64Array;
  /** The first event of the loop's life, and of its rest; Infinity when there is none. */
  readonly loopStart: StepIndex;
  readonly loopStop: StepIndex;
  readonly #trace: Trace;
  /** Events at which the turn changes. */
  readonly #turns = new GrowingColumn();
  readonly #prints = new GrowingColumn();
  #lines: readonly PrintedLine[] | undefined;

  constructor(trace: Trace) {
    this.#trace = trace;
    const instants: number[] = [];
    let loopStart = Number.POSITIVE_INFINITY;
    let loopStop = Number.POSITIVE_INFINITY;
    let lastTime = Number.NEGATIVE_INFINITY;
    let lastTurn = NO_TURN;
    for (let step = 0; step < trace.length; step++) {
      const time = trace.timeAt(step);
      const turn = trace.turnAt(step);
      const type = trace.typeAt(step);
      if (time !== lastTime) instants.push(time);
      if (turn !== NO_TURN && turn !== lastTurn) this.#turns.push(step);
      if (type === "print") this.#prints.push(step);
      if (type === "loop_start") loopStart = step;
      if (type === "loop_stop") loopStop = step;
      lastTime = time;
      if (turn !== NO_TURN) lastTurn = turn;
    }
    this.instants = Float64Array.from(instants);
    this.loopStart = loopStart;
    this.loopStop = loopStop;
  }

  /** The loop's turn after event `step`; -1 before the first, and where there is no loop. */
  turnAt(step: StepIndex): number {
    const nth = upperBound(this.#turns.values(), step) - 1;
    return nth < 0 ? NO_TURN : this.#trace.turnAt(this.#turns.at(nth));
  }

  /** How many lines have been printed after event `step`. */
  printedAt(step: StepIndex): number {
    return upperBound(this.#prints.values(), step);
  }

  /** All printed lines; made when first asked for. */
  lines(): readonly PrintedLine[] {
    this.#lines ??= Array.from(this.#prints.values(), (index) => ({
      index,
      time: this.#trace.timeAt(index),
      task: this.#trace.taskAt(index),
      worker: this.#trace.workerAt(index),
      text: this.#trace.detailAt(index).text ?? "",
    }));
    return this.#lines;
  }
}
