import { upperBoundNear } from "#base/binary-search.ts";
import type { Milliseconds } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";

/** What is told apart where things are narrower than pixels: what holds a thread, and what waits for what. */
export const TOLD_APART = ["running", "blocked", "suspended", "ready"] as const;
export type ToldApart = (typeof TOLD_APART)[number];
const KINDS = TOLD_APART.length;

/** What follows one another in a lane; what is in none of the states told apart takes no time. */
interface Stretches {
  readonly count: number;
  start(index: number): Milliseconds;
  end(index: number): Milliseconds;
  state(index: number): string;
}

/** How a lane's time is spent, up to any moment. */
export interface Times {
  /** When each stretch begins, and in which of the states told apart it is; -1 = in none. */
  readonly starts: Float64Array;
  readonly kinds: Int8Array;
  /** By stretch and state, the time before it; one more row at the end. */
  readonly sums: Float64Array;
}

/** O(count). */
function sumTimes({ count, start, end, state }: Stretches): Times {
  const starts = new Float64Array(count);
  const kinds = new Int8Array(count);
  const sums = new Float64Array((count + 1) * KINDS);
  for (let k = 0; k < count; k++) {
    const kind = TOLD_APART.indexOf(state(k) as ToldApart);
    starts[k] = start(k);
    kinds[k] = kind;
    const at = k * KINDS;
    for (let each = 0; each < KINDS; each++) sums[at + KINDS + each] = sums[at + each] as number;
    if (kind >= 0) sums[at + KINDS + kind] = (sums[at + kind] as number) + end(k) - start(k);
  }
  return { starts, kinds, sums };
}

/** Equal pieces of time, numbered from the beginning of the run: those from `first` to `last` - 1. */
interface Pieces {
  readonly first: number;
  readonly last: number;
  /** Of each of them, in ms. */
  readonly length: Milliseconds;
  /** What lies after the end of the run belongs to no piece. */
  readonly end: Milliseconds;
}

/**
 * Visits pieces of a lane's time. `shares`: which share of the piece the lane was in each state, in the order of
 * `TOLD_APART`; the same list for every piece. `touched`: did a stretch begin in it? O(log count) each.
 */
export function forEachPiece(
  { starts, kinds, sums }: Times,
  { first, last, length, end }: Pieces,
  visit: (piece: number, shares: ArrayLike<number>, touched: boolean) => void,
): void {
  const shares = new Float64Array(KINDS);
  const until = new Float64Array(KINDS);
  /** Reads the sums up to a moment into `until`, and how many stretches have begun. */
  const read = (time: Milliseconds, known: number): number => {
    const begun = upperBoundNear(starts, time, known);
    const at = Math.max(0, begun - 1) * KINDS;
    for (let each = 0; each < KINDS; each++) until[each] = sums[at + each] as number;
    const kind = begun > 0 ? (kinds[begun - 1] as number) : -1;
    if (kind < 0) return begun;
    const elapsed = (until[kind] as number) + time - (starts[begun - 1] as number);
    until[kind] = Math.min(elapsed, sums[at + KINDS + kind] as number);
    return begun;
  };
  let time = Math.min(end, first * length);
  let begun = read(time, 0);
  // What begins with the run begins in the first piece.
  if (first <= 0) begun = 0;
  for (let piece = first; piece < last; piece++) {
    shares.set(until);
    const next = Math.min(end, (piece + 1) * length);
    const after = read(next, Math.max(0, begun - 1));
    const elapsed = Math.max(1e-9, next - time);
    // Sums of times are never quite exact.
    for (let each = 0; each < KINDS; each++)
      shares[each] = Math.min(1, ((until[each] as number) - (shares[each] as number)) / elapsed);
    visit(piece, shares, after > begun);
    [time, begun] = [next, after];
  }
}

const ofTasks = new WeakMap<TraceModel, Map<TaskId, Times>>();
/** As many lanes as are in view, and some that were. */
const MOST_TASKS = 100;

/** Of a task's states. Remembered, for the same lanes come back in every frame. */
export function timesOfTask(model: TraceModel, task: TaskId): Times {
  const ofModel = ofTasks.get(model) ?? new Map<TaskId, Times>();
  ofTasks.set(model, ofModel);
  const known = ofModel.get(task);
  if (known) return known;
  const { spanRows } = model;
  const row = (k: number) => model.spanRow(task, k);
  const times = sumTimes({
    count: model.spanCount(task),
    start: (k) => spanRows.startAt(row(k)),
    end: (k) => spanRows.endAt(row(k)),
    state: (k) => spanRows.stateAt(row(k)),
  });
  if (ofModel.size >= MOST_TASKS) ofModel.clear();
  ofModel.set(task, times);
  return times;
}
