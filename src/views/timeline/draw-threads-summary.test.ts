import { describe, expect, it } from "vitest";
import type { TraceTime } from "#base/units.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawThreadsSummary } from "./draw-threads-summary.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";
import { summaryBox } from "./lane-layout.ts";

type Options = Omit<Parameters<typeof frameOf>[0], "ctx" | "model" | "step">;

function frame(name: string, ms: number, options: Options = { threads: "summary" }) {
  const model = goldenModel(name);
  const recording = recordingContext();
  const step = model.stepAtTime(ms as TraceTime);
  return {
    ...recording,
    frame: frameOf({ ctx: recording.ctx, model, step, ...options }),
  };
}

/** Rectangles filled with a colour: x, y, width, height. */
function filled(log: readonly (readonly unknown[])[], color: string): readonly number[][] {
  let current: unknown;
  return log.flatMap(([name, ...args]) => {
    if (name === "fillStyle") current = args[0];
    return name === "fillRect" && current === color ? [args as number[]] : [];
  });
}

describe("all threads in one lane", () => {
  it("takes less room than a lane for each, and leaves the rest to the tasks", () => {
    const collapsed = frame("pool-map-5x3", 100).frame.layout;
    const shown = frame("pool-map-5x3", 100, {}).frame.layout;
    expect(collapsed.taskTop).toBeLessThan(shown.taskTop - 30);
    expect(collapsed.taskHeight).toBeGreaterThan(shown.taskHeight);
  });

  it("says how many are held now", () => {
    const { frame: drawn, texts } = frame("pool-map-5x3", 300);
    drawTimeline(drawn);
    expect(texts()).toEqual(expect.arrayContaining(["Threads", "2/3"]));
    expect(texts()).not.toContain("Worker 1");
  });

  it("is as high as the share that is held", () => {
    const { frame: drawn, log } = frame("pool-map-5x3", 0, { magnify: false, threads: "summary" });
    drawThreadsSummary(drawn);
    const [, height] = summaryBox(drawn.layout, 0);
    const outlines = log.filter(([name]) => name === "rect" || name === "roundRect");
    expect(outlines.map(([, , , , outlined]) => Math.round(((outlined as number) / height) * 3))).toEqual([
      3, 2,
    ]);
  });

  it("does not let a moment look like all the time", () => {
    // Twelve tasks run within one instant; on a true axis that takes no time, so there is nothing to see of it.
    const { frame: drawn, log } = frame("async-await-twelve-before-loop", 0, {
      magnify: false,
      threads: "summary",
    });
    drawThreadsSummary(drawn);
    const widths = filled(log, "running graphic").map(([, , width = 0]) => width);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(20);
  });

  it("draws no way from the threads to the tasks, but keeps the callbacks' marks", () => {
    const vertical = (log: readonly (readonly unknown[])[]) =>
      filled(log, "ink").filter(([, , width, height = 0]) => width === 2.5 && height > 20).length;
    const collapsed = frame("lesson-crawler", 2000);
    const shown = frame("lesson-crawler", 2000, {});
    drawTimeline(collapsed.frame);
    drawTimeline(shown.frame);
    expect(vertical(shown.log)).toBeGreaterThan(6);
    expect(vertical(collapsed.log)).toBe(0);
  });
});
