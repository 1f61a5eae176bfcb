import { upperBound } from "#base/binary-search.ts";
import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";

/** What is told apart where a lane's spans are narrower than pixels: what holds a thread, and what waits for what. */
export const TOLD_APART = ["running", "blocked", "suspended", "ready"] as const;
type ToldApart = (typeof TOLD_APART)[number];

/** For how long a task was in a state, from the beginning up to any moment. */
export interface TaskTimes {
  timeUntil(state: ToldApart, time: TraceTime): Milliseconds;
}

const known = new WeakMap<TraceModel, Map<TaskId, TaskTimes>>();
/** As many lanes as are in view, and some that were. */
const MOST_KNOWN = 100;

/** O(spans of the task) for the first time; remembered, for the same lanes come back in every frame. */
export function timesOf(model: TraceModel, task: TaskId): TaskTimes {
  const ofModel = known.get(model) ?? new Map<TaskId, TaskTimes>();
  known.set(model, ofModel);
  const before = ofModel.get(task);
  if (before) return before;
  if (ofModel.size >= MOST_KNOWN) ofModel.clear();
  const times = countTimes(model, task);
  ofModel.set(task, times);
  return times;
}

function countTimes(model: TraceModel, task: TaskId): TaskTimes {
  const { spanRows } = model;
  const count = model.spanCount(task);
  const starts = new Float64Array(count);
  const states = new Int8Array(count);
  /** By span and state, the time up to the span's start. */
  const sums = new Float64Array((count + 1) * TOLD_APART.length);
  for (let k = 0; k < count; k++) {
    const row = model.spanRow(task, k);
    const state = TOLD_APART.indexOf(spanRows.stateAt(row) as ToldApart);
    starts[k] = spanRows.startAt(row);
    states[k] = state;
    const at = k * TOLD_APART.length;
    for (let kind = 0; kind < TOLD_APART.length; kind++) {
      const elapsed = kind === state ? spanRows.endAt(row) - spanRows.startAt(row) : 0;
      sums[at + TOLD_APART.length + kind] = (sums[at + kind] as number) + elapsed;
    }
  }
  return {
    timeUntil(state, time) {
      const k = upperBound(starts, time) - 1;
      if (k < 0) return 0;
      const kind = TOLD_APART.indexOf(state);
      const elapsed = states[k] === kind ? time - (starts[k] as number) : 0;
      const until = sums[(k + 1) * TOLD_APART.length + kind] as number;
      return Math.min(until, (sums[k * TOLD_APART.length + kind] as number) + elapsed);
    },
  };
}
