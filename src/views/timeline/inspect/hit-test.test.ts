import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { frameOf } from "../frame-of.ts";
import { goldenModel } from "../golden-model.ts";
import { rowY, summaryBox, threadY } from "../lane-layout.ts";
import { type Hit, hitTest, laneAt } from "./hit-test.ts";

type Options = Omit<Parameters<typeof frameOf>[0], "ctx" | "model" | "step">;
const pictureOf = (model: TraceModel, options: Options = {}) =>
  frameOf({ ctx: recordingContext().ctx, model, step: 0, ...options });

/** What is hit in a task's lane at the canvas x of the middle of a span. */
const told = (hit: Hit | undefined) => {
  if (hit?.kind === "span") return `${hit.span.task} ${hit.span.state}`;
  if (hit?.kind === "hold") return `thread of ${hit.hold.task}`;
  return hit?.kind;
};

describe.each([true, false])("with instants magnified: %s", (magnify) => {
  const model = goldenModel("lesson-crawler");
  const picture = pictureOf(model, { magnify });
  const { scale, layout, palette } = picture;

  it("what is wide enough is hit in its middle, in every lane", () => {
    let hits = 0;
    for (let task = 1; task < model.taskCount; task++)
      for (const span of model.spansOf(task)) {
        const [x1, x2] = [scale.eventX(span.from), scale.eventX(span.to)];
        if (x2 - x1 < 9 || span.state === "done") continue;
        const point = { x: palette.gutter + (x1 + x2) / 2, y: rowY(layout, task - 1, 0) };
        expect(told(hitTest(picture, point))).toBe(`${task} ${span.state}`);
        hits++;
      }
    expect(hits).toBeGreaterThanOrEqual(3);
  });

  it("the thread's blocks are hit on the thread's lane", () => {
    for (const hold of model.holdsOf(0)) {
      const x = palette.gutter + (scale.eventX(hold.from) + scale.eventX(hold.to)) / 2;
      const hit = hitTest(picture, { x, y: threadY(layout, 0, 0) });
      expect(hit?.kind).toBe("hold");
    }
  });

  it("an ended task is hit at its sign and along the rest of its lane: it still is what it became", () => {
    const end = palette.gutter + scale.eventX(model.spanAt(1, model.spanCount(1) - 1).from);
    const y = rowY(layout, 0, 0);
    for (const x of [end + 15, end + 40, 815]) expect(told(hitTest(picture, { x, y }))).toBe("1 done");
  });
});

it("an instant's block on a true scale is hit though the pointer misses it by 3 px", () => {
  const model = goldenModel("async-mixed-io-and-blocker");
  const picture = pictureOf(model, { magnify: false });
  const running = model.spansOf(1).findLast(({ state }) => state === "running");
  if (!running) throw new Error("it never runs");
  const x = picture.palette.gutter + picture.scale.eventX(running.from) - 3;
  expect(told(hitTest(picture, { x, y: rowY(picture.layout, 0, 0) }))).toBe("1 running");
});

it("the one lane of all threads tells how many of them are held", () => {
  const model = goldenModel("pool-map-5x3");
  const picture = pictureOf(model, { threads: "summary" });
  const x = picture.palette.gutter + picture.scale.eventX(model.stepAtTime(traceTime(0))) + 60;
  const hit = hitTest(picture, { x, y: summaryBox(picture.layout, 0)[0] + 2 });
  expect(hit).toMatchObject({ kind: "threads", held: { running: 0, blocked: 3 }, of: 3 });
  expect(hitTest(picture, { x, y: picture.layout.separator })).toBeUndefined();
});

it("a callback's mark is hit before what lies under it", () => {
  const model = goldenModel("callbacks-several");
  const picture = pictureOf(model);
  const step = model.eventsOf(1).find((each) => model.trace.typeAt(each) === "callback_called") as number;
  const x = picture.palette.gutter + picture.scale.eventX(step) + 3;
  expect(hitTest(picture, { x, y: rowY(picture.layout, 0, 0) })).toMatchObject({ kind: "callback", task: 1 });
});

it("names, ruler, the air between lanes and lanes that are not there hold nothing", () => {
  const picture = pictureOf(goldenModel("lesson-crawler"));
  const { layout, palette } = picture;
  const middle = rowY(layout, 1, 0);
  expect(hitTest(picture, { x: 20, y: middle })).toBeUndefined();
  expect(hitTest(picture, { x: 300, y: 5 })).toBeUndefined();
  expect(hitTest(picture, { x: 300, y: middle + layout.taskHeight / 2 - 1 })).toBeUndefined();
  expect(hitTest(picture, { x: palette.gutter + 300, y: 9000 })).toBeUndefined();
});

it("a lane reaches from one edge of its row to the other, scrolled or not", () => {
  const picture = pictureOf(goldenModel("async-await-twelve-before-loop"));
  const { layout } = picture;
  for (const scrollY of [0, 30]) {
    const top = rowY(layout, 4, scrollY) - layout.taskHeight / 2;
    expect(laneAt({ layout, scrollY }, top + 1)).toBe(5);
    expect(laneAt({ layout, scrollY }, top - 1)).toBe(4);
  }
  expect(laneAt({ layout, scrollY: 0 }, layout.viewTop - 1)).toBeUndefined();
});
