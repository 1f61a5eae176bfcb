import { describe, expect, it } from "vitest";
import { drawBeads, drawBlock, drawHatch, hammockY, sagOf } from "./draw-shapes.ts";
import { recordingContext } from "./recording-context.ts";

const colors = { graphic: "red", fill: "pink", text: "brown", on: "white" };

describe("a cable", () => {
  it("hangs from its pegs, deepest in the middle by exactly its sag", () => {
    expect(hammockY(0, 200, 10, 20, 0)).toBeCloseTo(10, 3);
    expect(hammockY(0, 200, 10, 20, 200)).toBeCloseTo(10, 3);
    expect(hammockY(0, 200, 10, 20, 100)).toBeCloseTo(30, 3);
  });

  it("hangs deeper the wider it is, but stays in its lane", () => {
    expect(sagOf(40, 400, 1)).toBeGreaterThan(sagOf(40, 50, 1));
    expect(sagOf(40, 10_000, 1)).toBeLessThan(40);
  });
});

describe("a hatch", () => {
  it("is denser as hazard tape: its stripes cover half of it, those of the calm hatch a quarter", () => {
    const widthOf = (style: "tape" | "calm") => {
      const { ctx, log } = recordingContext();
      drawHatch(ctx, [0, 0, 100, 20], colors, style, 1);
      return log.filter(([name]) => name === "lineWidth").at(-1)?.[1];
    };
    expect(widthOf("tape")).toBe(4.5);
    expect(widthOf("calm")).toBeCloseTo(1.69, 2);
  });
});

describe("a block", () => {
  it("leaves a line even when it lasted no time", () => {
    const { ctx, log } = recordingContext();
    drawBlock(ctx, [5, 0, 0, 20], "green", 1);
    expect(log).toContainEqual(["fillRect", 5, 0, 2, 20]);
  });
});

describe("beads", () => {
  it("stand 9 px apart inside their wire", () => {
    const { ctx, log } = recordingContext();
    drawBeads(ctx, 0, 100, 0, "gold", 1);
    const xs = log.filter(([name]) => name === "arc").map(([, x]) => x as number);
    expect(xs.length).toBe(10);
    expect(xs.every((x) => x > 2 && x < 98)).toBe(true);
    expect((xs[1] as number) - (xs[0] as number)).toBe(9);
  });

  it("are left out where there is only room for the wire", () => {
    const recording = recordingContext();
    drawBeads(recording.ctx, 0, 4, 0, "gold", 1);
    expect(recording.countOf("arc")).toBe(0);
  });
});
