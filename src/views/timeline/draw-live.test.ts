import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";
import { measuredRun, ticksIn } from "./measured-run.ts";

type Options = Parameters<typeof measuredRun>[1] & { readonly time?: number };

/** Draws a measured run at its end, which is now while it goes on, or at an earlier time. */
function draw(name: string, { time, ...options }: Options = {}) {
  const { model, live } = measuredRun(name, options);
  const recording = recordingContext();
  const at = traceTime(time ?? model.total);
  const step = model.stepAtTime(at);
  const frame = frameOf({ ctx: recording.ctx, model, live, step, time: at, paused: false });
  drawTimeline(frame);
  return { ...recording, frame, model, strokes: strokesIn(recording.log) };
}

/** Every straight line between two points with the dash in which it was drawn. */
function strokesIn(log: readonly (readonly unknown[])[]) {
  let dash = "";
  let from: readonly number[] = [];
  const strokes: { dash: string; x1: number; x2: number; y: number }[] = [];
  for (const [name, ...args] of log) {
    if (name === "setLineDash") dash = String(args[0]);
    if (name === "moveTo") from = args as number[];
    if (name === "lineTo" && from[1] === args[1])
      strokes.push({ dash, x1: from[0] as number, x2: args[0] as number, y: args[1] as number });
  }
  return strokes;
}

const SUSPENDED = "7,4";
const BLOCKED = "4,2";
/** The plot's left and right end at the size of the tests. */
const LEFT = 112;
const RIGHT = 112 + 676;

describe("a measured run", () => {
  it("is drawn to scale, over an axis that ends with the longer one of run and prediction", () => {
    const { frame, model } = draw("lesson-crawler");
    expect(frame.scale.magnified).toBe(false);
    expect(model.total).toBeGreaterThan(2040);
    expect(frame.scale.pixelsPerMs * model.total).toBeCloseTo(676, 6);
    expect(draw("lesson-crawler", { now: 500 }).frame.scale.pixelsPerMs).toBeCloseTo(676 / 2000, 6);
  });

  it("shows what was predicted as pencil lines at the foot of the lanes, from its start to its end", () => {
    const { strokes, frame } = draw("lesson-crawler", { now: 900 });
    const ghosts = strokes.filter(({ dash }) => dash === SUSPENDED);
    expect(ghosts).toHaveLength(3);
    for (const { x1, x2 } of ghosts) expect([x1, x2]).toEqual([LEFT, RIGHT]);
    const { taskTop, taskHeight } = frame.layout;
    ghosts.forEach(({ y }, k) => {
      expect(y).toBeGreaterThan(taskTop + taskHeight * (k + 0.5) + frame.layout.taskBlock / 2);
      expect(y).toBeLessThan(taskTop + taskHeight * (k + 1));
    });
  });

  it("has thicker pencil where a thread was to be held: on the thread's lane and on the task's", () => {
    const { strokes } = draw("pool-map-5x3");
    const model = goldenModel("pool-map-5x3");
    const blocked = model.spansOf(1).filter(({ state }) => state === "blocked").length * 5;
    expect(strokes.filter(({ dash }) => dash === BLOCKED)).toHaveLength(2 * blocked);
  });

  it("draws no ghosts for a simulation", () => {
    const { ctx, log } = recordingContext();
    const model = goldenModel("lesson-crawler");
    drawTimeline(frameOf({ ctx, model, step: model.trace.length - 1 }));
    expect(strokesIn(log).filter(({ dash }) => dash === SUSPENDED)).toEqual([]);
  });
});

