import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goldenModel } from "../golden-model.ts";
import { createTimeScale, weighInstants } from "../time-scale.ts";
import { snap } from "./snap.ts";

const model = goldenModel("lesson-crawler");
const scaleOf = (magnify: boolean) =>
  createTimeScale(model, weighInstants(model), { fit: 676, zoom: 1, unit: 1, magnify });
const REACH = 6;

describe("on a true scale", () => {
  const scale = scaleOf(false);
  const end = scale.x({ time: model.trace.timeAt(model.trace.length - 1), step: model.trace.length - 1 });

  it("an instant within 6 px draws the playhead to it, from both sides, with all that happened then", () => {
    const first = model.instants[1] as number;
    const at = first * scale.pixelsPerMs;
    for (const x of [at - 5, at, at + 5]) {
      const { time, step } = snap(model, scale, x, REACH);
      expect(time).toBe(first);
      expect(model.trace.timeAt(step)).toBe(first);
      expect(model.trace.timeAt(Math.min(step + 1, model.trace.length - 1))).not.toBe(
        step + 1 < model.trace.length ? first : undefined,
      );
    }
  });

  it("farther away the playhead stays under the pointer", () => {
    expect(snap(model, scale, end / 2, REACH)).toEqual(scale.positionAt(end / 2));
  });
});

describe("on a magnified axis", () => {
  const scale = scaleOf(true);
  const column = scale.partsIn(0, scale.width).filter(({ kind }) => kind === "column")[1];
  if (!column) throw new Error("there is no second instant");

  it("an instant is entered with its first event, and left with its last one", () => {
    const before = snap(model, scale, column.from - 1, REACH);
    expect(before.time).toBe(column.start);
    expect(model.trace.timeAt(before.step - 1)).toBeLessThan(column.start);
    const after = snap(model, scale, column.to + 4, REACH);
    expect(after).toEqual({ time: column.start, step: model.stepAtTime(column.start) });
  });

  it("inside an instant every event is a place of its own", () => {
    for (let x = column.from + 0.5; x < column.to - 1; x += 3)
      expect(snap(model, scale, x, REACH)).toEqual(scale.positionAt(x));
  });
});

it("snapping moves the playhead no farther than its reach and a step, and never out of the run", () => {
  const numbers = fc.record({ x: fc.double({ min: -50, max: 900, noNaN: true }), magnify: fc.boolean() });
  fc.assert(
    fc.property(numbers, ({ x, magnify }) => {
      const scale = scaleOf(magnify);
      const here = scale.x(scale.positionAt(x));
      const snapped = snap(model, scale, x, REACH);
      expect(Math.abs(scale.x(snapped) - here)).toBeLessThanOrEqual(REACH + 34);
      expect(snapped.time).toBeGreaterThanOrEqual(0);
      expect(snapped.time).toBeLessThanOrEqual(model.total);
    }),
  );
});
