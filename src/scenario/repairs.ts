import { topLevelTasks, waitOf } from "./defaults.ts";
import { LIMITS } from "./limits.ts";
import type { Scenario, Step, TaskSpec } from "./scenario.ts";

/** What the run of a scenario can suffer from; `src/trace/lints` finds it, `repair` takes it away. */
export type Fault =
  /** async: a call that waits without `await` kept the loop's thread from others. */
  | "loop_blocked_by_wait"
  /** async: long computing did. */
  | "loop_blocked_by_computing"
  /** async: a done-callback did. */
  | "loop_blocked_by_callback"
  /** async: a wait was made and thrown away, for want of an `await`. */
  | "never_awaited"
  /** async: coroutines are awaited one after the other, though none needs another. */
  | "in_a_row"
  /** pool: tasks queued while every worker only waited. */
  | "pool_too_small"
  /** pool: a task waited in its chunk while another worker had nothing to do. */
  | "chunk_too_large"
  /** Requests queued at the server. */
  | "server_too_small"
  /** async: tasks waited for a free place of the program's own limit. */
  | "task_limit"
  /** async: requests waited for a free connection. */
  | "connection_limit";

/**
 * The scenario without the fault, valid if it was; undefined where nothing in a scenario would help: the format has no
 * awaited computing and no awaiting callback, and numbers have limits. All else stays as it is.
 */
export function repair(scenario: Scenario, fault: Fault): Scenario | undefined {
  const places = Math.min(scenario.tasks.length, LIMITS.places);
  switch (fault) {
    case "loop_blocked_by_wait":
      return { ...scenario, tasks: mapSteps(scenario.tasks, awaitInstead) };
    case "never_awaited":
      return { ...scenario, tasks: mapSteps(scenario.tasks, awaitAtLast) };
    case "in_a_row":
      return waitOf(scenario).style === "direct"
        ? { ...scenario, wait: { ...waitOf(scenario), style: "gather" } }
        : undefined;
    case "pool_too_small": {
      const workers = Math.min(topLevelTasks(scenario).length, LIMITS.workers);
      return workers > (scenario.workers ?? 0) ? { ...scenario, workers } : undefined;
    }
    case "chunk_too_large":
      return { ...scenario, dispatch: "single" };
    case "server_too_small":
      return places > (scenario.server?.workers ?? places)
        ? { ...scenario, server: { workers: places } }
        : undefined;
    case "task_limit":
      return places > (scenario.limit?.tasks ?? places)
        ? { ...scenario, limit: { ...scenario.limit, tasks: places } }
        : undefined;
    case "connection_limit":
      return places > (scenario.limit?.connections ?? places)
        ? { ...scenario, limit: { ...scenario.limit, connections: places } }
        : undefined;
    case "loop_blocked_by_computing":
    case "loop_blocked_by_callback":
      return undefined;
  }
}

function mapSteps(tasks: readonly TaskSpec[], change: (step: Step) => Step): readonly TaskSpec[] {
  return tasks.map((task) => ({
    ...task,
    steps: task.steps.map(change),
    ...(task.cleanup && { cleanup: task.cleanup.map(change) }),
  }));
}

/** A wait that keeps the thread becomes one that gives it back; offloaded calls do so already. */
function awaitInstead(step: Step): Step {
  if (step.kind === "blocking" && step.how !== "offload") {
    const { how: _, ...rest } = step;
    return { ...rest, kind: "sleep" };
  }
  if (step.kind !== "io" || (step.how !== "blocking" && step.how !== "await_blocking")) return step;
  const { how: _, ...rest } = step;
  return rest;
}

function awaitAtLast(step: Step): Step {
  if (step.kind !== "sleep" && step.kind !== "io" && step.kind !== "call") return step;
  if (step.how !== "no_await") return step;
  const { how: _, ...rest } = step;
  return rest;
}
