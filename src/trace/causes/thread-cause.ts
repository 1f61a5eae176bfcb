import type { Span, TraceModel } from "../model-types.ts";
import { MAIN } from "../trace.ts";
import type { Cause } from "./cause.ts";
import { lastHoldBegunBy } from "./holder-at.ts";

/**
 * Whoever held the thread before a task got it, if the task was already waiting for its turn by then: the loop's one
 * thread goes to the next in the ready queue, a worker to the next in the pool's.
 */
export function threadCause(model: TraceModel, { from, to }: Span): Cause | undefined {
  const { trace, scenario } = model;
  if (trace.typeAt(to) === "task_ready") return undefined;
  const thread = Math.max(0, trace.workerAt(to));
  let index = lastHoldBegunBy(model, thread, to - 1);
  // The main program of sync, which calls the tasks one after the other, has the thread in between for no time.
  if (scenario.mode === "sync" && index > 0 && model.holdAt(thread, index).task === MAIN) index--;
  if (index < 0) return undefined;
  const before = model.holdAt(thread, index);
  return before.to > from && before.to <= to ? { kind: "thread", from: before.to, to } : undefined;
}
