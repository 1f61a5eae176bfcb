import { type PageMode, pageModeOf, type WaitForm, waitFormOf } from "./page-mode.ts";
import { judgeScenario } from "./parse-scenario.ts";
import type { Result } from "./problem.ts";
import type { BlockingStep, IoStep, Scenario, SleepStep, Step, TaskSpec } from "./scenario.ts";

/** A pool of more workers than this must be asked for. */
const DEFAULT_WORKERS = 3;

/** How many workers a pool has for it. */
export const poolWorkersOf = ({ workers, tasks }: Scenario): number =>
  workers ?? Math.max(1, Math.min(tasks.length, DEFAULT_WORKERS));

/** The same wait in this form; a step that is no wait, or one of a third form, stays as it is. */
function withWaitForm(step: Step, form: WaitForm): Step {
  if (waitFormOf(step) === undefined || waitFormOf(step) === form) return step;
  const { how: _, ...rest } = step as IoStep | SleepStep | BlockingStep;
  if (rest.kind !== "io") return { ...rest, kind: form === "awaited" ? "sleep" : "blocking" };
  return form === "awaited" ? rest : { ...rest, how: "blocking" };
}

function mapSteps(tasks: readonly TaskSpec[], change: (step: Step) => Step): readonly TaskSpec[] {
  return tasks.map((task) => ({
    ...task,
    steps: task.steps.map(change),
    ...(task.cleanup && { cleanup: task.cleanup.map(change) }),
  }));
}

/** Gives the waits the form that they had in `before`, where a task of that name had such a step at that place. */
function restoreForms(scenario: Scenario, before: Scenario): Scenario {
  const tasksBefore = new Map(before.tasks.map((task) => [task.name, task]));
  const restore = (steps: readonly Step[], stepsBefore: readonly Step[] | undefined) =>
    steps.map((step, k) => {
      const stepBefore = stepsBefore?.[k];
      return withWaitForm(step, (stepBefore && waitFormOf(stepBefore)) ?? "awaited");
    });
  const tasks = scenario.tasks.map((task) => {
    const taskBefore = tasksBefore.get(task.name);
    return {
      ...task,
      steps: restore(task.steps, taskBefore?.steps),
      ...(task.cleanup && { cleanup: restore(task.cleanup, taskBefore?.cleanup) }),
    };
  });
  return { ...scenario, tasks };
}

function turnAsync(scenario: Scenario, before: Scenario | undefined): Scenario {
  const turned: Scenario = { ...scenario, mode: "async" };
  if (pageModeOf(turned) === "async") return turned;
  const isOfThis = before !== undefined && before.id === scenario.id && before.title === scenario.title;
  const restored = isOfThis ? restoreForms(turned, before) : turned;
  if (pageModeOf(restored) === "async") return restored;
  return { ...turned, tasks: mapSteps(turned.tasks, (step) => withWaitForm(step, "awaited")) };
}

function turn(scenario: Scenario, pageMode: PageMode, before: Scenario | undefined): Scenario {
  switch (pageMode) {
    case "async":
      return turnAsync(scenario, before);
    case "async_blocking":
      return {
        ...scenario,
        mode: "async",
        tasks: mapSteps(scenario.tasks, (step) => withWaitForm(step, "blocking")),
      };
    case "pool": {
      return { ...scenario, mode: "pool", workers: poolWorkersOf(scenario) };
    }
    default:
      return { ...scenario, mode: pageMode };
  }
}

/**
 * A valid scenario in another of the page's modes, or why it cannot run there. Threads do not care about a wait's form, so
 * only `async` and `async_blocking` change steps, and nothing else is touched. `before` is the scenario as it stood
 * before all of its waits were made to block: where only some of them had blocked, that mixture comes back. The
 * `before` of another scenario is ignored.
 */
export function withPageMode(scenario: Scenario, pageMode: PageMode, before?: Scenario): Result<Scenario> {
  return judgeScenario(turn(scenario, pageMode, before));
}
