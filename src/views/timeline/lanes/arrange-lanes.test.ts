import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TraceTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { goldenModel } from "../golden-model.ts";
import { arrangeLanes } from "./arrange-lanes.ts";
import { EVERY_LANE, type LaneArrangement, SORTS, STATE_ORDER } from "./lane-choice.ts";

/** Names of the lanes, top to bottom. */
function lanes(model: TraceModel, ms: number, asked: Partial<LaneArrangement>): readonly string[] {
  const step = model.stepAtTime(ms as TraceTime);
  const order = arrangeLanes({ model, step, timed: model }, { ...EVERY_LANE, ...asked });
  return Array.from({ length: order.count }, (_, row) => model.trace.names[order.taskAt(row)] as string);
}

const pool = goldenModel("pool-map-5x3");

describe("lanes", () => {
  it("stand as in the scenario until something else is asked for", () => {
    expect(lanes(pool, 0, {})).toEqual(["A", "B", "C", "D", "E"]);
    expect(lanes(pool, 0, { direction: "descending" })).toEqual(["E", "D", "C", "B", "A"]);
  });

  it("sorted by state begin with who holds a thread, and end with what is over", () => {
    expect(lanes(pool, 300, { sort: "state" })).toEqual(["D", "E", "A", "B", "C"]);
    expect(lanes(pool, 300, { sort: "state", direction: "descending" })).toEqual(["A", "B", "C", "D", "E"]);
  });

  it("sorted by duration tell equals apart by the scenario, in both directions", () => {
    expect(lanes(pool, 0, { sort: "duration" })).toEqual(["A", "B", "C", "D", "E"]);
    expect(lanes(pool, 0, { sort: "duration", direction: "descending" })).toEqual(["D", "E", "A", "B", "C"]);
  });

  it("show only who is in one of the states at that moment", () => {
    expect(lanes(pool, 100, { states: ["ready"] })).toEqual(["D", "E"]);
    expect(lanes(pool, 300, { states: ["ready"] })).toEqual([]);
    expect(lanes(pool, 300, { states: ["blocked", "done"] })).toHaveLength(5);
  });

  it("show only who has the text in the name, in upper or lower case", () => {
    expect(lanes(pool, 0, { name: " b " })).toEqual(["B"]);
    expect(lanes(pool, 0, { name: "nobody" })).toEqual([]);
  });

  it("sorted by start are in the order in which they first ran, within one instant, too", () => {
    const model = run({
      mode: "async",
      tasks: [
        { name: "late", steps: [{ kind: "join", task: "early" }] },
        { name: "early", steps: [{ kind: "sleep", ms: 10 }] },
      ],
    });
    expect(lanes(model, 0, { sort: "start" })).toEqual(["late", "early"]);
    expect(lanes(model, 0, { sort: "start", direction: "descending" })).toEqual(["early", "late"]);
  });

  it("of tasks that never ran stand last in both directions", () => {
    const model = run({
      mode: "async",
      tasks: [
        { name: "killer", steps: [{ kind: "cancel", task: "victim" }] },
        { name: "victim", steps: [{ kind: "sleep", ms: 10 }] },
        { name: "other", steps: [{ kind: "sleep", ms: 10 }] },
      ],
    });
    expect(lanes(model, 0, { sort: "start" })).toEqual(["killer", "other", "victim"]);
    expect(lanes(model, 0, { sort: "start", direction: "descending" })).toEqual([
      "other",
      "killer",
      "victim",
    ]);
  });
});

function run(scenario: Scenario): TraceModel {
  return buildTraceModel(simulate(scenario), scenario);
}

const durations = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 });
const modelOf = fc.tuple(fc.constantFrom("async", "threads", "pool", "sync"), durations).map(([mode, all]) =>
  run({
    mode: mode as Scenario["mode"],
    workers: 2,
    tasks: all.map((ms, k) => ({ name: `t${k}`, steps: [{ kind: "io", ms: ms * 10 }] })),
  }),
);
const askedFor = fc.record({
  sort: fc.constantFrom(...SORTS),
  direction: fc.constantFrom("ascending" as const, "descending" as const),
  states: fc.subarray([...STATE_ORDER]),
  name: fc.constantFrom("", "1", "T", "x"),
});

describe("whatever is asked for", () => {
  it("without a filter, every task has exactly one lane", () => {
    fc.assert(
      fc.property(modelOf, askedFor, fc.nat(80), (model, asked, ms) => {
        const names = lanes(model, ms, { ...asked, states: [], name: "" });
        expect([...names].sort()).toEqual(model.trace.names.slice(1).sort());
      }),
    );
  });

  it("a filter only takes lanes away: those that stay keep their order", () => {
    fc.assert(
      fc.property(modelOf, askedFor, fc.nat(80), (model, asked, ms) => {
        const whole = lanes(model, ms, { ...asked, states: [], name: "" });
        const kept = lanes(model, ms, asked);
        expect(kept).toEqual(whole.filter((name) => kept.includes(name)));
      }),
    );
  });

  it("rows and tasks find each other, and whoever has no lane has no row", () => {
    fc.assert(
      fc.property(modelOf, askedFor, fc.nat(80), (model, asked, ms) => {
        const step = model.stepAtTime(ms as TraceTime);
        const order = arrangeLanes({ model, step, timed: model }, asked);
        const rows = Array.from({ length: model.taskCount }, (_, task) => order.rowOf(task)).filter(
          (row) => row !== undefined,
        );
        expect(rows).toHaveLength(order.count);
        for (let row = 0; row < order.count; row++) expect(order.rowOf(order.taskAt(row))).toBe(row);
        expect(order.rowOf(0)).toBeUndefined();
      }),
    );
  });
});
