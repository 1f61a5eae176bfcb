import { topLevelTasks, waitOf } from "#scenario/defaults.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "../model-types.ts";
import type { TaskId } from "../trace.ts";
import type { Finding, Lint } from "./finding.ts";

/** Waits that were made and thrown away: Python warns "was never awaited", and nobody waited. */
export const lintForgottenAwaits: Lint = ({ trace, scenario }) => {
  if (scenario.mode !== "async" || !forgetsToAwait(scenario)) return [];
  let first: Finding | undefined;
  let count = 0;
  for (let step = 0; step < trace.length; step++) {
    if (trace.typeAt(step) !== "never_awaited") continue;
    first ??= { fault: "never_awaited", ms: 0, count: 1, step, task: trace.taskAt(step) };
    count += 1;
  }
  return first === undefined ? [] : [{ ...first, count }];
};

/** Whether some wait in the program lacks its `await`. */
export const forgetsToAwait = ({ tasks }: Scenario): boolean =>
  tasks.some(({ steps, cleanup = [] }) =>
    [...steps, ...cleanup].some((step) => "how" in step && step.how === "no_await"),
  );

/**
 * The main program awaited one coroutine after the other without making tasks of them, and more than one of them
 * waited: these waits could have overlapped, for nothing that one gives is taken by another.
 */
export const lintInARow: Lint = (model) => {
  const { scenario } = model;
  if (scenario.mode !== "async" || waitOf(scenario).style !== "direct") return [];
  const awaited = new Set(topLevelTasks(scenario));
  const waited = scenario.tasks.flatMap((spec, index) => {
    const ms = awaited.has(spec) ? waitingOf(model, index + 1) : 0;
    return ms > 0 ? [{ task: index + 1, ms }] : [];
  });
  const second = waited[1];
  if (second === undefined) return [];
  const waits = waited.map(({ ms }) => ms);
  const ms = waits.reduce((sum, each) => sum + each, 0) - Math.max(...waits);
  const { from: step } = model.spanAt(second.task, 0);
  return [{ fault: "in_a_row", ms, count: waited.length, step, task: second.task }];
};

const waitingOf = (model: TraceModel, task: TaskId) =>
  model
    .spansOf(task)
    .filter(({ state }) => state === "suspended" || state === "blocked")
    .reduce((sum, { start, end }) => sum + end - start, 0);
