import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawBeads, drawHatch } from "./draw-patterns.ts";

const colors = { graphic: "red", fill: "pink", text: "brown", on: "white" };

/** Where copies of a pattern were put: left edge and width. */
const copies = (log: readonly (readonly unknown[])[]) =>
  log
    .filter(([name]) => name === "drawLayer")
    .map(([, , , to]) => to as readonly number[])
    .map(([x = 0, , width = 0]) => ({ x, width }));

describe("a hatch", () => {
  it("is denser as hazard tape: its stripes cover half of it, those of the calm hatch a quarter", () => {
    const widthOf = (style: "tape" | "calm") => {
      const { ctx, log } = recordingContext();
      drawHatch(ctx, [0, 0, 100, 20], colors, style, 1);
      return log.find(([name]) => name === "lineWidth")?.[1];
    };
    expect(widthOf("tape")).toBe(4.5);
    expect(widthOf("calm")).toBeCloseTo(1.69, 2);
  });

  it("fills its frame from end to end, however wide it is", () => {
    const { ctx, log } = recordingContext();
    drawHatch(ctx, [10, 0, 1000, 20], colors, "tape", 1);
    const hatched = copies(log).reduce((sum, { width }) => sum + width, 0);
    expect(Math.abs(hatched - 996)).toBeLessThan(3);
  });

  it("is whole: no slit between two copies, on whatever screen and wherever it begins", () => {
    const cases = fc.record({
      x: fc.double({ min: 0, max: 50, noNaN: true }),
      ratio: fc.constantFrom(1, 1.25, 1.5, 1224.5 / 816, 2, 3),
      unit: fc.constantFrom(0.6, 1, 1.067, 1.5),
      style: fc.constantFrom("tape" as const, "calm" as const),
    });
    fc.assert(
      fc.property(cases, ({ x, ratio, unit, style }) => {
        const { ctx, log } = recordingContext(ratio);
        drawHatch(ctx, [x, 0, 2500, 20], colors, style, unit);
        const all = copies(log);
        expect(all.length).toBeGreaterThan(3);
        for (const [k, { x }] of all.slice(1).entries()) {
          const before = all[k] as (typeof all)[number];
          expect((x - before.x - before.width) * ratio).toBeCloseTo(0, 6);
        }
      }),
    );
  });
});

describe("beads", () => {
  it("stand 9 px apart inside their wire", () => {
    const { ctx, log } = recordingContext();
    drawBeads(ctx, 0, 100, 0, "gold", 1);
    const [first, second] = log.filter(([name]) => name === "arc").map(([, x]) => x as number);
    expect((second as number) - (first as number)).toBe(9);
    // Half of the gap on both sides of a bead goes with it.
    const [copy] = copies(log);
    expect(copy?.width).toBe(10 * 9);
    expect((copy?.x ?? 0) + 4.5).toBeGreaterThan(2);
    expect((copy?.x ?? 0) + 90 - 4.5).toBeLessThan(98);
  });

  it("are left out where there is only room for the wire", () => {
    const recording = recordingContext();
    drawBeads(recording.ctx, 0, 4, 0, "gold", 1);
    expect(recording.countOf("drawLayer")).toBe(0);
  });
});
