import { describe, expect, it } from "vitest";
import { axisOf, axisTime, axisX } from "./axis.ts";

describe("the scale that all rows share", () => {
  it("is linear from nothing to the end of the longest", () => {
    const axis = axisOf(6000, 606, 1);
    expect([0, 3000, 6000].map((time) => axisX(axis, time, 606, 1))).toEqual([2, 302, 602]);
  });

  it("gives back the moment under a pointer, never one outside", () => {
    const axis = axisOf(6000, 606, 1);
    expect([302, -50, 9999].map((x) => axisTime(axis, x, 606, 1))).toEqual([3000, 0, 6000]);
  });

  it("has labels in seconds as close as they fit", () => {
    expect(axisOf(6000, 606, 1).ticks.map(({ label }) => label)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(axisOf(6000, 200, 1).ticks.map(({ label }) => label)).toEqual(["0", "5"]);
    expect(axisOf(250, 606, 1).ticks.map(({ label }) => label)).toEqual([
      "0",
      "0.05",
      "0.1",
      "0.15",
      "0.2",
      "0.25",
    ]);
  });

  it("is at the beginning where nothing takes any time", () => {
    const axis = axisOf(0, 606, 1);
    expect(axisX(axis, 0, 606, 1)).toBe(2);
    expect(axis.ticks).toEqual([{ time: 0, label: "0" }]);
  });
});