describe("a run that goes on", () => {
  it("draws nothing right of now but pencil", () => {
    const { log, frame } = draw("pool-map-5x3", { now: 100 });
    const now = LEFT + 100 * frame.scale.pixelsPerMs;
    const clips = log.filter(([name], k) => name === "rect" && log[k + 1]?.[0] === "clip");
    const cut = clips.filter(([, x, , width]) => Math.abs((x as number) + (width as number) - now) < 0.01);
    expect(cut).toHaveLength(3);
  });

  it("keeps an open shape and its label in place while it grows, and uncovers them", () => {
    const labelled = (now: number) => {
      const { log } = draw("lesson-crawler", { now });
      const call = log.find(([name, text]) => name === "fillText" && String(text).startsWith("suspended: "));
      const cable = log.find(([name]) => name === "bezierCurveTo");
      return { label: call?.[2], cable: cable?.slice(1) };
    };
    expect(labelled(300).label).toBeUndefined();
    expect(labelled(1200).label).toBeDefined();
    expect(labelled(1600)).toEqual(labelled(1200));
    expect(labelled(600).cable).toEqual(labelled(1200).cable);
  });

  it("that takes longer than predicted reaches to now, at the end of the axis", () => {
    const { model, live } = measuredRun("lesson-crawler", { now: 2035 });
    const frame = frameOf({ ctx: recordingContext().ctx, model, live, step: model.trace.length - 1 });
    expect(frame.scale.eventX(model.trace.length)).toBeCloseTo(676, 6);
  });

  it("has a thread that is free now, though nobody has held it since", () => {
    const { texts } = draw("lesson-crawler", { now: 900 });
    expect(texts()).toContain("thread is free");
  });

  it("does not bring a thread back that is still with a task", () => {
    const inks = (now: number) => {
      const { log, frame } = draw("async-blocking-three", { now });
      let color: unknown;
      const ways = log.filter(([name, value, , width]) => {
        if (name === "fillStyle") color = value;
        return name === "fillRect" && color === "ink" && width === frame.palette.threadWidth;
      });
      return ways.length;
    };
    expect(inks(100)).toBe(1);
  });
});

describe("looking back while the run goes on", () => {
  it("washes what came later to pencil, and lays the ghosts over it once more", () => {
    const ahead = draw("lesson-crawler", { now: 900 });
    const back = draw("lesson-crawler", { now: 900, time: 400 });
    const ghosts = ({ strokes }: typeof back) => strokes.filter(({ dash }) => dash === SUSPENDED).length;
    expect(ghosts(ahead)).toBe(3);
    expect(ghosts(back)).toBe(6);
  });
});

describe("the heartbeat lane", () => {
  const marks = ({ log, frame }: ReturnType<typeof draw>) => {
    const { heartbeatTop, heartbeatHeight } = frame.layout;
    return log
      .filter(([name, , y, width]) => name === "fillRect" && width === 1 && (y as number) > heartbeatTop)
      .filter(([, , y, , height]) => (y as number) + (height as number) < heartbeatTop + heartbeatHeight)
      .map(([, x]) => x as number);
  };

  it("has even marks, not more than there is room for, while the worker is free", () => {
    const xs = marks(draw("lesson-crawler", { ticks: { 0: ticksIn(5, 2040) } }));
    expect(xs.length).toBeGreaterThan(160);
    expect(xs.length).toBeLessThan(172);
    for (let k = 1; k < xs.length; k++) expect((xs[k] as number) - (xs[k - 1] as number)).toBeCloseTo(4, 6);
  });

  it("has a mark for each tick where there is room for it", () => {
    const { model, live } = measuredRun("lesson-crawler", { ticks: { 0: ticksIn(5, 2040) } });
    const { ctx, log } = recordingContext();
    const frame = frameOf({ ctx, model, live, step: model.trace.length - 1, zoom: 16 });
    drawTimeline(frame);
    const xs = marks({ log, frame } as ReturnType<typeof draw>);
    expect((xs[1] as number) - (xs[0] as number)).toBeCloseTo(10 * frame.scale.pixelsPerMs, 6);
  });

  it("is hatched where there was no tick, and says for how long", () => {
    const { texts } = draw("async-blocking-three", { ticks: { 0: [4, 14, 460] } });
    expect(texts()).toContain("no tick for 0.45 s");
    expect(
      draw("async-blocking-three", { ticks: { 0: ticksIn(5, 465) } })
        .texts()
        .join(),
    ).not.toContain("no tick");
  });

  it("counts a silence up to now, but not one so short that its ticks may be on their way", () => {
    const silent = (now: number) =>
      draw("async-blocking-three", { now, ticks: { 0: [4, 14] } })
        .texts()
        .filter((text) => text.startsWith("no tick"));
    expect(silent(200)).toEqual([]);
    expect(silent(300)).toEqual(["no tick for 0.29 s"]);
    expect(silent(400)).toEqual(["no tick for 0.39 s"]);
  });

  it("has a strip for each worker, and none for a main thread that has workers", () => {
    const { frame } = draw("pool-map-5x3", { ticks: { 1: [5], 2: [5], 3: [5] } });
    expect(frame.live?.strips.map(({ worker }) => worker)).toEqual([1, 2, 3]);
    expect(frame.layout.heartbeats).toBe(3);
  });

  it("is named at the left", () => {
    expect(draw("lesson-crawler").texts()).toContain("heartbeat");
  });
});
