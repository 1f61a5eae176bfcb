import fc from "fast-check";
import { expect, it } from "vitest";
import { approach, withAir } from "./window-shift.ts";

const windows = fc
  .tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
  .map(([from, width]) => ({ from, to: from + width }));

it("zooming around one place leads from any window to any other", () => {
  fc.assert(
    fc.property(windows, windows, (now, wanted) => {
      const way = approach(now, wanted);
      if (!way) return;
      const fixed = now.from + way.around * (now.to - now.from);
      const zoomed = (share: number) => fixed + (share - fixed) / way.factor;
      expect(zoomed(now.from)).toBeCloseTo(wanted.from, 5);
      expect(zoomed(now.to)).toBeCloseTo(wanted.to, 5);
    }),
  );
});

it("windows of one width need no zoom", () => {
  expect(approach({ from: 0.1, to: 0.3 }, { from: 0.5, to: 0.7 })).toBeUndefined();
});

it("air is added on both sides, as far as the axis goes", () => {
  expect(withAir({ from: 0.4, to: 0.6 }, 0.25, 0).from).toBeCloseTo(0.35);
  expect(withAir({ from: 0, to: 0.2 }, 0.25, 0)).toEqual({ from: 0, to: 0.30000000000000004 });
  expect(withAir({ from: 0.5, to: 0.5 }, 0.25, 0.1).to).toBeCloseTo(0.55);
});
