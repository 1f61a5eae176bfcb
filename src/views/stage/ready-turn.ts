import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { firstOfTurn, lastInTurn } from "./turns.ts";

/** Which turn of the loop runs what is in the ready queue: the present one, or the next if it was queued meanwhile. */
export type ReadyTurn = "this" | "next";

/** What a task has in the ready queue. */
export interface Queued {
  /** The event with which it was queued. */
  readonly since: StepIndex;
  readonly turn: ReadyTurn;
}

/**
 * Tells since when what a task has in the ready queue is there, and which turn runs it: `_run_once` of CPython's
 * asyncio/base_events.py counts its queue before it runs it (`ntodo = len(self._ready)`), so whatever comes later waits.
 * Of a task that is ready that is its next step, of one that has ended its done-callbacks: its end has queued them.
 */
export function queuedAt(model: TraceModel, step: StepIndex): (task: TaskId) => Queued {
  const last = lastInTurn(model, step);
  const first = firstOfTurn(model, last < 0 ? 0 : model.trace.turnAt(last));
  return (task) => {
    const since = model.spanAtStep(task, step)?.from ?? 0;
    return { since, turn: since < first ? "this" : "next" };
  };
}
