import type { Frame } from "../frame.ts";
import type { ThreadTrack } from "../thread-track.ts";
import { CELL } from "./draw-shares.ts";
import { countHeld, VALUES } from "./held-times.ts";

/** How a thread was held in the cells of an axis, which are counted from the run's beginning. */
export interface HeldCells {
  /** Which share of a cell's time someone ran on the thread, or blocked it; 0 to 1, and together at most 1. */
  running(cell: number): number;
  blocked(cell: number): number;
  /** Did someone get the thread in this cell, for however short a time? */
  isTouched(cell: number): boolean;
}

/** The cells `first` to `last` - 1, with three numbers for each: running, blocked, touched. */
interface Known {
  readonly pixelsPerMs: number;
  readonly first: number;
  readonly last: number;
  readonly values: Float32Array;
}

const known = new WeakMap<ThreadTrack, Known>();

/** The cells `first` to `last` - 1 of a true axis. While one pans, only those that come into view are counted. */
export function heldCells(
  { model, scale }: Pick<Frame, "model" | "scale">,
  track: ThreadTrack,
  first: number,
  last: number,
): HeldCells {
  const { pixelsPerMs } = scale;
  const values = new Float32Array(Math.max(0, last - first) * VALUES);
  const before = known.get(track);
  let [from, to] = [last, last];
  if (before?.pixelsPerMs === pixelsPerMs && before.first < last && before.last > first) {
    [from, to] = [Math.max(first, before.first), Math.min(last, before.last)];
    const old = before.values.subarray((from - before.first) * VALUES, (to - before.first) * VALUES);
    values.set(old, (from - first) * VALUES);
  }
  const count = (begin: number, end: number) =>
    countHeld(model, track, [begin, end], CELL / pixelsPerMs, values, first);
  if (from > first) count(first, from);
  if (last > to) count(to, last);
  known.set(track, { pixelsPerMs, first, last, values });
  const at = (cell: number, value: number) => values[(cell - first) * VALUES + value] as number;
  return {
    running: (cell) => at(cell, 0),
    blocked: (cell) => at(cell, 1),
    isTouched: (cell) => at(cell, 2) > 0,
  };
}
