import { expect, test } from "vitest";
import type { Scenario } from "./scenario.ts";
import { generateDelays, generateRows } from "./workload-generate.ts";

const crawler: Scenario = {
  mode: "async",
  create: "before_loop",
  wait: { style: "only", task: "bobo" },
  cancels: [{ task: "bobo", at_ms: 1 }],
  tasks: [{ name: "bobo", url: "http://127.0.0.1:5000/bobo", steps: [{ kind: "io", ms: 2000 }] }],
};

test("delays are equal, or spread evenly over both ends, in whole milliseconds", () => {
  expect(generateDelays(2, { kind: "equal", ms: 7 })).toEqual([7, 7]);
  expect(generateDelays(4, { kind: "spread", from: 0, to: 1000 })).toEqual([0, 333, 667, 1000]);
  expect(generateDelays(1, { kind: "spread", from: 5, to: 9 })).toEqual([5]);
});

test("random delays lie between the ends and come again with the same seed", () => {
  const pattern = { kind: "random", from: 500, to: 2000, seed: 42 } as const;
  const delays = generateDelays(1000, pattern);
  expect(delays).toEqual(generateDelays(1000, pattern));
  expect(delays).not.toEqual(generateDelays(1000, { ...pattern, seed: 43 }));
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...delays)).toBeLessThanOrEqual(2000);
  expect(delays.every(Number.isInteger)).toBe(true);
});

test("new rows go behind the old ones, under names that nobody has", () => {
  const twice = generateRows(
    generateRows(crawler, 1, { kind: "equal", ms: 1 }, "append"),
    1,
    { kind: "equal", ms: 2 },
    "append",
  );
  expect(twice.tasks.map(({ name, url }) => [name, url])).toEqual([
    ["bobo", "http://127.0.0.1:5000/bobo"],
    ["p1", "http://127.0.0.1:5000/p1"],
    ["p2", "http://127.0.0.1:5000/p2"],
  ]);
});

test("or in their place: what was said about old tasks goes with them", () => {
  expect(generateRows(crawler, 2, { kind: "equal", ms: 3 }, "replace")).toEqual({
    mode: "async",
    create: "before_loop",
    wait: { style: "only", task: "p1" },
    tasks: ["p1", "p2"].map((name) => ({
      name,
      url: `http://127.0.0.1:5000/${name}`,
      steps: [{ kind: "io", ms: 3 }],
    })),
  });
});

test("beside blocking requests, new ones block too", () => {
  const blocking: Scenario = {
    mode: "async",
    tasks: [{ name: "a", steps: [{ kind: "io", how: "blocking" }] }],
  };
  expect(generateRows(blocking, 1, { kind: "equal", ms: 3 }, "append").tasks[1]?.steps).toEqual([
    { kind: "io", ms: 3, how: "blocking" },
  ]);
});

test("more than the format allows are not made", () => {
  expect(generateRows(crawler, 100_000, { kind: "equal", ms: 1 }, "append")).toBe(crawler);
});
