import { describe, expect, it } from "vitest";
import { goldenModel } from "../model/models-for-tests.ts";
import { goldenNames } from "../read-golden.ts";
import { findFaults } from "./find-faults.ts";

/**
 * Every fault in the runs of real CPython, as `how long, how many at most, when first and on whom`, each thought over
 * beside its scenario. Runs that are not listed have none.
 */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  "async-blocking-await-blocking-request": ["loop_blocked_by_wait 150 ms, 1, 0 A"],
  "async-blocking-await-nonawaitable": ["loop_blocked_by_wait 100 ms, 1, 0 A"],
  "async-blocking-requests": ["loop_blocked_by_wait 400 ms, 2, 0 A"],
  "async-blocking-three": ["loop_blocked_by_wait 300 ms, 2, 0 A"],
  "async-mixed-blocking-io": ["loop_blocked_by_wait 200 ms, 1, 0 B", "server_too_small 200 ms, 1, 200 C"],
  "async-mixed-forgot-await": ["never_awaited 0 ms, 2, 0 A"],
  "async-mixed-io-and-blocker": ["loop_blocked_by_wait 400 ms, 2, 0 C"],
  "async-mixed-late-blocker": ["loop_blocked_by_wait 200 ms, 1, 100 A"],
  "async-mixed-one-blocker": ["loop_blocked_by_wait 300 ms, 2, 0 B"],
  "callbacks-slow": ["loop_blocked_by_callback 150 ms, 1, 100 A"],
  "cancel-during-blocking": ["loop_blocked_by_wait 300 ms, 1, 0 A"],
  "direct-mixed": ["in_a_row 200 ms, 3, 150 B"],
  "direct-three": ["in_a_row 250 ms, 3, 200 B"],
  "lesson-crawler-one-thread-server": ["server_too_small 4000 ms, 2, 0 B"],
  "lesson-crawler-requests": ["loop_blocked_by_wait 4000 ms, 2, 0 A"],
  "lesson-multi-blocking": ["loop_blocked_by_wait 4000 ms, 2, 0 A"],
  "limit-connections-2-of-5": ["connection_limit 400 ms, 3, 0 C"],
  "limit-connections-and-server": ["server_too_small 400 ms, 1, 0 B"],
  "limit-connections-two-requests": ["connection_limit 200 ms, 1, 0 C"],
  "limit-tasks-1": ["task_limit 150 ms, 2, 0 B"],
  "limit-tasks-2-of-5": ["task_limit 400 ms, 3, 0 C"],
  "limit-tasks-2-unequal": ["task_limit 300 ms, 3, 0 C"],
  "multi-step-cpu-bursts": ["loop_blocked_by_computing 50 ms, 1, 250 B"],
  "multi-step-parse": ["loop_blocked_by_computing 250 ms, 2, 200 A"],
  "pool-map-12x2": ["pool_too_small 500 ms, 10, 0 B"],
  "pool-map-5x1": ["pool_too_small 350 ms, 4, 0 B"],
  "pool-map-5x3": ["pool_too_small 200 ms, 2, 0 D"],
  "pool-map-9x2-unequal": ["pool_too_small 350 ms, 7, 0 B", "chunk_too_large 50 ms, 1, 350 B"],
  "pool-map-chunk-error": ["pool_too_small 200 ms, 4, 0 B", "chunk_too_large 400 ms, 3, 200 C"],
  "pool-map-single-chunk-size": ["pool_too_small 400 ms, 7, 0 C"],
  "pool-single-as-done": ["pool_too_small 300 ms, 3, 0 C"],
  "pool-single-callbacks": ["pool_too_small 100 ms, 1, 0 C"],
  "pool-single-in-order-error": ["pool_too_small 200 ms, 4, 0 C"],
  "pool-single-in-order": ["pool_too_small 300 ms, 3, 0 C"],
  "server-async-1": ["server_too_small 400 ms, 2, 0 B"],
  "server-async-2": ["server_too_small 300 ms, 3, 0 C"],
  "server-pool-3-2": ["server_too_small 300 ms, 1, 0 C"],
  "server-threads-1": ["server_too_small 400 ms, 2, 0 B"],
  "timeouts-blocked-then-yield": ["loop_blocked_by_wait 400 ms, 1, 0 A"],
  "timeouts-blocked": ["loop_blocked_by_wait 300 ms, 1, 0 A"],
};

function faultsIn(name: string): readonly string[] {
  const model = goldenModel(name);
  return findFaults(model).map(
    ({ fault, ms, count, step, task }) =>
      `${fault} ${ms} ms, ${count}, ${model.trace.timeAt(step)} ${model.trace.names[task]}`,
  );
}

describe("the faults of a real run", () => {
  it.each(goldenNames)("%s", (name) => {
    expect(faultsIn(name)).toEqual(FAULTS[name] ?? []);
  });

  it("are listed for runs that there are", () => {
    expect(Object.keys(FAULTS).filter((name) => !goldenNames.includes(name))).toEqual([]);
  });
});
