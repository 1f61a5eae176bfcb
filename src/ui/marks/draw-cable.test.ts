import { describe, expect, it } from "vitest";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { type Cable, cableY, depthRoom, drawCable, sagOf } from "./draw-cable.ts";

const colors = { graphic: "red", fill: "pink", text: "brown", on: "white" };

describe("a cable", () => {
  it("hangs from its pegs, deepest in the middle by exactly its sag", () => {
    const cable: Cable = { x1: 0, x2: 200, y: 10, sag: 20 };
    expect(cableY(cable, 0)).toBeCloseTo(10, 3);
    expect(cableY(cable, 200)).toBeCloseTo(10, 3);
    expect(cableY(cable, 100)).toBeCloseTo(30, 3);
  });

  it("hangs deeper the wider it is, but stays in its lane", () => {
    expect(sagOf(40, 400, 1)).toBeGreaterThan(sagOf(40, 50, 1));
    expect(sagOf(40, 10_000, 1)).toBeLessThan(40);
  });

  it("is the same curve where only a part of it is in view: both ends and the middle of the part lie on it", () => {
    const cable: Cable = { x1: -5000, x2: 3000, y: 10, sag: 30 };
    const { ctx, log } = recordingContext();
    drawCable(ctx, cable, colors, 2, [100, 900]);
    const [, ...start] = log.find(([name]) => name === "moveTo") ?? [];
    const [, ...curve] = log.find(([name]) => name === "bezierCurveTo") ?? [];
    const [x0, y0, x1, y1, x2, y2, x3, y3] = [...start, ...curve] as number[] as [
      ...[number, number, number, number],
      ...[number, number, number, number],
    ];
    expect([x0, x3].map(Math.round)).toEqual([100, 900]);
    expect(y0).toBeCloseTo(cableY(cable, x0), 3);
    expect(y3).toBeCloseTo(cableY(cable, x3), 3);
    const middle = (a: number, b: number, c: number, d: number) => (a + 3 * b + 3 * c + d) / 8;
    expect(middle(y0, y1, y2, y3)).toBeCloseTo(cableY(cable, middle(x0, x1, x2, x3)), 3);
  });

  it("tells between which x it hangs at least so deep", () => {
    const cable: Cable = { x1: 0, x2: 200, y: 10, sag: 20 };
    const [from, to] = depthRoom(cable, 15) ?? [0, 0];
    expect(cableY(cable, from)).toBeCloseTo(25, 2);
    expect(cableY(cable, to)).toBeCloseTo(25, 2);
    expect(from).toBeLessThan(to);
    expect(depthRoom(cable, 20)).toBeUndefined();
  });

  it("is not drawn where none of it is in view", () => {
    const { ctx, log } = recordingContext();
    drawCable(ctx, { x1: 0, x2: 50, y: 0, sag: 8 }, colors, 2, [100, 900]);
    expect(log).toEqual([]);
  });
});
