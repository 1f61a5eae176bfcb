import { upperBound } from "#base/binary-search.ts";
import type { Milliseconds } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { ThreadTrack } from "../thread-track.ts";

/** What is told apart where things are narrower than pixels: what holds a thread, and what waits for what. */
export const TOLD_APART = ["running", "blocked", "suspended", "ready"] as const;
export type ToldApart = (typeof TOLD_APART)[number];
const KINDS = TOLD_APART.length;

/** How a lane's time is spent, up to any moment. */
export interface Times {
  /** For how long it was in a state, from the beginning of the run on. */
  timeUntil(state: ToldApart, time: Milliseconds): Milliseconds;
  /** How many of its stretches have begun, those at this very moment among them. */
  begunBy(time: Milliseconds): number;
}

/** What follows one another in a lane; what is in none of the states told apart takes no time. */
interface Stretches {
  readonly count: number;
  start(index: number): Milliseconds;
  end(index: number): Milliseconds;
  state(index: number): string;
}

/** O(count). */
function sumTimes({ count, start, end, state }: Stretches): Times {
  const starts = new Float64Array(count);
  const kinds = new Int8Array(count);
  /** By stretch and state, the time before it; one more row at the end. */
  const sums = new Float64Array((count + 1) * KINDS);
  for (let k = 0; k < count; k++) {
    const kind = TOLD_APART.indexOf(state(k) as ToldApart);
    starts[k] = start(k);
    kinds[k] = kind;
    const at = k * KINDS;
    for (let each = 0; each < KINDS; each++) sums[at + KINDS + each] = sums[at + each] as number;
    if (kind >= 0) sums[at + KINDS + kind] = (sums[at + kind] as number) + end(k) - start(k);
  }
  const begunBy = (time: Milliseconds) => upperBound(starts, time);
  return {
    begunBy,
    timeUntil(state, time) {
      const k = begunBy(time) - 1;
      if (k < 0) return 0;
      const kind = TOLD_APART.indexOf(state);
      const elapsed = kinds[k] === kind ? time - (starts[k] as number) : 0;
      return Math.min(sums[(k + 1) * KINDS + kind] as number, (sums[k * KINDS + kind] as number) + elapsed);
    },
  };
}

const ofTasks = new WeakMap<TraceModel, Map<TaskId, Times>>();
const ofThreads = new WeakMap<ThreadTrack, Times>();
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

/** Of a thread's holds, whoever holds it. Remembered, too. */
export function timesOfThread(model: TraceModel, track: ThreadTrack): Times {
  const known = ofThreads.get(track);
  if (known) return known;
  const { trace, total } = model;
  const times = sumTimes({
    count: track.count,
    start: (k) => trace.timeAt(track.from(k)),
    end: (k) => (track.to(k) < trace.length ? trace.timeAt(track.to(k)) : total),
    state: (k) => (model.isHoldBlocked(track.info.id, k) ? "blocked" : "running"),
  });
  ofThreads.set(track, times);
  return times;
}
