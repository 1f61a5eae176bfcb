import { describe, expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import { coarseFirst, sweepValues } from "./sweep.ts";

const tasksOf = (count: number): Scenario => ({
  mode: "async",
  tasks: Array.from({ length: count }, (_, k) => ({ name: `t${k}`, steps: [{ kind: "io", ms: 2000 }] })),
});

describe("the values of a curve", () => {
  it("are the ends first, then what lies between", () => {
    expect(coarseFirst([1, 2, 3, 4, 5])).toEqual([1, 5, 3, 2, 4]);
    expect(coarseFirst([7])).toEqual([7]);
    expect(coarseFirst([])).toEqual([]);
  });

  it("hold every number of a few tasks", () => {
    const values = sweepValues(tasksOf(3), "tasks");
    expect(values.slice(0, 2)).toEqual([1, 12]);
    expect([...values].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("hold what there is, wherever it lies", () => {
    expect(sweepValues(tasksOf(997), "tasks")).toContain(997);
    expect(sweepValues(tasksOf(3), "delay")).toContain(2000);
  });

  it("are few where each costs much", () => {
    expect(sweepValues(tasksOf(50_000), "tasks").length).toBeLessThanOrEqual(6);
    expect(sweepValues(tasksOf(10), "delay").length).toBeLessThanOrEqual(26);
  });
});
