import { upperBoundNear } from "#base/binary-search.ts";
import type { Milliseconds } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { ThreadTrack } from "../thread-track.ts";

/** How a thread's time is spent, up to any of its holds. */
interface HeldTimes {
  /** When each hold begins. */
  readonly starts: Float64Array;
  /** By hold, the time before it in which someone ran on the thread, or blocked it; one more at the end. */
  readonly ran: Float64Array;
  readonly blocked: Float64Array;
}

const known = new WeakMap<ThreadTrack, HeldTimes>();

/** O(holds), once. */
function timesOf({ trace, total }: TraceModel, track: ThreadTrack): HeldTimes {
  const before = known.get(track);
  if (before) return before;
  const { count } = track;
  const starts = new Float64Array(count);
  const ran = new Float64Array(count + 1);
  const blocked = new Float64Array(count + 1);
  let [runs, blocks] = [0, 0];
  for (let k = 0; k < count; k++) {
    const start = trace.timeAt(track.from(k));
    const to = track.to(k);
    const elapsed = (to < trace.length ? trace.timeAt(to) : total) - start;
    if (track.isBlocked(k)) blocks += elapsed;
    else runs += elapsed;
    starts[k] = start;
    ran[k + 1] = runs;
    blocked[k + 1] = blocks;
  }
  const times = { starts, ran, blocked };
  known.set(track, times);
  return times;
}

/** Numbers of a cell: which share of its time someone ran, which share someone blocked, and was the thread taken in it? */
export const VALUES = 3;

/**
 * Counts the cells `first` to `last` - 1, of equal length from the beginning of the run on, into `values`, which begins
 * with those of cell `origin`. With each frame of a zoom there are hundreds to count: hence no objects, and no functions
 * for each.
 */
export function countHeld(
  model: TraceModel,
  track: ThreadTrack,
  [first, last]: readonly [first: number, last: number],
  length: Milliseconds,
  values: Float32Array,
  origin: number,
): void {
  const { starts, ran, blocked } = timesOf(model, track);
  let [time, begun, runs, blocks] = [0, 0, 0, 0];
  for (let cell = first - 1; cell < last; cell++) {
    const edge = Math.min(model.total, (cell + 1) * length);
    // What begins with the run is taken in the first cell.
    const begunNow = edge > 0 ? upperBoundNear(starts, edge, Math.max(0, begun - 1)) : 0;
    const hold = begunNow - 1;
    // Of the hold under way, what has passed; it counts for one of both, of which the other does not grow.
    const passed = hold < 0 ? 0 : edge - (starts[hold] as number);
    const runsNow = hold < 0 ? 0 : Math.min((ran[hold] as number) + passed, ran[begunNow] as number);
    const blocksNow =
      hold < 0 ? 0 : Math.min((blocked[hold] as number) + passed, blocked[begunNow] as number);
    if (cell >= first) {
      const elapsed = Math.max(1e-9, edge - time);
      const at = (cell - origin) * VALUES;
      // Sums of times are never quite exact.
      const share = Math.min(1, (blocksNow - blocks) / elapsed);
      values[at] = Math.min((runsNow - runs) / elapsed, 1 - share);
      values[at + 1] = share;
      values[at + 2] = begunNow > begun ? 1 : 0;
    }
    time = edge;
    begun = begunNow;
    runs = runsNow;
    blocks = blocksNow;
  }
}
