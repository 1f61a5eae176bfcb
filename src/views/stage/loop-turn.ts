import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { LoopPhase, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { firstOfTurn, lastInTurn, nextInTurn } from "./turns.ts";

/**
 * One entry of the ready queue that a turn runs, as the trace shows it: a timer that completes a task's wait, an answer
 * from outside, the next step of a task, a done-callback, or something of the loop's own (the callback that a `wait` or
 * `gather` leaves with each of its tasks, the end of the run).
 */
export interface Handle {
  readonly kind: "timer" | "answer" | "step" | "callback" | "own";
  readonly task: TaskId;
  /** The event with which it begins. */
  readonly step: StepIndex;
}

/** One turn of the loop (`_run_once` of CPython's asyncio/base_events.py): select, timers that are due, the queue. */
export interface LoopTurn {
  readonly turn: number;
  readonly handles: readonly Handle[];
  /** The events with which something is queued for the turn after this one, ascending. */
  readonly queued: readonly StepIndex[];
  /** How long `select` waited at its beginning. */
  readonly waited: Milliseconds;
}

/** What a turn is about at a moment: waiting for the outside, seeing which timers are due, running what is queued. */
export type TurnPhase = "select" | "timers" | "run";

export interface TurnMoment {
  readonly turn: number;
  readonly phase: TurnPhase;
}

/** The turn at a position, and how far it is; undefined while no loop turns. */
export function turnMomentAt(
  model: TraceModel,
  step: StepIndex,
  time: TraceTime,
  loop: LoopPhase,
): TurnMoment | undefined {
  if (loop === "none" || loop === "not_started" || loop === "stopped") return undefined;
  const { trace } = model;
  const last = lastInTurn(model, step);
  if (last < 0) return undefined;
  if (loop !== "idle" || time <= trace.timeAt(last)) return { turn: trace.turnAt(last), phase: "run" };
  const next = nextInTurn(model, step);
  if (next === trace.length) return undefined;
  return { turn: trace.turnAt(next), phase: time < trace.timeAt(next) ? "select" : "timers" };
}

/** Reads one turn from the trace. */
export function readTurn(model: TraceModel, turn: number): LoopTurn {
  const { trace } = model;
  const first = firstOfTurn(model, turn);
  const end = firstOfTurn(model, turn + 1);
  const handles: Handle[] = [];
  const queued: StepIndex[] = [];
  /** Whether the present handle still runs, so that what is queued is queued by it. */
  let isOpen = false;
  for (let step = first; step < end; step++) {
    if (trace.turnAt(step) < 0) continue;
    const type = trace.typeAt(step);
    const kind = kindOf(model, step, isOpen);
    if (kind !== undefined) handles.push({ kind, task: trace.taskAt(step), step });
    if (type === "task_ready" || type === "callback_scheduled") queued.push(step);
    if (kind !== undefined) isOpen = true;
    if (type === "task_suspended") isOpen = false;
  }
  const before = lastInTurn(model, first - 1);
  const waited = before < 0 || first === trace.length ? 0 : trace.timeAt(first) - trace.timeAt(before);
  return { turn, handles, queued, waited };
}

/** The kind of the handle that begins with an event; undefined when it happens inside of one. */
function kindOf(model: TraceModel, step: StepIndex, isOpen: boolean): Handle["kind"] | undefined {
  const { trace } = model;
  switch (trace.typeAt(step)) {
    case "task_started":
    case "task_resumed":
      return "step";
    case "callback_called":
      return "callback";
    case "timer_fired":
    case "timeout_fired":
      return "timer";
    case "request_sent":
      return "answer";
    case "loop_stop":
      return "own";
    case "cancel_requested":
      return isOpen ? undefined : "timer";
    case "task_ready":
      if (isAnswered(model, step)) return "answer";
      return isOpen ? undefined : "own";
    default:
      return undefined;
  }
}

/** Whether a task becomes ready because what it awaits outside of the loop has come, which needs no handle but its own. */
function isAnswered(model: TraceModel, step: StepIndex): boolean {
  const { trace } = model;
  const task = trace.taskAt(step);
  const reason = model.spanAtStep(task, step - 1)?.detail.reason;
  if (reason !== "io" && reason !== "offload") return false;
  const cause = step > 0 && trace.taskAt(step - 1) === task ? trace.typeAt(step - 1) : undefined;
  return cause !== "cancel_requested" && cause !== "timeout_fired";
}

/** How many of the steps in an ascending list have happened. */
export function countUpTo(steps: readonly StepIndex[], step: StepIndex): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] as number) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}
