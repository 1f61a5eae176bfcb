import { lowerBound } from "#base/binary-search.ts";
import type { EventType } from "../event-types.ts";
import type { Span, TraceModel } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import type { Cause, CauseKind } from "./cause.ts";
import { endOf } from "./end-of.ts";
import { holderAt } from "./holder-at.ts";

/** What comes from outside the thread for a task that has asked for it: the way leads from its await to its waking. */
const OUTSIDE = { sleep: "timer", io: "response", offload: "helper" } as const;

/** What ended a wait. O(log n), but for the main program, whose wait may be ended by any of all tasks. */
export function wakeCause(model: TraceModel, wait: Span): Cause | undefined {
  const { trace } = model;
  const { to } = wait;
  const because = (kind: CauseKind, from: StepIndex | undefined) =>
    from === undefined ? undefined : ({ kind, from, to } as const);
  const last = lastEvent(model, wait.task, to - 1);
  if (last !== undefined && last > wait.from) {
    if (trace.typeAt(last) === "timeout_fired") return because("timer", wait.from);
    if (trace.typeAt(last) === "cancel_requested") return because("cancelled", cancellerOf(model, last));
  }
  const { reason = "other", on } = wait.detail;
  switch (reason) {
    case "sleep":
    case "io":
    case "offload":
      return because(OUTSIDE[reason], wait.from);
    case "join":
      return because("ended", endBefore(model, trace.names.indexOf(on ?? ""), to));
    case "limit":
    case "connection": {
      // The loop has one thread: what makes another task ready is whoever runs at that moment.
      const holder = holderAt(model, 0, to);
      return because("released", holder && lastEvent(model, holder.task, to - 1));
    }
    case "wait":
      return wait.task === MAIN ? endOfMainsWait(model, wait, because) : undefined;
    default:
      return undefined;
  }
}

/** The task whose end let the main program go on; or its deadline, when nobody ended at that time. */
function endOfMainsWait(
  model: TraceModel,
  wait: Span,
  because: (kind: CauseKind, from: StepIndex | undefined) => Cause | undefined,
): Cause | undefined {
  const { trace, scenario } = model;
  const received = takenNext(model, wait);
  if (received !== undefined) return because("ended", endBefore(model, received, wait.to));
  const ends: StepIndex[] = [];
  for (let step = wait.to - 1; step > wait.from && trace.timeAt(step) === wait.end; step--)
    if (isEnd(trace.typeAt(step)) && trace.taskAt(step) !== MAIN) ends.push(step);
  if (ends.length === 0) return because("timer", wait.from);
  // Of all that ended in this instant: the first one that was enough, or the last one that was missing.
  const { style = "gather", until, collect_errors } = scenario.wait ?? {};
  if (until === "first_done") return because("ended", ends.at(-1));
  const oneErrorIsEnough = until === "first_error" || (style === "gather" && !collect_errors);
  const error = oneErrorIsEnough ? ends.findLast((step) => hasFailed(model, step)) : undefined;
  return because("ended", error ?? ends[0]);
}

/** Whose result the main program takes as soon as it is awake. */
function takenNext({ trace }: TraceModel, { to }: Span): TaskId | undefined {
  for (let step = to; step < trace.length && trace.turnAt(step) <= trace.turnAt(to) + 1; step++) {
    if (trace.taskAt(step) !== MAIN) continue;
    if (trace.typeAt(step) === "task_suspended") return undefined;
    if (trace.typeAt(step) === "result_received") return trace.names.indexOf(trace.detailAt(step).from ?? "");
  }
  return undefined;
}

const isEnd = (type: EventType) =>
  type === "task_done" || type === "task_failed" || type === "task_cancelled";
const hasFailed = ({ trace }: TraceModel, step: StepIndex) => trace.typeAt(step) === "task_failed";

function endBefore(model: TraceModel, task: TaskId, to: StepIndex): StepIndex | undefined {
  const end = task >= MAIN ? endOf(model, task) : undefined;
  return end !== undefined && end < to ? end : undefined;
}

/** The last event of a task at or before a step. */
function lastEvent(model: TraceModel, task: TaskId, step: StepIndex): StepIndex | undefined {
  const events = model.eventsOf(task);
  return events[lowerBound(events, step + 1) - 1];
}

/** The event of the task that asked for a cancellation; for a group, the failure that it answers. */
function cancellerOf(model: TraceModel, request: StepIndex): StepIndex | undefined {
  const { trace } = model;
  const { by = "" } = trace.detailAt(request);
  if (by === "group") {
    let step = request - 1;
    while (step >= 0 && !hasFailed(model, step)) step--;
    return step < 0 ? undefined : step;
  }
  const canceller = trace.names.indexOf(by);
  return canceller < MAIN ? undefined : lastEvent(model, canceller, request - 1);
}
