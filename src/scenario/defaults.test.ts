import { expect, test } from "vitest";
import { chunkSizeOf, topLevelTasks, waitOf } from "./defaults.ts";
import type { Scenario, TaskSpec } from "./scenario.ts";

const tasks = (count: number): TaskSpec[] =>
  Array.from({ length: count }, (_, i) => ({ name: `T${i}`, steps: [] }));

test("a pool deals four chunks to each worker, rounded up, as Pool.map does", () => {
  const chunkSize = (count: number, workers: number) =>
    chunkSizeOf({ mode: "pool", workers, tasks: tasks(count) });
  expect(chunkSize(12, 2)).toBe(2);
  expect(chunkSize(8, 2)).toBe(1);
  expect(chunkSize(9, 2)).toBe(2);
  expect(chunkSize(3, 5)).toBe(1);
});

test("a chunk size is used as it is, unless the tasks travel one by one", () => {
  const pool: Scenario = { mode: "pool", workers: 2, chunk_size: 3, tasks: tasks(6) };
  expect(chunkSizeOf(pool)).toBe(3);
  expect(chunkSizeOf({ ...pool, dispatch: "single" })).toBe(1);
});

test("the main program gathers unless it is told otherwise", () => {
  expect(waitOf({ mode: "async", tasks: tasks(1) })).toEqual({ style: "gather" });
  expect(waitOf({ mode: "async", tasks: tasks(1), wait: { style: "none" } })).toEqual({ style: "none" });
});

test("the main program starts the tasks that nobody spawns or calls", () => {
  const scenario: Scenario = {
    mode: "async",
    tasks: [
      { name: "A", steps: [{ kind: "spawn", task: "B" }], cleanup: [{ kind: "call", task: "C" }] },
      { name: "B", steps: [] },
      { name: "C", steps: [] },
      { name: "D", steps: [{ kind: "join", task: "B" }] },
    ],
  };
  expect(topLevelTasks(scenario).map(({ name }) => name)).toEqual(["A", "D"]);
});
