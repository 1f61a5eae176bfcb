import { describe, expect, it } from "vitest";
import { layOutChart, linesOf, placeNames } from "./chart-layout.ts";

const layout = layOutChart({ width: 648, height: 342 }, { least: 1, most: 11, step: 1 }, 10_000, 1, 100);

describe("the chart", () => {
  it("is linear in both directions, from nothing up", () => {
    expect([layout.x(1), layout.x(6), layout.x(11)]).toEqual([48, 298, 548]);
    expect([layout.y(0), layout.y(5000), layout.y(10_000)]).toEqual([314, 164, 14]);
  });

  it("has round numbers beside its axes, and says where it begins", () => {
    expect(layout.xTicks).toEqual([1, 2, 4, 6, 8, 10]);
    expect(layout.yTicks).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
  });

  it("takes a drag by whole steps, inside its range", () => {
    expect([layout.valueAt(48), layout.valueAt(70), layout.valueAt(80), layout.valueAt(9999)]).toEqual([
      1, 1, 2, 11,
    ]);
  });

  it("draws modes of which every point is the same as one line", () => {
    const curve = [
      { value: 1, totals: { sync: 2000, threads: 2000, async: 2000 } },
      { value: 2, totals: { sync: 4000, threads: 2000, async: 2000 } },
    ];
    expect(linesOf(curve, ["sync", "threads", "pool", "async"]).map(({ modes }) => modes)).toEqual([
      ["sync"],
      ["threads", "async"],
    ]);
  });

  it("puts names at the lines' ends, and keeps them apart", () => {
    const curve = [{ value: 11, totals: { sync: 10_000, threads: 1000, pool: 1100, async: 1000 } }];
    const names = placeNames(
      linesOf(curve, ["sync", "threads", "pool", "async"]),
      layout,
      ({ modes }) => 20 * modes.length,
    );
    expect(names.map(({ modes }) => modes)).toEqual([["threads", "async"], ["pool"], ["sync"]]);
    expect((names[0]?.y ?? 0) - (names[1]?.y ?? 0)).toBeGreaterThanOrEqual(30);
    expect(names.every(({ y }) => y <= layout.bottom)).toBe(true);
  });

  it("breaks a line where its mode cannot run", () => {
    const curve = [
      { value: 1, totals: { sync: 1 } },
      { value: 2, totals: {} },
      { value: 3, totals: { sync: 3 } },
    ];
    expect(linesOf(curve, ["sync"])[0]?.parts).toEqual([[{ value: 1, total: 1 }], [{ value: 3, total: 3 }]]);
    expect(linesOf(curve, ["pool"])).toEqual([]);
  });
});
