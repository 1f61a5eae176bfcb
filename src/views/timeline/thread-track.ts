import type { Hold, ThreadInfo, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import type { Stretches } from "./visible.ts";

/** Who held a thread, hold by hold in order of time: what a thread lane is drawn from. Holds are read as they are asked for. */
export interface ThreadTrack extends Stretches {
  readonly info: ThreadInfo;
  at(index: number): Hold;
  /** The longest stretch of time in which nobody held the thread. */
  readonly idle: { readonly from: StepIndex; readonly to: StepIndex } | undefined;
}

/** With more holds than this on one thread, no idle stretch is wide enough for a word, and looking for it costs time. */
const MOST_SEARCHED = 5_000;

export function trackOf(model: TraceModel, thread: number): ThreadTrack {
  const info = model.threads[thread] as ThreadInfo;
  const count = model.holdCount(thread);
  return {
    info,
    count,
    mostPerPixel: 3,
    at: (index) => model.holdAt(thread, index),
    from: (index) => model.holdAt(thread, index).from,
    to: (index) => model.holdAt(thread, index).to,
    idle: count > MOST_SEARCHED ? undefined : longestIdle(model, info, count),
  };
}

function longestIdle(model: TraceModel, { id, kind }: ThreadInfo, count: number): ThreadTrack["idle"] {
  let idle: ThreadTrack["idle"];
  let longest = 0;
  let free = { from: 0, since: 0 };
  for (let k = 0; k < count; k++) {
    const hold = model.holdAt(id, k);
    if (hold.start - free.since > longest) {
      longest = hold.start - free.since;
      idle = { from: free.from, to: hold.from };
    }
    free = { from: hold.to, since: hold.end };
  }
  // A worker waits for more until the program ends; the other threads are over with their last hold.
  if (kind === "worker" && model.total - free.since > longest)
    idle = { from: free.from, to: model.trace.length };
  return idle;
}

/** The task that holds the thread at a step, be it with a callback; undefined when the thread is free. */
export function holderAt(track: ThreadTrack, step: StepIndex): TaskId | undefined {
  const index = lastBegunBy(track, step);
  if (index < 0) return undefined;
  const hold = track.at(index);
  return hold.to > step ? hold.task : undefined;
}

/** Index of the last hold that began at or before a step; -1 when none has. */
export function lastBegunBy(track: ThreadTrack, step: StepIndex): number {
  let low = 0;
  let high = track.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (track.from(middle) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
