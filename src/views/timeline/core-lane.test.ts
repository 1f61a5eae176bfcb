import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { threadY } from "./lane-layout.ts";

const ZOOMS = [0.6, 0.8, 1, 1.3, 1.6, 2, 3];

/** Two that compute in turns with another program, on one core; drawn as it was at the end. */
function draw(mode: Scenario["mode"], zoom: number) {
  const steps = [
    { kind: "cpu" as const, ms: 200 },
    { kind: "sleep" as const, ms: 0 },
    { kind: "cpu" as const, ms: 100 },
  ];
  const scenario: Scenario = {
    mode,
    machine: { cores: 1, time_slice_ms: 100, other_programs: [{ name: "player" }] },
    tasks: ["bobo", "jay"].map((name) => ({ name, steps })),
  };
  const model = buildTraceModel(simulate(scenario), scenario);
  const { ctx, log } = recordingContext();
  const frame = frameOf({ ctx, model, step: model.trace.length - 1, zoom, paused: false });
  drawTimeline(frame);
  const labels = log.flatMap(([name, text, x, y]) =>
    name === "fillText" ? [{ text: text as string, x: x as number, y: y as number }] : [],
  );
  return { frame, log, labels };
}

describe("the lane of a core", () => {
  it.each(ZOOMS)("has whole names or short marks, not both, and no beginnings of names: zoom %s", (zoom) => {
    const { frame, labels } = draw("threads", zoom);
    const y = threadY(frame.layout, 0, 0);
    const marks = new Set(
      labels.filter((label) => Math.abs(label.y - y) < 8 && label.x > 112).map(({ text }) => text),
    );
    const kinds = [
      ["bobo", "jay"],
      ["B", "J"],
    ].filter((kind) => kind.some((mark) => marks.has(mark)));
    expect(kinds.length).toBeLessThanOrEqual(1);
    for (const mark of marks) expect(mark).not.toContain("…");
  });
});

describe("the label of a ready task", () => {
  it.each(ZOOMS)("is not crossed by a thread on its way to a lower lane: zoom %s", (zoom) => {
    const { frame, log, labels } = draw("async", zoom);
    const drops = log.filter(
      ([name, , , width, height]) =>
        name === "fillRect" && width === frame.palette.threadWidth && (height as number) > 20,
    ) as unknown as readonly (readonly [string, number, number, number, number])[];
    for (const { text, x, y } of labels.filter((label) => label.text.startsWith("ready") && label.x > 112))
      for (const [, left, top, , height] of drops) {
        const isBeside = left > x + 6 * text.length || left < x - 3;
        expect(isBeside || y < top || y > top + height, `${text} at ${x}`).toBe(true);
      }
  });
});
