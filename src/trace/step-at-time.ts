import type { TraceTime } from "#base/units.ts";
import { BEFORE_ALL, type StepIndex } from "./trace.ts";

/** Moments in ascending order. A `Trace` is one. */
interface Times {
  readonly length: number;
  timeAt(index: StepIndex): TraceTime;
}

/** Index of the last event at or before `time`; BEFORE_ALL when there is none. O(log n). */
export function stepAtTime(times: Times, time: TraceTime): StepIndex {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times.timeAt(middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? BEFORE_ALL : low - 1;
}
