import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { layOutOverview, TICK } from "./overview.ts";

const overviewOf = (scenario: Scenario, width: number, rows = 12) =>
  layOutOverview(buildTraceModel(simulate(scenario), scenario), width, rows);

const sleepers = (count: number, ms: (k: number) => number): Scenario => ({
  mode: "async",
  tasks: Array.from({ length: count }, (_, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms: ms(k) }] })),
});

describe("the overview", () => {
  it("is linear: a wait of half the run is half the strip", () => {
    const { rows, bars } = overviewOf(
      sleepers(2, (k) => 1000 * (k + 1)),
      400,
    );
    expect(rows).toBe(2);
    expect(bars.filter(({ state }) => state === "suspended")).toEqual([
      { row: 0, state: "suspended", x: 0, width: 200 },
      { row: 1, state: "suspended", x: 0, width: 400 },
    ]);
  });

  it("shows an instant as a tick around its place", () => {
    const ticks = overviewOf(
      sleepers(1, () => 1000),
      400,
    ).bars.filter(({ state }) => state === "running");
    expect(ticks).toContainEqual({ row: 0, state: "running", x: -TICK / 2, width: TICK });
    expect(ticks).toContainEqual({ row: 0, state: "running", x: 400 - TICK / 2, width: TICK });
  });

  it("shows in the row of its task how long a callback holds the thread", () => {
    const slow: Scenario = {
      mode: "async",
      tasks: [
        { name: "t", steps: [{ kind: "sleep", ms: 1000 }], callbacks: [{ name: "save", ms: 1000 }] },
        { name: "u", steps: [{ kind: "sleep", ms: 1000 }] },
      ],
    };
    const held = overviewOf(slow, 400).bars.filter(({ state, width }) => state === "blocked" && width > TICK);
    expect(held).toEqual([{ row: 0, state: "blocked", x: 200, width: 200 }]);
  });

  it("gives many tasks the rows there is room for: their area in each state is their time in it", () => {
    const { rows, bars } = overviewOf(
      sleepers(120, (k) => (k < 60 ? 500 : 1000)),
      100,
      2,
    );
    expect(rows).toBe(2);
    const waits = bars.filter(({ state }) => state === "suspended");
    const area = (row: number) =>
      waits.filter((bar) => bar.row === row).reduce((sum, { width }) => sum + width, 0);
    expect(Math.abs(area(0) - 50)).toBeLessThanOrEqual(2);
    expect(Math.abs(area(1) - 100)).toBeLessThanOrEqual(2);
    for (const { x, width } of bars) expect(x >= 0 && x + width <= 100).toBe(true);
  });

  it("is empty while there is no room for it", () => {
    expect(
      overviewOf(
        sleepers(120, () => 10),
        -16,
      ).bars,
    ).toEqual([]);
  });
});
