import { expect, it } from "vitest";
import type { TraceModel } from "#trace/model-types.ts";
import { MAIN } from "#trace/trace.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { frameOf } from "../frame-of.ts";
import { goldenModel } from "../golden-model.ts";
import { causesToShow } from "./causes-to-show.ts";

type Options = Omit<Parameters<typeof frameOf>[0], "ctx" | "model" | "step">;
const pictureOf = (model: TraceModel, options: Options = {}) =>
  frameOf({ ctx: recordingContext().ctx, model, step: 0, ...options });

/** `timer`, `thread` … in order. */
function kinds(model: TraceModel, asked: Parameters<typeof causesToShow>[1], options: Options = {}) {
  const shown = causesToShow(pictureOf(model, options), asked);
  return shown.kind === "shown" ? shown.causes.map(({ kind }) => kind) : shown.kind;
}

const crawler = goldenModel("callbacks-several");

it("nothing is shown unless it is asked for", () => {
  expect(kinds(crawler, { all: false, selected: undefined, step: 20 })).toEqual([]);
});

it("what ends the selected task's present wait is always shown", () => {
  const asleep = crawler.spansOf(1).find(({ state }) => state === "suspended")?.from ?? 0;
  expect(kinds(crawler, { all: false, selected: 1, step: asleep })).toEqual(["timer"]);
  expect(kinds(crawler, { all: false, selected: 1, step: crawler.trace.length - 1 })).toEqual([]);
});

it("asked for, those of the selected task are shown, or of all that are in view", () => {
  expect(kinds(crawler, { all: true, selected: 2, step: 0 })).toEqual(["thread", "timer", "callback"]);
  const all = kinds(crawler, { all: true, selected: undefined, step: 0 });
  expect([...all].filter((kind) => kind === "callback")).toHaveLength(4);
});

it("among all of them is what let the main program go on, which has no lane of its own", () => {
  const shown = causesToShow(pictureOf(crawler), { all: true, selected: undefined, step: 0 });
  const causes = shown.kind === "shown" ? shown.causes : [];
  const { trace } = crawler;
  const ofMain = causes.find(({ kind, to }) => kind === "ended" && trace.taskAt(to) === MAIN);
  expect(trace.typeAt(ofMain?.from ?? 0)).toBe("task_done");
});

it("of a part of the run, those that happen in it, and what ends the waits that lead out of it", () => {
  const zoomed = pictureOf(crawler, { magnify: false, zoom: 4 });
  const { scale } = zoomed;
  const asked = { all: true, selected: 1, step: 0 };
  // From 10 to 45 ms: nothing happens, and A sleeps until 100.
  const scrollX = 10 * scale.pixelsPerMs;
  const kinds = causesToShow({ ...zoomed, scrollX, width: 112 + 35 * scale.pixelsPerMs }, asked);
  expect(kinds).toMatchObject({ kind: "shown", causes: [{ kind: "timer" }] });
});
