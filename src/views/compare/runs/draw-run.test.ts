import { describe, expect, it } from "vitest";
import { stateNames } from "#i18n/states.ts";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { comparisonOf, endedRuns } from "#state/comparison/comparison-for-tests.ts";
import type { Palette } from "#state/palette.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { axisOf } from "./axis.ts";
import { describeLanes } from "./describe-lanes.ts";
import { drawRun } from "./draw-run.ts";
import { placeLanes } from "./lanes-of.ts";

const scenarioOf = (count: number, step: Step): Scenario => ({
  mode: "async",
  workers: 2,
  dispatch: "single",
  tasks: Array.from({ length: count }, (_, k) => ({ name: `t${k + 1}`, steps: [step] })),
});
const runIn = (scenario: Scenario, mode: string): TraceModel => {
  const run = endedRuns(comparisonOf(scenario)).find((each) => each.mode === mode);
  if (run === undefined) throw new Error(`${mode} cannot`);
  return run.model;
};

/** Colours are the names of what they colour. */
const states = Object.fromEntries(
  Object.keys(stateNames.en).map((state) => [
    state,
    { graphic: state, fill: `pale ${state}`, text: state, on: `on ${state}` },
  ]),
);
const palette = {
  ...{ unit: 1, ghost: 0.3, ink: "ink", ink2: "ink2", panel: "panel", sunken: "sunken", line: "line" },
  ...{ ui: "sans", caption: 12, states },
} as unknown as Palette;

function colorsIn(model: TraceModel, now: number, height = 80): ReadonlySet<unknown> {
  const { ctx, log } = recordingContext();
  drawRun(ctx, { width: 606, height }, { palette, model, axis: axisOf(6000, 606, 1), now });
  return new Set(log.filter(([name]) => /Style$/.test(String(name))).map(([, value]) => value));
}

describe("a run in the comparison", () => {
  it("is drawn in the marks of its states", () => {
    const io = scenarioOf(3, { kind: "io", ms: 2000 });
    expect(colorsIn(runIn(io, "async"), 6000)).toContain("suspended");
    expect(colorsIn(runIn(io, "async"), 6000)).not.toContain("blocked");
    expect(colorsIn(runIn(io, "threads"), 6000)).toContain("blocked");
    expect(colorsIn(runIn(io, "pool"), 6000)).toContain("ready");
  });

  it("is in pencil after the playhead, and in ink once it is over", () => {
    const model = runIn(scenarioOf(3, { kind: "io", ms: 2000 }), "async");
    const alphas = (now: number) => {
      const { ctx, log } = recordingContext();
      drawRun(ctx, { width: 606, height: 80 }, { palette, model, axis: axisOf(6000, 606, 1), now });
      return log.filter(([name]) => name === "globalAlpha").map(([, value]) => value);
    };
    expect(alphas(1000)).toContain(0.3);
    expect(alphas(6000)).not.toContain(0.3);
  });

  it("has lanes for twelve tasks; of more it shows how they spend their time", () => {
    const drawn = (count: number) => {
      const { ctx, log } = recordingContext();
      const model = runIn(scenarioOf(count, { kind: "io", ms: 500 }), "async");
      drawRun(ctx, { width: 606, height: 80 }, { palette, model, axis: axisOf(6000, 606, 1), now: 0 });
      return log.some(([name]) => name === "drawCells");
    };
    expect([drawn(12), drawn(13)]).toEqual([false, true]);
  });

  it("names its tasks where there is room", () => {
    expect(placeLanes(3, 80, 1)).toMatchObject({ name: undefined, hasShapes: true });
    expect(placeLanes(12, 80, 1)).toMatchObject({ name: undefined, hasShapes: false });
    expect(placeLanes(3, 240, 1).name).toBeDefined();
  });

  it("is told to those who do not see it", () => {
    const io = scenarioOf(2, { kind: "io", ms: 2000 });
    expect(describeLanes(runIn(io, "async"), stateNames.en)).toBe("t1: suspended 0–2 s; t2: suspended 0–2 s");
    expect(describeLanes(runIn(io, "sync"), stateNames.zh)).toBe(
      "t1: 阻塞 0–2 s; t2: 就绪 0–2 s, 阻塞 2–4 s",
    );
    expect(describeLanes(runIn(scenarioOf(13, { kind: "io", ms: 1 }), "async"), stateNames.en)).toMatch(
      /; …$/,
    );
  });
});
