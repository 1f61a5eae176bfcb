import { describe, expect, it } from "vitest";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";
import { recordingContext } from "./recording-context.ts";
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
