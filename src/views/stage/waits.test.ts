import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { goldenModel } from "#trace/model/models-for-tests.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { castOf, layoutStage, type StageLayout } from "./layout-stage.ts";
import { stageMomentOf } from "./stage-moment.ts";
import type { StageSize } from "./zones.ts";

const WORDS = { suspended: "Suspended", inLine: "Waiting for a place", outside: "Off the thread" };
const BASE: StageSize = { width: 51, height: 16.25 };
const PHONE: StageSize = { width: 24.4, height: 14 };

const layoutAt = (model: TraceModel, ms: number, size = BASE): StageLayout => {
  const step = stepAt(model, ms);
  return layoutStage(
    stageMomentOf(model, step),
    (task) => model.stateAt(task, step),
    castOf(model, WORDS),
    size,
  );
};

function stepAt({ trace }: TraceModel, ms: number): number {
  let step = 0;
  while (step + 1 < trace.length && trace.timeAt(step + 1) <= ms) step++;
  return step;
}

const run = (count: number, settings: Partial<Scenario> = {}): TraceModel => {
  const scenario: Scenario = {
    mode: "async",
    tasks: Array.from({ length: count }, (_, k) => ({
      name: `page${k + 1}`,
      steps: [{ kind: "io", ms: 2000 + 10 * k }],
    })),
    ...settings,
  };
  return buildTraceModel(simulate(scenario), scenario);
};

describe("every wait off the thread", () => {
  it.each([3, 5, 8, 12])("of %i tasks is tied to its owner, or names it", (count) => {
    for (const size of [BASE, PHONE]) {
      const { waits } = layoutAt(run(count), 1200, size);
      expect(waits.marks.length).toBeGreaterThan(0);
      for (const { tie, owners } of waits.marks) expect(tie !== undefined || owners.length > 0).toBe(true);
      expect(waits.marks.length + waits.hidden).toBe(count);
    }
  });

  it("names its owner where seats stand in two rows", () => {
    const { waits } = layoutAt(goldenModel("pool-map-more-workers"), 100);
    expect(waits.marks.map(({ owners }) => owners.length)).toEqual(waits.marks.map(() => 1));
  });

  it("is one of several that began and end together", () => {
    const scenario: Partial<Scenario> = {
      tasks: Array.from({ length: 12 }, (_, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms: 1000 }] })),
    };
    const { waits } = layoutAt(run(12, scenario), 500);
    expect(waits.marks.map(({ count, owners }) => [count, owners.length])).toEqual([[12, 12]]);
  });

  it("stands right of the box's name, or below it", () => {
    for (const mode of ["async", "threads"] as const) {
      const { waits, zones } = layoutAt(run(3, { mode }), 1200, PHONE);
      const isAbove = waits.nameY < zones.outside.y + 1;
      for (const { center, radius } of waits.marks)
        expect(isAbove || center.x - radius > zones.queue.x + 6).toBe(true);
    }
  });
});

describe("a group of thousands", () => {
  it("is tied to what it waits for when nobody waits for anything else", () => {
    const [mark, ...others] = layoutAt(run(300), 1000).waits.marks;
    expect(others).toEqual([]);
    expect(mark).toMatchObject({ count: 300, tie: { kind: "string" }, label: { kind: "tally" } });
  });

  it("is told by kinds without ties when there are several", () => {
    const { marks } = layoutAt(run(300, { server: { workers: 100 } }), 1000).waits;
    expect(marks.map(({ phase, count, tie }) => [phase, count, tie])).toEqual([
      ["working", 100, undefined],
      ["queued", 200, undefined],
    ]);
  });

  it("of threads is a pile of seats with a bar", () => {
    const { piles, waits } = layoutAt(run(300, { mode: "threads" }), 1000);
    expect(piles.map(({ kind, count }) => [kind, count])).toEqual([["blocked", 300]]);
    expect(waits.marks[0]?.tie?.kind).toBe("bar");
  });
});

describe("up to twelve tasks", () => {
  it.each([5, 9, 12])("%i of them are named wherever they are, and show how they ended", (count) => {
    const model = run(count);
    for (const ms of [0, 1200, 4000])
      for (const { zone, look } of layoutAt(model, ms).tokens)
        if (zone !== "callbacks") expect(["large", "small", "mini"], `${zone} at ${ms}`).toContain(look);
  });

  it("who only wait for a place hang on a cable of their own", () => {
    const { ropes, line } = layoutAt(run(12, { limit: { tasks: 4 } }), 1200);
    expect(ropes.map(({ hanging }) => hanging.length)).toEqual([5, 8]);
    expect(line?.x).toBeGreaterThan(ropes[0]?.cable.to.x ?? 0);
  });
});
