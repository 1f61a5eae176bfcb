import { KINDS, type TimeShares } from "./time-shares.ts";

/** What is painted: a cell for each group and each of some equal pieces of a stretch of the run. */
export interface SharesPicture {
  /** Row by row; each becomes the place of a state in `SHARED_STATES`, or `NOTHING`. */
  readonly cells: Uint8Array;
  readonly columns: number;
  /** The stretch, as shares of the whole run; before 0 and after 1 nothing is. */
  readonly from: number;
  readonly to: number;
  /** Number of the first column since the beginning of the run, so that the pattern moves along with the run. */
  readonly firstColumn: number;
  /** Only these columns are painted, from `begin` to `end` - 1; the others are right already. Absent = all. */
  readonly only?: { readonly begin: number; readonly end: number };
}

/** Of a cell in which no task is in any of the states. */
export const NOTHING = KINDS;
const [READY, RUNNING, SUSPENDED, BLOCKED] = [0, 1, 2, 3];

/** Thresholds of a 4 × 4 Bayer matrix: so many of 16 neighbours are under any share as its 16ths. */
const THRESHOLDS = new Float32Array(
  [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((k) => (k + 0.5) / 16),
);

/**
 * Paints the shares so that area is time: a cell shows one state, and of many neighbouring cells as many show a
 * state as lanes spend their time in it. No two are mixed, and what is rare is not lost.
 */
export function paintShares({ groups, bins, sums }: TimeShares, picture: SharesPicture): void {
  const { cells, columns, from, to, firstColumn } = picture;
  const { begin, end } = picture.only ?? { begin: 0, end: columns };
  const width = ((to - from) * bins) / columns;
  // Edge and part of the bin after it, of each column's left end: the same for all groups.
  const edges = new Int32Array(columns + 1);
  const parts = new Float32Array(columns + 1);
  for (let x = 0; x <= columns; x++) {
    const at = Math.min(bins, Math.max(0, from * bins + x * width));
    edges[x] = Math.min(bins - 1, Math.floor(at));
    parts[x] = at - (edges[x] as number);
  }
  for (let group = 0; group < groups; group++) {
    const base = group * (bins + 1) * KINDS;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let x = begin; x <= end; x++) {
      const at = base + (edges[x] as number) * KINDS;
      const part = parts[x] as number;
      const a2 = between(sums[at] as number, sums[at + KINDS] as number, part);
      const b2 = between(sums[at + 1] as number, sums[at + 5] as number, part);
      const c2 = between(sums[at + 2] as number, sums[at + 6] as number, part);
      const d2 = between(sums[at + 3] as number, sums[at + 7] as number, part);
      if (x > begin) {
        // What is left of the threshold when the states' shares are taken from it, one after the other.
        let left = (THRESHOLDS[thresholdOf(group, firstColumn + x)] as number) * width;
        let kind: number = NOTHING;
        left -= b2 - b;
        if (left < 0) kind = RUNNING;
        else {
          left -= d2 - d;
          if (left < 0) kind = BLOCKED;
          else {
            left -= a2 - a;
            if (left < 0) kind = READY;
            else if (left - (c2 - c) < 0) kind = SUSPENDED;
          }
        }
        cells[group * columns + x - 1] = kind;
      }
      a = a2;
      b = b2;
      c = c2;
      d = d2;
    }
  }
}

/** The matrix is sheared, so that even a single row of cells meets all of its thresholds. */
const thresholdOf = (row: number, column: number): number =>
  (((row + (column >> 2)) & 3) << 2) | (column & 3);

const between = (before: number, after: number, part: number): number => before + (after - before) * part;
