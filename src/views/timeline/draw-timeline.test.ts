import { describe, expect, it } from "vitest";
import { goldenNames } from "#trace/read-golden.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";

type Options = Omit<Parameters<typeof frameOf>[0], "ctx" | "model" | "step">;

/** Draws a golden run at the last step at or before a time. */
function draw(id: string, ms: number, options: Options = {}) {
  const model = goldenModel(id);
  const recording = recordingContext();
  const step = model.stepAtTime(ms as ReturnType<typeof model.trace.timeAt>);
  drawTimeline(frameOf({ ctx: recording.ctx, model, step, ...options }));
  const colored = (color: string) => recording.log.some(([, value]) => value === color);
  return { ...recording, colored };
}

describe("while all three requests are under way", () => {
  const picture = draw("lesson-crawler", 0);

  it("says of every task that it is suspended, and of the thread that it is free", () => {
    const { texts } = picture;
    expect(texts().filter((text) => text === "suspended")).toHaveLength(3);
    expect(texts().filter((text) => text === "suspended: waiting for the response")).toHaveLength(3);
    expect(texts()).toContain("thread is free");
  });

  it("names instants and ticks in seconds", () => {
    expect(picture.texts()).toEqual(expect.arrayContaining(["0.0 s", "2.0 s", "0.5", "1.0"]));
  });

  it("hatches nothing: nobody holds the thread while waiting", () => {
    expect(picture.colored("blocked graphic")).toBe(false);
  });
});

describe("a task that freezes the loop", () => {
  it("stands on hazard tape, with its label on a solid plate", () => {
    const { colored, texts } = draw("async-blocking-three", 60_000, { paused: false });
    expect(colored("blocked on")).toBe(true);
    expect(texts()).toContain("ready: the thread is taken");
  });
});

describe("a task that blocks only its own thread", () => {
  it("is hatched calmly, with its label on the pale fill", () => {
    const { colored, texts } = draw("pool-map-5x3", 0, { paused: false });
    expect(colored("blocked on")).toBe(false);
    expect(colored("blocked text")).toBe(true);
    expect(texts()).toContain("ready: needs a worker");
  });

  it("leaves a pool's main thread out: it only waits", () => {
    const { texts } = draw("pool-map-5x3", 0);
    expect(texts()).toEqual(expect.arrayContaining(["Worker 1", "Worker 2", "Worker 3"]));
    expect(texts()).not.toContain("MainThread");
  });
});

describe("the cost of a picture", () => {
  it("does not grow when the view shows a part of the run", () => {
    const whole = draw("async-await-twelve-before-loop", 0);
    const part = draw("async-await-twelve-before-loop", 0, { zoom: 16, scrollX: 3000 });
    expect(part.log.length).toBeLessThan(whole.log.length);
  });

  it("stays small on a true scale, where a whole instant falls into one pixel", () => {
    const { log } = draw("async-await-twelve-before-loop", 0, { magnify: false });
    expect(log.length).toBeLessThan(3000);
  });
});

describe.each(goldenNames)("the picture of %s", (name) => {
  const model = goldenModel(name);

  it("says only what is known, at its beginning, in its middle and at its end", () => {
    for (const step of [0, model.trace.length >> 1, model.trace.length - 1])
      for (const magnify of [true, false]) {
        const { ctx, log, texts } = recordingContext();
        drawTimeline(frameOf({ ctx, model, step, magnify }));
        for (const text of texts()) expect(text).not.toMatch(/undefined|NaN|Infinity/);
        expect(log.some((call) => call.some((value) => Number.isNaN(value)))).toBe(false);
      }
  });
});
