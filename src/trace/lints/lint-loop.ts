import type { TraceModel } from "../model-types.ts";
import type { StepIndex, TaskId } from "../trace.ts";
import type { Census } from "./census.ts";
import type { CensusLint } from "./finding.ts";
import { overdueTimers } from "./overdue-timers.ts";
import { Tally } from "./tally.ts";

/**
 * The loop stood still while somebody could have gone on: a task was ready, its answer had come, or its timer was due.
 * A wait is at fault however short it is, for it could have been awaited; computing only when it is long.
 */
export const lintLoop: CensusLint = (model) => {
  if (model.scenario.mode !== "async" || !canBeHeld(model)) return undefined;
  const overdue = overdueTimers(model);
  const tallies = { wait: new Tally(), computing: new Tally(), callback: new Tally() };
  const whom = (step: StepIndex) => holderAt(model, step);
  return {
    visit(census, stretch) {
      const holder = holderIn(census);
      if (holder === undefined) return;
      const waiting = census.tasks.ready + census.tasks.answered;
      const { start, end } = stretch;
      const ms = waiting > 0 ? end - start : overdue(start, end);
      if (ms > 0) tallies[holder].add(stretch, Math.max(waiting, 1), ms);
    },
    conclude: () => [
      ...tallies.wait.conclude(model, "loop_blocked_by_wait", whom),
      ...tallies.computing.conclude(model, "loop_blocked_by_computing", whom),
      ...tallies.callback.conclude(model, "loop_blocked_by_callback", whom),
    ],
  };
};

/** Whether the program has anything at all that keeps the thread. */
const canBeHeld = ({ scenario }: TraceModel): boolean =>
  scenario.tasks.some(
    ({ steps, cleanup = [], callbacks = [] }) =>
      callbacks.length > 0 ||
      [...steps, ...cleanup].some(
        ({ kind, ...step }) =>
          kind === "cpu" || kind === "blocking" || ("how" in step && step.how !== "no_await"),
      ),
  );

function holderIn({ tasks, callbacks }: Census): "wait" | "computing" | "callback" | undefined {
  if (callbacks > 0) return "callback";
  if (tasks.blocked > 0) return "wait";
  return tasks.longComputing > 0 ? "computing" : undefined;
}

const holderAt = ({ trace, snapshotAt }: TraceModel, step: StepIndex): TaskId | undefined =>
  snapshotAt(step, trace.timeAt(step)).seats[0]?.hold?.task;
