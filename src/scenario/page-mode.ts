import type { Mode, Scenario, Step, TaskSpec } from "./scenario.ts";

/** What the page offers as a mode: the format's modes, and async whose waits all block the event loop. */
export type PageMode = Mode | "async_blocking";

export const PAGE_MODES: readonly PageMode[] = [
  "sync",
  "threads",
  "pool",
  "processes",
  "async",
  "async_blocking",
];

/** A wait that exists in two forms in async: one gives the thread back, the other holds it. */
export type WaitForm = "awaited" | "blocking";

/** The form of a wait; undefined for a step that is none, or one of a third form. */
export function waitFormOf(step: Step): WaitForm | undefined {
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
