import { topLevelTasks } from "#scenario/defaults.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TaskId } from "#trace/trace.ts";

/** The numbers of the tasks that the main program starts, in the scenario's order. */
export function topLevelIds(scenario: Scenario): readonly TaskId[] {
  const topLevel = topLevelTasks(scenario);
  const ids: TaskId[] = [];
  for (const [index, spec] of scenario.tasks.entries()) {
    if (spec === topLevel[ids.length]) ids.push(index + 1);
  }
  return ids;
}
