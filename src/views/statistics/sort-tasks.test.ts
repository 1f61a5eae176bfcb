import { describe, expect, it } from "vitest";
import { pressColumn, type SortOrder, sortTasks } from "./sort-tasks.ts";

const none = new Float64Array(5);
const times = {
  ready: none,
  running: none,
  suspended: Float64Array.of(0, 200, 500, 200, 0),
  blocked: none,
};
const sorted = (order: SortOrder) => [...sortTasks(times, order)];

describe("the tasks", () => {
  it("stand in the scenario's order, without the main program", () => {
    expect(sorted(undefined)).toEqual([1, 2, 3, 4]);
  });

  it("stand by a column, equal ones in the scenario's order both ways", () => {
    expect(sorted({ by: "suspended", ascending: false })).toEqual([2, 1, 3, 4]);
    expect(sorted({ by: "suspended", ascending: true })).toEqual([4, 1, 3, 2]);
    expect(sorted({ by: "ready", ascending: true })).toEqual([1, 2, 3, 4]);
  });
});

it("a column's head sorts the most first, then the least first, then no more", () => {
  const first = pressColumn(undefined, "ready");
  const second = pressColumn(first, "ready");
  expect([first, second, pressColumn(second, "ready")]).toEqual([
    { by: "ready", ascending: false },
    { by: "ready", ascending: true },
    undefined,
  ]);
  expect(pressColumn(second, "blocked")).toEqual({ by: "blocked", ascending: false });
});
