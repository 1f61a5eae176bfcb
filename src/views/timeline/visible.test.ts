import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";
import { forEachVisible, spansIn } from "./visible.ts";

const model = goldenModel("lesson-crawler");
const { ctx } = recordingContext();

const visited = (options: object, count = 100_000) => {
  const indexes: number[] = [];
  // Things that all begin and end inside the first instant, which a true scale shows as one pixel.
  const things = { count, from: () => 3, to: (k: number) => (k < count - 1 ? 4 : 60), mostPerPixel: 12 };
  forEachVisible(frameOf({ ctx, model, step: 0, ...options }), things, (k) => indexes.push(k));
  return indexes;
};

describe("what is drawn of a lane", () => {
  it("is everything in view, in order", () => {
    const states: string[] = [];
    const frame = frameOf({ ctx, model, step: 0 });
    forEachVisible(frame, spansIn(frame, 1), (k) => states.push(model.spanAt(1, k).state));
    expect(states).toEqual(model.spansOf(1).map(({ state }) => state));
  });

  it("leaves out what lies left and right of the view", () => {
    const frame = frameOf({ ctx, model, step: 0, zoom: 16, scrollX: 5000 });
    const states: string[] = [];
    forEachVisible(frame, spansIn(frame, 1), (k) => states.push(model.spanAt(1, k).state));
    expect(states).toEqual(["suspended"]);
  });

  it("leaps over what crowds into one pixel, and goes on behind it", () => {
    const indexes = visited({ magnify: false });
    expect(indexes.length).toBeLessThan(20);
    expect(indexes.at(-1)).toBe(99_999);
  });
});

describe("the end of a run, true to scale", () => {
  const sleepers = (ms: number): Scenario => ({
    mode: "async",
    tasks: [{ ms: 100 }, { ms }].map(({ ms }, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms }] })),
  });

  it("has all that happens in it, whatever the total and the zoom", () => {
    const cases = [
      fc.integer({ min: 101, max: 30_000 }),
      fc.double({ min: 1, max: 16, noNaN: true }),
    ] as const;
    fc.assert(
      fc.property(...cases, (ms, zoom) => {
        const scenario = sleepers(ms);
        const model = buildTraceModel(simulate(scenario), scenario);
        const { ctx } = recordingContext();
        const request = { ctx, model, step: model.trace.length - 1, magnify: false, zoom };
        const scrollX = Math.floor(frameOf(request).scale.width) - 676;
        const frame = frameOf({ ...request, scrollX });
        const states: string[] = [];
        forEachVisible(frame, spansIn(frame, 2), (k) => states.push(model.spanAt(2, k).state));
        expect(states.slice(-3), `${ms} ms`).toEqual(["ready", "running", "done"]);
        expect(frame.scale.positionAt(frame.scale.width).step).toBe(model.trace.length - 1);
      }),
      {
        numRuns: 200,
        examples: [
          [2490, 1],
          [2700, 1],
        ],
      },
    );
  });

  it("looks the same whatever the total: signs, blocks and the thread's way", () => {
    const shapes = (ms: number) => {
      const scenario = sleepers(ms);
      const model = buildTraceModel(simulate(scenario), scenario);
      const { ctx, log } = recordingContext();
      drawTimeline(frameOf({ ctx, model, step: model.trace.length - 1, magnify: false }));
      let color: unknown;
      const filled = log.flatMap(([name, ...values]) => {
        if (name === "fillStyle") color = values[0];
        const [x, y] = values as [number, number];
        const isAtTheEnd = name === "fillRect" && Math.abs(x - 788) < 3 && y > 31;
        return isAtTheEnd ? [`fill with ${color}`] : [];
      });
      const signs = log.filter(([name, value]) => name === "strokeStyle" && value === "done on");
      return [...filled, ...signs.map(() => "sign of done")];
    };
    const usual = shapes(3000);
    expect(usual.filter((shape) => shape === "sign of done")).toHaveLength(2);
    expect(usual).toContain("fill with running graphic");
    for (const ms of [2100, 2490, 2700]) expect(shapes(ms), `${ms} ms`).toEqual(usual);
  });
});
