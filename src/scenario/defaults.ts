import type { Milliseconds } from "#base/units.ts";
import type { Scenario, TaskSpec, WaitSpec } from "./scenario.ts";

/** The main program's wait; `gather` unless the scenario says otherwise. */
export function waitOf(scenario: Scenario): WaitSpec {
  return scenario.wait ?? { style: "gather" };
}

/**
 * How many tasks travel together in a pool. The default is that of `Pool._map_async` in CPython's
 * `multiprocessing/pool.py`: four chunks per worker, rounded up; `dispatch: single` is `chunksize=1`.
 */
export function chunkSizeOf(scenario: Scenario): number {
  if (scenario.dispatch === "single") return 1;
  return scenario.chunk_size ?? Math.ceil(topLevelTasks(scenario).length / (4 * (scenario.workers ?? 1)));
}

/** CPython's default of `sys.getswitchinterval()` (`DEFAULT_INTERVAL` in `Python/ceval_gil.c`), in ms. */
const SWITCH_INTERVAL = 5;

/** How long who computes keeps the core and the interpreter while others wait for it. */
export function timeSliceOf(scenario: Scenario): Milliseconds {
  return scenario.machine?.time_slice_ms ?? SWITCH_INTERVAL;
}

/** The tasks that the main program starts: all but those named in a spawn or a call. */
export function topLevelTasks(scenario: Scenario): readonly TaskSpec[] {
  const startedByOthers = new Set<string>();
  for (const task of scenario.tasks) {
    for (const steps of [task.steps, task.cleanup ?? []]) {
      for (const step of steps) {
        if (step.kind === "spawn" || step.kind === "call") startedByOthers.add(step.task);
      }
    }
  }
  return scenario.tasks.filter((task) => !startedByOthers.has(task.name));
}
