import { describe, expect, it } from "vitest";
import { type TraceTime, traceTime } from "#base/units.ts";
import { gapsOf, longestGap } from "./heartbeat.ts";

const beat = (...ticks: readonly number[]) => ({ worker: 0, period: 10, ticks: ticks as TraceTime[] });
const gaps = (ticks: readonly number[], until: number, least = 50) =>
  gapsOf(beat(...ticks), traceTime(until), least).map(({ from, to, open }) => [from, to, open]);

describe("a heartbeat", () => {
  it("that keeps its time has no gap", () => {
    expect(gaps([10, 20, 31, 40, 52], 60)).toEqual([]);
  });

  it("stands still between two ticks that lie too far apart", () => {
    expect(gaps([10, 20, 2024, 2034, 2044], 2050)).toEqual([[20, 2024, false]]);
  });

  it("stands still from the beginning of the run when the first tick comes late", () => {
    expect(gaps([2003, 2013], 2020)).toEqual([[0, 2003, false]]);
  });

  it("stands still until now when the last tick is long ago, or there has been none", () => {
    expect(gaps([10, 20], 320)).toEqual([[20, 320, true]]);
    expect(gaps([], 320)).toEqual([[0, 320, true]]);
  });

  it("counts a gap of exactly the least length, and none that is shorter", () => {
    expect(gaps([10, 60, 109], 115)).toEqual([[10, 60, false]]);
  });

  it("is judged up to the moment in question: later ticks end nothing, earlier ones begin nothing", () => {
    expect(gaps([-30, -10, 8, 400], 200)).toEqual([[8, 200, true]]);
  });

  it("has a longest gap, the first of equals", () => {
    const all = gapsOf(beat(100, 300, 310, 510), traceTime(515));
    expect(longestGap(all)).toEqual({ from: 100, to: 300, open: false });
    expect(longestGap([])).toBeUndefined();
  });
});
