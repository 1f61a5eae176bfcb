import type { Milliseconds } from "#base/units.ts";
import { LIMITS } from "./limits.ts";
import { poolWorkersOf } from "./modes.ts";
import type { Scenario, Step, TaskSpec } from "./scenario.ts";
import { fits, freshNames, siteOf } from "./workload-edits.ts";
import { taskUsers } from "./workload-names.ts";

/**
 * What can be tried out with another value: how many tasks there are; how many workers a pool has; how long the longest
 * task takes, in ms, all others with it in proportion.
 */
export const TRIAL_AXES = ["tasks", "workers", "delay"] as const;
export type TrialAxis = (typeof TRIAL_AXES)[number];

/** One value tried out. */
export interface Trial {
  readonly axis: TrialAxis;
  readonly value: number;
}

/** The values between which an axis goes, and how far apart those in between are. */
export interface TrialRange {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** More tasks than this are not simulated once for every point of a curve. */
const MOST_TASKS = 2_000;

/** What the scenario has now; undefined where the axis means nothing to it. */
export function presentValue(scenario: Scenario, axis: TrialAxis): number | undefined {
  switch (axis) {
    case "tasks":
      return canChangeCount(scenario) ? scenario.tasks.length : undefined;
    case "workers":
      return poolWorkersOf(scenario);
    case "delay": {
      const longest = longestTask(scenario);
      return longest > 0 ? longest : undefined;
    }
  }
}

/** From little to at least twice what there is now, in steps that are easy to say. */
export function trialRange(axis: TrialAxis, present: number): TrialRange {
  switch (axis) {
    case "tasks":
      return wholeRange(present, 12, Math.max(present, MOST_TASKS));
    case "workers":
      return wholeRange(present, 12, LIMITS.workers);
    case "delay": {
      const step = 10 ** Math.max(0, Math.floor(Math.log10(present)) - 1);
      const most = Math.min(LIMITS.ms, Math.ceil((2 * present) / step) * step);
      return { least: 0, most: Math.max(present, most), step };
    }
  }
}

function wholeRange(present: number, few: number, limit: number): TrialRange {
  return { least: 1, most: Math.min(limit, Math.max(few, 2 * present)), step: 1 };
}

/** The scenario with the value tried out; the same object where that is what it has. */
export function withTrial(scenario: Scenario, { axis, value }: Trial): Scenario {
  if (presentValue(scenario, axis) === value) return scenario;
  switch (axis) {
    case "tasks":
      return withTaskCount(scenario, value);
    case "workers":
      return { ...scenario, workers: value };
    case "delay":
      return withLongestTask(scenario, value);
  }
}

/** Tasks that name each other, or are named from outside, cannot be made more or fewer without changing what they do. */
function canChangeCount(scenario: Scenario): boolean {
  return taskUsers(scenario).size === 0 && (scenario.cancels?.length ?? 0) === 0;
}

/** The first so many tasks; or all of them, and then copies of them, in turn, under names of their own. */
function withTaskCount(scenario: Scenario, count: number): Scenario {
  const { tasks } = scenario;
  if (count <= tasks.length) return { ...scenario, tasks: tasks.slice(0, count) };
  const names = freshNames(scenario, count - tasks.length);
  const site = siteOf(scenario);
  const copies = names.map((name, k): TaskSpec => {
    const { result: _, ...task } = tasks[k % tasks.length] as TaskSpec;
    return { ...task, name, ...(task.url !== undefined && { url: `${site}/${name}` }) };
  });
  const next = { ...scenario, tasks: [...tasks, ...copies] };
  return fits(next) ? next : scenario;
}

const msOf = (step: Step): Milliseconds => ("ms" in step ? (step.ms ?? 0) : 0);

function longestTask({ tasks }: Scenario): Milliseconds {
  return tasks.reduce(
    (longest, { steps }) =>
      Math.max(
        longest,
        steps.reduce((ms, s) => ms + msOf(s), 0),
      ),
    0,
  );
}

/** Deadlines stay as they are: they are what is waited for, not what is done. */
function withLongestTask(scenario: Scenario, longest: Milliseconds): Scenario {
  const factor = longest / longestTask(scenario);
  const scale = (ms: Milliseconds) => Math.min(LIMITS.ms, Math.round(ms * factor));
  const scaleStep = (step: Step): Step => {
    if (!("ms" in step) || step.ms === undefined) return step;
    const ms = scale(step.ms);
    if (step.kind !== "io" || step.body_ms === undefined) return { ...step, ms };
    return { ...step, ms, body_ms: Math.min(ms, scale(step.body_ms)) };
  };
  const tasks = scenario.tasks.map((task) => ({ ...task, steps: task.steps.map(scaleStep) }));
  return { ...scenario, tasks };
}
