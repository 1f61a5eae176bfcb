import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { goldenModel } from "#trace/model/models-for-tests.ts";
import { MAIN } from "#trace/trace.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { type Box, bottomOf, rightOf } from "./geometry.ts";
import { movesBetween } from "./group-moves.ts";
import { castOf, layoutStage } from "./layout-stage.ts";
import { stageMomentOf } from "./stage-moment.ts";
import type { StageSize } from "./zones.ts";

const scenario: Scenario = {
  mode: "async",
  tasks: Array.from({ length: 300 }, (_, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms: 100 + k }] })),
};
const model = buildTraceModel(simulate(scenario), scenario);
const WORDS = { suspended: "Suspended", inLine: "Waiting for a place", outside: "Off the thread" };
const SIZES: readonly StageSize[] = [
  { width: 22.5, height: 14 },
  { width: 51, height: 16.25 },
  { width: 83, height: 19.5 },
];

const layoutAt = (step: number, size: StageSize) =>
  layoutStage(stageMomentOf(model, step), (task) => model.stateAt(task, step), castOf(model, WORDS), size);

const overlap = (a: Box, b: Box): boolean =>
  Math.min(rightOf(a), rightOf(b)) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y) > 0.01;

describe.each(SIZES)("three hundred tasks on $width x $height rem", (size) => {
  const steps = Array.from({ length: 60 }, (_, k) => Math.round((k / 59) * (model.trace.length - 1)));

  it("are blocks that cover neither one another nor the few tokens beside them", () => {
    for (const step of steps) {
      const { groups, tokens } = layoutAt(step, size);
      const boxes: readonly Box[] = [...groups, ...tokens];
      for (const [k, box] of boxes.entries()) {
        expect(rightOf(box)).toBeLessThanOrEqual(size.width);
        for (const other of boxes.slice(k + 1)) expect(overlap(box, other), `step ${step}`).toBe(false);
      }
    }
  });

  it("are all in a block, or on the thread", () => {
    for (const step of steps) {
      const counted = layoutAt(step, size).groups.reduce((sum, { count }) => sum + count, 0);
      const { absent, running, blocked } = stageMomentOf(model, step).counts;
      expect(counted).toBe(300 - absent - running - blocked);
    }
  });

  it("fill blocks of one width, so that the fillings can be compared", () => {
    const { groups } = layoutAt(steps[40] as number, size);
    expect(new Set(groups.map(({ w }) => w)).size).toBe(1);
    for (const { share, count } of groups) expect(share).toBeCloseTo(count / 300);
  });
});

it("no more than two hundred are no blocks", () => {
  const few = goldenModel("lesson-multi-await");
  const cast = castOf(few, WORDS);
  const size = SIZES[1] as StageSize;
  expect(layoutStage(stageMomentOf(few, 20), (task) => few.stateAt(task, 20), cast, size).groups).toEqual([]);
});

describe("what moves between groups", () => {
  const few = goldenModel("lesson-multi-await");

  it("is told for one step, and backwards the other way round", () => {
    expect(movesBetween(few, 13, 14)).toEqual([{ from: "seat", to: "hang", count: 1 }]);
    expect(movesBetween(few, 14, 13)).toEqual([{ from: "hang", to: "seat", count: 1 }]);
  });

  it("is told for many steps at once, each task from its first place to its last", () => {
    expect(movesBetween(few, 11, 22)).toEqual([{ from: "queue", to: "hang", count: 3 }]);
    expect(movesBetween(few, 22, 28)).toEqual([{ from: "hang", to: "queue", count: 3 }]);
    expect(movesBetween(few, 28, 43)).toEqual([{ from: "queue", to: "ended", count: 3 }]);
  });

  it("is nothing when somebody only comes to be", () => {
    expect(movesBetween(few, -1, 8)).toEqual([]);
  });

  it("leaves the main program out: it is counted nowhere", () => {
    expect(few.stateAt(MAIN, 21)).toBe("running");
    expect(movesBetween(few, 20, 21)).toEqual([]);
  });
});
