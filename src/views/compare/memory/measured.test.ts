import { describe, expect, it } from "vitest";
import { MEASURED_COUNTS, MEASURED_MEMORY, pointOf, writeSize } from "./measured.ts";

describe("the measured memory", () => {
  it("has a figure, or a refusal, of both kinds for every count", () => {
    expect(MEASURED_COUNTS).toEqual([100, 1000, 10_000, 100_000]);
    for (const count of MEASURED_COUNTS)
      for (const kind of ["threads", "tasks"] as const) expect(pointOf(kind, count)).toBeDefined();
  });

  it("says by what it was measured, several times", () => {
    expect(MEASURED_MEMORY.python).toMatch(/^CPython 3\./);
    expect(MEASURED_MEMORY.runs).toBeGreaterThanOrEqual(3);
    for (const { residentKiB, ...point } of MEASURED_MEMORY.points) {
      if (residentKiB === undefined || !("residentRange" in point)) continue;
      const [least = 0, most = 0] = point.residentRange;
      expect(least <= residentKiB && residentKiB <= most).toBe(true);
    }
  });

  it("is written in a unit that fits", () => {
    expect([136, 1632, 159_716, 83_137_216].map(writeSize)).toEqual([
      "136\u00a0KiB",
      "1.6\u00a0MiB",
      "156\u00a0MiB",
      "79.3\u00a0GiB",
    ]);
  });
});
