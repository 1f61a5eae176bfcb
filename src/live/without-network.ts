import type { Scenario, Step, TaskSpec } from "#scenario/scenario.ts";

/**
 * The same program where nothing can be requested: every request becomes a wait of the same length and the same way of
 * waiting, at the same place in its body. What a server would have answered is lost: every wait ends well.
 */
export function withoutNetwork(scenario: Scenario): Scenario {
  return { ...scenario, tasks: scenario.tasks.map(withoutRequests) };
}

function withoutRequests(task: TaskSpec): TaskSpec {
  const { cleanup } = task;
  return {
    ...task,
    steps: task.steps.map(asWait),
    ...(cleanup !== undefined && { cleanup: cleanup.map(asWait) }),
  };
}

function asWait(step: Step): Step {
  if (step.kind !== "io") return step;
  const { how, ms = 0, timeout_ms, on_timeout } = step;
  const deadline = {
    ...(timeout_ms !== undefined && { timeout_ms }),
    ...(on_timeout !== undefined && { on_timeout }),
  };
  if (how === "blocking") return { kind: "blocking", ms, ...deadline };
  if (how === "await_blocking") return { kind: "blocking", how: "await", ms, ...deadline };
  return { kind: "sleep", ms, ...(how !== undefined && { how }), ...deadline };
}
