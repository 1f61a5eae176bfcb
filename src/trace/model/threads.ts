import type { Scenario } from "#scenario/scenario.ts";
import type { ThreadInfo } from "../model-types.ts";

/**
 * The thread lanes: the loop's one thread; or main, then a thread for each task (threads), the one thread of each task's
 * process (processes), or the workers, used or not (pool). A lane's id is the worker number of its events.
 */
export function threadsOf(scenario: Scenario): readonly ThreadInfo[] {
  const main: ThreadInfo = { id: 0, kind: scenario.mode === "async" ? "loop" : "main", worker: 0 };
  const kind = KINDS[scenario.mode];
  const others = Array.from({ length: threadCountOf(scenario) - 1 }, (_, nth) => nth + 1);
  return [main, ...others.map((worker) => ({ id: worker, kind, worker }) as const)];
}

const KINDS = {
  sync: "worker",
  async: "worker",
  pool: "worker",
  threads: "task_thread",
  processes: "process",
} as const satisfies Readonly<Record<Scenario["mode"], ThreadInfo["kind"]>>;

export function threadCountOf(scenario: Scenario): number {
  switch (scenario.mode) {
    case "async":
    case "sync":
      return 1;
    case "threads":
    case "processes":
      return 1 + scenario.tasks.length;
    case "pool":
      return 1 + (scenario.workers ?? 0);
  }
}
