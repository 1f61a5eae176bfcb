import { lowerBound } from "#base/binary-search.ts";
import type { TraceModel } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import type { Cause } from "./cause.ts";
import { endOf } from "./end-of.ts";
import { threadCause } from "./thread-cause.ts";
import { wakeCause } from "./wake-cause.ts";

/** Why the event at `to` happened when it did; undefined where it simply came next. O(log n). */
export function causeOf(model: TraceModel, to: StepIndex): Cause | undefined {
  const { trace } = model;
  const task = trace.taskAt(to);
  if (task < MAIN) return undefined;
  if (trace.typeAt(to) === "callback_called") {
    const from = endOf(model, task);
    return from === undefined ? undefined : { kind: "callback", from, to };
  }
  const ended = to > 0 ? model.spanAtStep(task, to - 1) : undefined;
  if (ended?.to !== to) return undefined;
  if (ended.state === "suspended") return wakeCause(model, ended);
  if (ended.state === "ready" || ended.state === "created") return threadCause(model, ended);
  return undefined;
}

/** All that made a task go on, and its callbacks run, between two steps (the first included); in order of time. */
export function causesOf(
  model: TraceModel,
  task: TaskId,
  from: StepIndex = 0,
  to: StepIndex = model.trace.length,
): readonly Cause[] {
  const events = model.eventsOf(task);
  const causes: Cause[] = [];
  for (let k = lowerBound(events, from); k < events.length && (events[k] as StepIndex) < to; k++) {
    const cause = causeOf(model, events[k] as StepIndex);
    if (cause) causes.push(cause);
  }
  return causes;
}

/** What ends the wait that a task is in after a step, be it for an answer or for its turn; undefined if it does not wait. */
export function causeOfWaitAt(model: TraceModel, task: TaskId, step: StepIndex): Cause | undefined {
  const span = model.spanAtStep(task, step);
  const waits = span?.state === "suspended" || span?.state === "ready" || span?.state === "created";
  return waits && span.to < model.trace.length ? causeOf(model, span.to) : undefined;
}
