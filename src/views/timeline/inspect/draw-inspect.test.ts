import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { causesOf } from "#trace/causes/causes-of.ts";
import { goldenNames } from "#trace/read-golden.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "../draw-timeline.ts";
import { frameOf } from "../frame-of.ts";
import { goldenModel } from "../golden-model.ts";
import { drawCauses } from "./draw-causes.ts";
import { drawMeasure } from "./draw-measure.ts";

type Options = Omit<Parameters<typeof frameOf>[0], "ctx" | "model" | "step">;

function frame(name: string, options: Options = {}) {
  const recording = recordingContext();
  const model = goldenModel(name);
  return { ...recording, model, frame: frameOf({ ctx: recording.ctx, model, step: 0, ...options }) };
}

describe("arrows", () => {
  it("lead over the cable of a wait that something outside ends, dashed", () => {
    const model = goldenModel("callbacks-several");
    const causes = causesOf(model, 1).filter(({ kind }) => kind === "timer");
    const { log, countOf, frame: picture } = frame("callbacks-several", { causes });
    drawCauses(picture);
    // A pale line under the ink one, so that it stands out from what it crosses.
    expect(countOf("bezierCurveTo")).toBe(2);
    expect(log).toContainEqual(["setLineDash", [4, 3]]);
    const moved = log.find(([name]) => name === "moveTo") as [string, number, number];
    const curve = log.find(([name]) => name === "bezierCurveTo") as [string, ...number[]];
    expect(curve[2]).toBeLessThan(moved[2]);
  });

  it("lead from one lane to another in one whole line", () => {
    const model = goldenModel("async-blocking-three");
    const causes = causesOf(model, 2);
    const { log, frame: picture } = frame("async-blocking-three", { causes });
    drawCauses(picture);
    expect(log.filter(([name, dash]) => name === "setLineDash" && (dash as unknown[]).length > 0)).toEqual(
      [],
    );
    const [, , from] = log.find(([name]) => name === "moveTo") as [string, number, number];
    const curve = log.find(([name]) => name === "bezierCurveTo") as [string, ...number[]];
    expect(curve[6]).toBeGreaterThan(from);
  });

  it.each(goldenNames)("%s: stay on the canvas, wherever they lead", (name) => {
    const model = goldenModel(name);
    const causes = Array.from({ length: model.taskCount }, (_, task) => causesOf(model, task)).flat();
    for (const magnify of [true, false]) {
      const { log, frame: picture } = frame(name, { causes, magnify });
      drawCauses(picture);
      for (const [method, ...numbers] of log)
        if (method === "bezierCurveTo" || method === "lineTo") expect(numbers).not.toContain(Number.NaN);
    }
  });
});

describe("a measured stretch", () => {
  const at = (ms: number, step: number) => ({ time: traceTime(ms), step });
  const measured = { from: at(100, 30), to: at(150, 30), label: "50 ms · 0 events" };

  it("is told on a flag inside it, or beside it where it is too narrow", () => {
    const wide = frame("callbacks-several", { measured: { ...measured, to: at(200, 50) }, magnify: false });
    drawMeasure(wide.frame);
    const narrow = frame("callbacks-several", { measured: { ...measured, to: at(102, 30) }, magnify: false });
    drawMeasure(narrow.frame);
    const textX = ({ log }: typeof wide) => log.find(([name]) => name === "fillText")?.[2] as number;
    const { scale, palette } = wide.frame;
    const x = (ms: number) => palette.gutter + ms * scale.pixelsPerMs;
    expect(textX(wide)).toBeGreaterThan(x(100));
    expect(textX(wide)).toBeLessThan(x(200));
    expect(textX(narrow)).toBeGreaterThan(x(102));
  });

  it("keeps the ruler's labels out of its way", () => {
    const ticks = (options: Options) => {
      const { log, frame: picture } = frame("callbacks-several", { ...options, magnify: false });
      drawTimeline(picture);
      return log.filter(([name, text]) => name === "fillText" && /^0\.\d+$/.test(String(text))).length;
    };
    const whole = { ...measured, from: at(0, 0), to: at(200, 50) };
    expect(ticks({})).toBeGreaterThan(2);
    expect(ticks({ measured: whole })).toBe(0);
  });

  it("is there only while something is measured", () => {
    const { countOf, frame: picture } = frame("callbacks-several");
    drawMeasure(picture);
    expect(countOf("fillRect")).toBe(0);
  });
});

describe("the lane that is pointed at", () => {
  const half = (log: readonly (readonly unknown[])[]) =>
    log.filter(([name, value]) => name === "fillStyle" && String(value).startsWith("color-mix")).length;

  it("is marked half as strongly as a selected one, on its ground and at its name", () => {
    const { log, frame: picture } = frame("lesson-crawler", { hovered: 2 });
    drawTimeline(picture);
    expect(log).toContainEqual(["fillStyle", "color-mix(in srgb, ink, panel)"]);
    expect(log).toContainEqual(["fillStyle", "color-mix(in srgb, bg, panel)"]);
  });

  it("is marked as selected when it is", () => {
    const { log, frame: picture } = frame("lesson-crawler", { hovered: 2, selected: 2 });
    drawTimeline(picture);
    expect(half(log)).toBe(0);
  });
});
