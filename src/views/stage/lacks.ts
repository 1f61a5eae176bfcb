import { SLICE_TYPES } from "#trace/event-types.ts";
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
  if (counts.ready === 0 || !tellsOfSlices(model)) return 0;
  const ready = model.tasksInState("ready", step, counts.ready);
  return ready.reduce((sum, task) => sum + (lackOf(model, task, step) === undefined ? 0 : 1), 0);
}

const sliced = new WeakMap<TraceModel, boolean>();

/** Whether anybody ever lacks anything; looked up once for each run: asking 100,000 ready tasks in each frame is too much. */
function tellsOfSlices(model: TraceModel): boolean {
  const known = sliced.get(model);
  if (known !== undefined) return known;
  const { trace } = model;
  let step = 0;
  while (step < trace.length && !SLICE_TYPES.has(trace.typeAt(step))) step++;
  sliced.set(model, step < trace.length);
  return step < trace.length;
}
