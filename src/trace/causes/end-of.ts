import type { TraceModel } from "../model-types.ts";
import type { StepIndex, TaskId } from "../trace.ts";

/** The event with which a task's body ended; undefined when it never did. */
export function endOf(model: TraceModel, task: TaskId): StepIndex | undefined {
  const count = model.spanCount(task);
  const last = count > 0 ? model.spanAt(task, count - 1) : undefined;
  const ended = last?.state === "done" || last?.state === "failed" || last?.state === "cancelled";
  return ended ? last.from : undefined;
}
