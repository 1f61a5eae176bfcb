import type { Scenario, Step, TaskSpec } from "#scenario/scenario.ts";

// What the tries of the lessons are made of.

/** The scenario with other steps in every task. */
export const withSteps = (scenario: Scenario, stepsOf: (task: TaskSpec) => readonly Step[]): Scenario => ({
  ...scenario,
  tasks: scenario.tasks.map((task) => ({ ...task, steps: stepsOf(task) })),
});

/** The scenario with one of its tasks changed. */
export const withTask = (scenario: Scenario, name: string, change: Partial<TaskSpec>): Scenario => ({
  ...scenario,
  tasks: scenario.tasks.map((task) => (task.name === name ? { ...task, ...change } : task)),
});

/** The scenario without that setting. */
export function without(scenario: Scenario, setting: "limit" | "server"): Scenario {
  const { [setting]: _, ...rest } = scenario;
  return rest;
}
