import type { Seat, TraceModel } from "./model-types.ts";
import type { StepIndex } from "./trace.ts";

/** How many tasks a pool's worker has taken by a step: a callback that it calls belongs to the task before. */
export function tasksTaken(model: TraceModel, { thread, held }: Seat, step: StepIndex): number {
  if (!model.scenario.tasks.some(({ callbacks = [] }) => callbacks.length > 0)) return held;
  let callbacks = 0;
  for (let k = 0; k < model.holdCount(thread.id); k++) {
    const { callback, from } = model.holdAt(thread.id, k);
    if (from > step) break;
    if (callback !== undefined) callbacks += 1;
  }
  return held - callbacks;
}
