import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { goldenModel } from "./golden-model.ts";
import { createTimeScale, type Position, type TimeScale, weighInstants } from "./time-scale.ts";

const request = { fit: 676, zoom: 1, unit: 1, magnify: true };
const magnified = (model: TraceModel) => createTimeScale(model, weighInstants(model), request);
const trueToScale = (model: TraceModel) => createTimeScale(model, undefined, request);

const columns = (scale: TimeScale) => scale.partsIn(0, scale.width).filter(({ kind }) => kind === "column");

/** Every position at which the playhead can stand for a step, in order. */
const steps = ({ trace }: TraceModel): Position[] =>
  Array.from({ length: trace.length }, (_, step) => ({ time: trace.timeAt(step), step }));

const models = ["lesson-crawler", "async-blocking-three", "pool-map-5x3", "threads-zero-and-tied"].map(
  (id) => [id, goldenModel(id)] as const,
);

describe.each(models)("the magnified axis of %s", (_, model) => {
  const scale = magnified(model);

  it("fills the plot exactly", () => {
    expect(scale.magnified).toBe(true);
    expect(scale.width).toBeCloseTo(676, 6);
  });

  it("moves right with every step", () => {
    const xs = steps(model).map(scale.x);
    for (let k = 1; k < xs.length; k++) expect(xs[k]).toBeGreaterThan(xs[k - 1] as number);
  });

  it("gives back the position whose x it gave", () => {
    for (const position of steps(model)) expect(scale.positionAt(scale.x(position))).toEqual(position);
  });

  it("puts the playhead of a step inside what the step began", () => {
    for (const position of steps(model)) {
      const x = scale.x(position);
      expect(x).toBeGreaterThan(scale.eventX(position.step));
      if (position.step + 1 < model.trace.length)
        expect(x).toBeLessThan(scale.eventX(position.step + 1) + 1e-9);
    }
  });

  it("leaves at least 45 % of the plot to passing time", () => {
    const taken = columns(scale).reduce((sum, { from, to }) => sum + to - from, 0);
    expect(taken).toBeLessThanOrEqual(0.55 * 676 + 1e-6);
  });

  it("is covered by its parts without a gap, one column for each instant", () => {
    const parts = scale.partsIn(0, scale.width);
    expect(parts[0]?.from).toBe(0);
    for (let k = 1; k < parts.length; k++) expect(parts[k]?.from).toBeCloseTo(parts[k - 1]?.to as number, 6);
    expect(columns(scale).map(({ start }) => start)).toEqual([...model.instants]);
  });

  it("is linear between instants", () => {
    for (const part of scale.partsIn(0, scale.width).filter(({ kind }) => kind === "stretch")) {
      const middle = traceTime((part.start + part.end) / 2);
      const x = scale.x({ time: middle, step: model.stepAtTime(middle) });
      expect(x).toBeCloseTo((part.from + part.to) / 2, 6);
      expect(scale.positionAt(x).time).toBeCloseTo(middle, 6);
      expect((part.to - part.from) / (part.end - part.start)).toBeCloseTo(scale.pixelsPerMs, 9);
    }
  });
});

describe("the first instant of three tasks in async", () => {
  it("is as wide as its steps need: 140 to 200 px", () => {
    const [first] = columns(magnified(goldenModel("async-await-equal")));
    expect(first && first.to - first.from).toBeGreaterThan(140);
    expect(first && first.to - first.from).toBeLessThan(200);
  });
});

describe("the true axis", () => {
  const model = goldenModel("lesson-crawler");
  const scale = trueToScale(model);

  it("is linear from end to end, and all steps of an instant share its x", () => {
    expect(scale.magnified).toBe(false);
    expect(scale.x({ time: traceTime(1000), step: 31 })).toBeCloseTo(338, 6);
    expect(scale.eventX(5)).toBe(0);
    expect(scale.eventX(model.trace.length)).toBe(676);
  });

  it("answers with the nearest end outside the plot", () => {
    expect(scale.positionAt(-50)).toEqual({ time: 0, step: model.stepAtTime(traceTime(0)) });
    expect(scale.positionAt(9999)).toEqual({ time: 2000, step: model.trace.length - 1 });
  });
});

describe("the axis of a run that goes on", () => {
  const model = goldenModel("lesson-crawler");
  const scale = createTimeScale(model, undefined, { ...request, until: 4000 });

  it("ends later than the run, and the run at its own end", () => {
    expect(scale.width).toBe(676);
    expect(scale.eventX(model.trace.length)).toBeCloseTo(338, 6);
    expect(scale.partsIn(0, 676)).toMatchObject([{ start: 0, end: 4000 }]);
  });

  it("answers with the present where nothing has happened yet", () => {
    expect(scale.positionAt(500)).toEqual({ time: 2000, step: model.trace.length - 1 });
  });
});

describe("zoom", () => {
  const model = goldenModel("lesson-crawler");

  it("stretches columns and stretches alike", () => {
    const near = createTimeScale(model, weighInstants(model), { ...request, zoom: 4 });
    const far = magnified(model);
    for (const position of steps(model)) expect(near.x(position)).toBeCloseTo(4 * far.x(position), 6);
  });

  it("magnifies instants that hold too much at fit, as soon as there is room", () => {
    const narrow = { ...request, fit: 12 };
    expect(createTimeScale(model, weighInstants(model), narrow).magnified).toBe(false);
    expect(createTimeScale(model, weighInstants(model), { ...narrow, zoom: 16 }).magnified).toBe(true);
  });
});
