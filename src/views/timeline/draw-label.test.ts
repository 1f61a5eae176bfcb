import { describe, expect, it } from "vitest";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";

/** The labels that say "blocked" in a lane: their colour, and how much of their ink is drawn. */
function blockedLabels(at: "begin" | "end") {
  const model = goldenModel("async-blocking-three");
  const { ctx, log } = recordingContext();
  drawTimeline(frameOf({ ctx, model, step: at === "begin" ? 0 : model.trace.length - 1, paused: false }));
  let [color, alpha]: unknown[] = ["", 1];
  return log.flatMap(([name, value, x]) => {
    if (name === "fillStyle") color = value;
    if (name === "globalAlpha") alpha = value;
    // A picture's pen forgets with `restore`.
    if (name === "restore") alpha = 1;
    return name === "fillText" && value === "blocked" && Number(x) > 112 ? [{ color, alpha }] : [];
  });
}

describe("a label on hazard tape", () => {
  it("stands in the colour made for the tape once it has happened", () => {
    const labels = blockedLabels("end");
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toEqual({ color: "blocked on", alpha: 1 });
  });

  it("stands in thin ink as long as it lies ahead, for the tape is pale then", () => {
    const labels = blockedLabels("begin");
    expect(labels).toHaveLength(blockedLabels("end").length);
    for (const label of labels) expect(label).toEqual({ color: "ink", alpha: 0.75 });
  });
});
