import { chunkSizeOf, topLevelTasks } from "#scenario/defaults.ts";
import type { Scenario } from "#scenario/scenario.ts";

/** The pieces in which a scenario's tasks are given to workers, by name: what a worker does without asking again. */
export function divideWork(scenario: Scenario): readonly (readonly string[])[] {
  const names = topLevelTasks(scenario).map(({ name }) => name);
  switch (scenario.mode) {
    case "sync":
    case "async":
      return [names];
    case "threads":
    // A page has no processes: `findObstacles` refuses them before any work is divided.
    case "processes":
      return names.map((name) => [name]);
    case "pool": {
      const size = chunkSizeOf(scenario);
      const pieces = Math.ceil(names.length / size);
      return Array.from({ length: pieces }, (_, index) => names.slice(index * size, (index + 1) * size));
    }
  }
}

/** The numbers, as in the trace, of the workers that a run needs: a pool makes no more than it has work for. */
export function workersFor(scenario: Scenario, pieces: number): readonly number[] {
  const { mode, workers = 1 } = scenario;
  if (mode === "sync" || mode === "async") return [0];
  const count = mode === "pool" ? Math.min(workers, pieces) : pieces;
  return Array.from({ length: count }, (_, index) => index + 1);
}
