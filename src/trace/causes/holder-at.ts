import type { Hold, TraceModel } from "../model-types.ts";
import type { StepIndex } from "../trace.ts";

/** Index of the last hold of a thread that began at or before a step; -1 when none had. O(log n). */
export function lastHoldBegunBy(model: TraceModel, thread: number, step: StepIndex): number {
  let low = 0;
  let high = model.holdCount(thread);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (model.holdAt(thread, middle).from <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Who holds a thread after a step; undefined when it is free. */
export function holderAt(model: TraceModel, thread: number, step: StepIndex): Hold | undefined {
  const index = lastHoldBegunBy(model, thread, step);
  const hold = index < 0 ? undefined : model.holdAt(thread, index);
  return hold && hold.to > step ? hold : undefined;
}
