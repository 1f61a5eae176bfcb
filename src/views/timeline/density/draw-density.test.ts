import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import type { Pen } from "#ui/canvas/pen.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawTimeline } from "../draw-timeline.ts";
import { frameOf } from "../frame-of.ts";
import { layoutLanes } from "../lane-layout.ts";
import { asGiven } from "../lane-order.ts";
import { laneMarks } from "./draw-lane-scale.ts";

const sleepers = (count: number, ms: (k: number) => number): Scenario => ({
  mode: "async",
  tasks: Array.from({ length: count }, (_, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms: ms(k) }] })),
});

function drawAll(scenario: Scenario, all: boolean) {
  const model = buildTraceModel(simulate(scenario), scenario);
  const recording = recordingContext();
  const step = model.trace.length - 1;
  const frame = frameOf({ ctx: recording.ctx, model, step, magnify: false });
  const order = asGiven(scenario.tasks.length);
  const layout = layoutLanes({ height: 252, unit: 1, size: "usual", threads: 1, order, all });
  const marks = [...drawTimeline({ ...frame, layout })];
  /** Rectangles filled with a colour: [x, y, width, height]. */
  const filled = (color: string) => {
    let current: unknown;
    const found: number[][] = [];
    for (const [name, ...values] of recording.log) {
      if (name === "fillStyle") current = values[0];
      if (name === "fillRect" && current === color) found.push(values as number[]);
      if (name === "drawCells") found.push(...cellsOf(color, values as Parameters<Pen["drawCells"]>));
    }
    return found;
  };
  return { ...recording, layout, filled, marks };
}

function cellsOf(color: string, [cells, columns, colors, to]: Parameters<Pen["drawCells"]>) {
  const [x, y, width, height] = to;
  const [across, down] = [width / columns, height / (cells.length / columns)];
  return [...cells.entries()]
    .filter(([, kind]) => colors[kind] === color)
    .map(([k]) => [x + (k % columns) * across, y + Math.floor(k / columns) * down, across, down]);
}

const areaOf = (rectangles: readonly number[][]) =>
  rectangles.reduce((sum, [, , width = 0, height = 0]) => sum + width * height, 0);

describe("all lanes at once", () => {
  it("show a thousand lanes as shares of time: half of the area where half of them still wait", () => {
    const { layout, filled, marks } = drawAll(
      sleepers(1000, (k) => 1000 * (1 + (k % 2))),
      true,
    );
    expect(layout.detail).toBe("shares");
    expect(marks).toContain("dots");
    const whole = 676 * layout.taskHeight * 1000;
    expect(areaOf(filled("suspended graphic")) / whole).toBeCloseTo(0.75, 1);
    expect(filled("running graphic").every(([, y = 0]) => y < layout.taskTop)).toBe(true);
  });

  it("show fifty as plain bars, thin where no thread is held, without words", () => {
    const { layout, filled, texts } = drawAll(
      sleepers(50, () => 1000),
      true,
    );
    expect(layout.detail).toBe("bars");
    const waits = filled("suspended graphic");
    expect(waits).toHaveLength(50);
    for (const [, , width, height = 0] of waits) {
      expect(width).toBeCloseTo(676, 0);
      expect(height).toBeLessThan(layout.taskHeight / 2);
    }
    expect(texts()).not.toContain("suspended");
  });

  it("stay the same cells while one pans, to and fro", () => {
    const scenario = sleepers(100, (k) => 100 + 7 * k);
    const model = buildTraceModel(simulate(scenario), scenario);
    const order = asGiven(100);
    const layout = layoutLanes({ height: 252, unit: 1, size: "usual", threads: 1, order, all: true });
    const cellsAt = (scrollX: number, shown = model) => {
      const { ctx, log } = recordingContext();
      const frame = frameOf({ ctx, model: shown, step: 0, magnify: false, zoom: 3, scrollX });
      drawTimeline({ ...frame, layout });
      return log.find(([name]) => name === "drawCells")?.[1];
    };
    for (const scrollX of [0, 200, 14, 900])
      expect(cellsAt(scrollX)).toEqual(cellsAt(scrollX, buildTraceModel(model.trace, scenario)));
  });

  it("are counted in the gutter instead of named", () => {
    const { texts } = drawAll(
      sleepers(1000, () => 1000),
      true,
    );
    expect(texts()).toEqual(expect.arrayContaining(["1", "200", "1,000"]));
    expect(texts()).not.toContain("t0");
  });

  it("cost no more when they are many more", () => {
    const some = drawAll(
      sleepers(1000, () => 1000),
      true,
    );
    const many = drawAll(
      sleepers(5000, () => 1000),
      true,
    );
    expect(many.log.length).toBeLessThan(1.2 * some.log.length);
  });
});

describe("a thread that is held for no time, more often than there are pixels", () => {
  const { layout, filled, marks } = drawAll(
    sleepers(2000, (k) => 1 + k),
    false,
  );
  const onThread = filled("running graphic").filter(([, y = 0]) => y < layout.viewTop);

  it("has low marks and no block: it was free nearly all the time", () => {
    expect(onThread.length).toBeGreaterThan(100);
    for (const [, , , height] of onThread) expect(height).toBeLessThan(layout.threadBlock / 2);
    expect(marks).toEqual(["touch"]);
  });
});

describe("a lane with more spans than pixels", () => {
  const steps = Array.from({ length: 1000 }, () => [
    { kind: "cpu" as const, ms: 4 },
    { kind: "sleep" as const, ms: 6 },
  ]).flat();
  const scenario: Scenario = { mode: "async", tasks: [{ name: "busy", steps }] };
  const { layout, filled, countOf, marks } = drawAll(scenario, false);
  const inLane = (color: string) => filled(color).filter(([, y = 0]) => y > layout.viewTop);

  it("covers as much of its block as of its time the task held the thread", () => {
    expect(areaOf(inLane("running graphic")) / (676 * layout.taskBlock)).toBeCloseTo(0.4, 1);
    expect(marks).toEqual(["share"]);
  });

  it("says with one thin line what it does in the rest, and draws no cable", () => {
    expect(inLane("suspended graphic").every(([, , , height]) => height === 2)).toBe(true);
    expect(inLane("suspended graphic").length).toBeGreaterThan(300);
    expect(countOf("bezierCurveTo")).toBe(0);
  });
});

describe("the scale of lanes", () => {
  it("has its marks at the first lane and at round numbers that do not crowd", () => {
    expect(laneMarks(10_000, 900)).toEqual([1, ...Array.from({ length: 10 }, (_, k) => (k + 1) * 1000)]);
    expect(laneMarks(7, 0.5)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(laneMarks(0, 100)).toEqual([]);
  });
});
