import type { StepIndex } from "../trace.ts";

const FAN_OUT = 16;

/**
 * A tree of maxima over the ends of intervals: level l + 1 holds the greatest of every 16 of level l.
 *
 *     level 1          9               7
 *     level 0   3 9 4 4 … 2     1 7 5 … 6        (to)
 */
export function maximaLevels(to: Int32Array): readonly Int32Array[] {
  const levels = [to];
  for (let below = to; below.length > FAN_OUT; ) {
    below = maximaOf(below);
    levels.push(below);
  }
  return levels;
}

/**
 * Intervals of events, [from, to), in order of `from`, asked which of them are open at a position. By the tree over
 * their ends, the next one that is still open is found in O(log n) however many closed ones lie before it.
 */
export class IntervalIndex {
  readonly #levels: readonly Int32Array[];

  constructor(levels: readonly Int32Array[]) {
    this.#levels = levels;
  }

  /** Of the first `begun` intervals, those open after event `step`, in order of their beginning; at most `limit`. */
  openAt(step: StepIndex, begun: number, limit: number): number[] {
    const open: number[] = [];
    let row = this.#nextEndingAfter(step, 0);
    while (row < begun && open.length < limit) {
      open.push(row);
      row = this.#nextEndingAfter(step, row + 1);
    }
    return open;
  }

  /** The first row >= `row` whose `to` is greater than `step`; Infinity when there is none. */
  #nextEndingAfter(step: StepIndex, row: number): number {
    let index = row;
    for (let level = 0; level < this.#levels.length; level++) {
      const values = this.#levels[level] as Int32Array;
      const blockEnd = Math.min((Math.floor(index / FAN_OUT) + 1) * FAN_OUT, values.length);
      while (index < blockEnd && (values[index] as number) <= step) index++;
      if (index < blockEnd) return this.#descend(level, index, step);
      if (index >= values.length) break;
      index /= FAN_OUT;
    }
    return Number.POSITIVE_INFINITY;
  }

  #descend(level: number, index: number, step: StepIndex): number {
    let found = index;
    for (let below = level - 1; below >= 0; below--) {
      const values = this.#levels[below] as Int32Array;
      found *= FAN_OUT;
      while ((values[found] as number) <= step) found++;
    }
    return found;
  }
}

function maximaOf(values: Int32Array): Int32Array {
  const maxima = new Int32Array(Math.ceil(values.length / FAN_OUT));
  for (let block = 0; block < maxima.length; block++) {
    const end = Math.min((block + 1) * FAN_OUT, values.length);
    let greatest = 0;
    for (let index = block * FAN_OUT; index < end; index++) {
      const value = values[index] as number;
      if (value > greatest) greatest = value;
    }
    maxima[block] = greatest;
  }
  return maxima;
}
