import type { Milliseconds } from "#base/units.ts";
import { lastBegunBy, type ThreadTrack } from "../thread-track.ts";
import type { TimeScale } from "../time-scale.ts";
import { CELL } from "./draw-shares.ts";

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

const VALUES = 3;
const known = new WeakMap<ThreadTrack, Known>();

/** The cells `first` to `last` - 1 of a true axis. While one pans, only those that come into view are counted. */
export function heldCells(track: ThreadTrack, scale: TimeScale, first: number, last: number): HeldCells {
  const { pixelsPerMs } = scale;
  const values = new Float32Array(Math.max(0, last - first) * VALUES);
  const before = known.get(track);
  let [from, to] = [last, last];
  if (before?.pixelsPerMs === pixelsPerMs) {
    [from, to] = [Math.max(first, before.first), Math.min(last, before.last)];
    if (from >= to) [from, to] = [last, last];
    const old = before.values.subarray((from - before.first) * VALUES, (to - before.first) * VALUES);
    if (to > from) values.set(old, (from - first) * VALUES);
  }
  count(track, scale, first, from, values);
  count(track, scale, to, last, values.subarray((to - first) * VALUES));
  known.set(track, { pixelsPerMs, first, last, values });
  const at = (cell: number, value: number) => values[(cell - first) * VALUES + value] as number;
  return {
    running: (cell) => at(cell, 0),
    blocked: (cell) => at(cell, 1),
    isTouched: (cell) => at(cell, 2) > 0,
  };
}

function count(
  track: ThreadTrack,
  scale: TimeScale,
  first: number,
  last: number,
  values: Float32Array,
): void {
  if (first >= last) return;
  const held = track.held();
  let at = scale.positionAt(first * CELL);
  let before = held.timeUntil(at);
  let begun = first <= 0 ? -1 : lastBegunBy(track, at.step);
  for (let cell = first, k = 0; cell < last; cell++, k += VALUES) {
    const next = scale.positionAt((cell + 1) * CELL);
    const until = held.timeUntil(next);
    const lastBegun = lastBegunBy(track, next.step, Math.max(0, begun));
    const elapsed = Math.max(1e-9, next.time - at.time);
    // Sums of times are never quite exact.
    const share = (time: Milliseconds) => Math.min(1, time / elapsed);
    const blocked = share(until.blocked - before.blocked);
    values[k] = Math.min(share(until.running - before.running), 1 - blocked);
    values[k + 1] = blocked;
    values[k + 2] = lastBegun > begun ? 1 : 0;
    [at, before, begun] = [next, until, lastBegun];
  }
}
