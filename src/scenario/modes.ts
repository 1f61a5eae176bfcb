import { parseScenario } from "./parse-scenario.ts";
import type { Result } from "./problem.ts";
import type { BlockingStep, IoStep, Mode, Scenario, SleepStep, Step, TaskSpec } from "./scenario.ts";

/** What the page offers as a mode: the format's modes, and async whose waits all block the event loop. */
export type PageMode = Mode | "async_blocking";

export const PAGE_MODES: readonly PageMode[] = ["sync", "threads", "pool", "async", "async_blocking"];

/** A pool of more workers than this must be asked for. */
const DEFAULT_WORKERS = 3;

/** A wait that exists in two forms in async: one gives the thread back, the other holds it. */
type WaitForm = "awaited" | "blocking";

function waitFormOf(step: Step): WaitForm | undefined {
  switch (step.kind) {
    case "io":
      if (step.how === undefined) return "awaited";
      return step.how === "blocking" ? "blocking" : undefined;
    case "sleep":
      return step.how === undefined ? "awaited" : undefined;
    case "blocking":
      return step.how === undefined ? "blocking" : undefined;
    default:
      return undefined;
  }
}

/** The same wait in this form; a step that is no wait, or one of a third form, stays as it is. */
function withWaitForm(step: Step, form: WaitForm): Step {
  if (waitFormOf(step) === undefined || waitFormOf(step) === form) return step;
  const { how: _, ...rest } = step as IoStep | SleepStep | BlockingStep;
  if (rest.kind !== "io") return { ...rest, kind: form === "awaited" ? "sleep" : "blocking" };
  return form === "awaited" ? rest : { ...rest, how: "blocking" };
}

/** Whether there are waits and every one of them is in its blocking form. */
function everyWaitBlocks(tasks: readonly TaskSpec[]): boolean {
  let blocking = false;
  for (const task of tasks) {
    for (const step of [...task.steps, ...(task.cleanup ?? [])]) {
      const form = waitFormOf(step);
      if (form === "awaited") return false;
      blocking ||= form === "blocking";
    }
  }
  return blocking;
}

/** The page's mode in which a scenario stands. */
export function pageModeOf(scenario: Scenario): PageMode {
  return scenario.mode === "async" && everyWaitBlocks(scenario.tasks) ? "async_blocking" : scenario.mode;
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
      const workers = scenario.workers ?? Math.max(1, Math.min(scenario.tasks.length, DEFAULT_WORKERS));
      return { ...scenario, mode: "pool", workers };
    }
    default:
      return { ...scenario, mode: pageMode };
  }
}

/**
 * The scenario in another of the page's modes, or why it cannot run there. Threads do not care about a wait's form, so
 * only `async` and `async_blocking` change steps, and nothing else is touched. `before` is the scenario as it stood
 * before all of its waits were made to block: where only some of them had blocked, that mixture comes back. The
 * `before` of another scenario is ignored.
 */
export function withPageMode(scenario: Scenario, pageMode: PageMode, before?: Scenario): Result<Scenario> {
  const next = turn(scenario, pageMode, before);
  const parsed = parseScenario(next);
  return parsed.ok ? { ok: true, value: next } : parsed;
}
