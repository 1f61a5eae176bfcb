import type { Snapshot, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";

/** What a task lacks to compute on; undefined where it does not compute, or has all it needs. */
export function lackOf(model: TraceModel, task: TaskId, step: StepIndex): "core" | "interpreter" | undefined {
  const span = model.spanAtStep(task, step);
  if (span?.state !== "ready") return undefined;
  return span.activity === "core" || span.activity === "interpreter" ? span.activity : undefined;
}

/** How many of the ready tasks have begun, and only wait for a core or the interpreter. */
export function countWaiting(model: TraceModel, step: StepIndex, { counts }: Snapshot): number {
  if (counts.ready === 0) return 0;
  const ready = model.tasksInState("ready", step, counts.ready);
  return ready.reduce((sum, task) => sum + (lackOf(model, task, step) === undefined ? 0 : 1), 0);
}
