import type { Scenario } from "#scenario/scenario.ts";

/** Names by TaskId: the main program, then the scenario's tasks. */
export function namesOf(scenario: Scenario): readonly string[] {
  return ["main", ...scenario.tasks.map((task) => task.name)];
}
