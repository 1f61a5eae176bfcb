import type { Scenario } from "#scenario/scenario.ts";
import type { ThreadInfo } from "../model-types.ts";
import type { Trace } from "../trace.ts";

/**
 * The thread lanes: the loop's one thread; or main, then a thread for each task (threads), or the workers, used or not
 * (pool). A lane's id is the worker number of its events.
 */
export function threadsOf(trace: Trace, scenario: Scenario): readonly ThreadInfo[] {
  const main: ThreadInfo = { id: 0, kind: scenario.mode === "async" ? "loop" : "main", worker: 0 };
  const [count, kind] = othersOf(trace, scenario);
  return [main, ...Array.from({ length: count }, (_, nth) => ({ id: nth + 1, kind, worker: nth + 1 }))];
}

function othersOf(trace: Trace, scenario: Scenario): readonly [number, ThreadInfo["kind"]] {
  switch (scenario.mode) {
    case "async":
    case "sync":
      return [0, "worker"];
    case "threads":
      return [trace.names.length - 1, "task_thread"];
    case "pool":
      return [scenario.workers ?? 0, "worker"];
  }
}
