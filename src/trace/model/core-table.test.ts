import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "../trace-model.ts";
import { lastingStoryOf } from "./models-for-tests.ts";

const computing = (mode: Scenario["mode"], machine: Scenario["machine"], ms = 100): Scenario => ({
  mode,
  tasks: ["A", "B"].map((name) => ({ name, steps: [{ kind: "cpu", ms }] })),
  ...(machine && { machine }),
});
const modelOf = (scenario: Scenario) => buildTraceModel(simulate(scenario), scenario);

/** Who was on a core: `A 0..50`. */
function coreStory(scenario: Scenario, core: number): readonly string[] {
  const model = modelOf(scenario);
  return Array.from({ length: model.coreHoldCount(core) }, (_, k) => {
    const { task, program, start, end } = model.coreHoldAt(core, k);
    return `${program ?? model.trace.names[task]} ${start}..${end}`;
  });
}

describe("the cores", () => {
  it("tell who was on them when, other programs too", () => {
    const machine = { cores: 1, time_slice_ms: 50, other_programs: [{ name: "player" }] };
    expect(coreStory(computing("processes", machine, 60), 1)).toEqual([
      "player 0..50",
      "A 50..100",
      "B 100..150",
      "player 150..200",
      "A 200..210",
      "B 210..220",
    ]);
  });

  it("are as many as the machine has, used or not", () => {
    const model = modelOf(computing("threads", { cores: 4 }));
    expect(model.coreCount).toBe(4);
    expect(model.coreHoldCount(1)).toBeGreaterThan(1);
    expect(model.coreHoldCount(2)).toBe(0);
  });

  it("are not told of where nothing is said of them, or nobody computes", () => {
    expect(modelOf(computing("threads", undefined)).coreCount).toBe(0);
    expect(modelOf(computing("threads", { time_slice_ms: 50 })).coreCount).toBe(0);
    expect(
      modelOf({ mode: "sync", machine: { cores: 2 }, tasks: [{ name: "A", steps: [] }] }).coreCount,
    ).toBe(0);
  });

  it("know who is on them at a moment, in the order of the events", () => {
    const model = modelOf(computing("processes", { cores: 1, time_slice_ms: 50 }));
    const nameAt = (time: number) => {
      const step = model.stepAtTime(time as never);
      return model.trace.names[model.coreHoldAtStep(1, step)?.task ?? -1];
    };
    expect([0, 50, 99, 100, 150].map(nameAt)).toEqual(["A", "B", "B", "A", "B"]);
    expect(nameAt(200)).toBeUndefined();
  });
});

describe("one that computes", () => {
  it("is ready while it lacks the interpreter, and running in its slices", () => {
    const model = modelOf(computing("threads", { time_slice_ms: 50 }));
    expect(lastingStoryOf(model, "A")).toEqual([
      "running/cpu 0..50",
      "ready/interpreter 50..100",
      "running/cpu 100..150",
      "done 150..200",
    ]);
    expect(lastingStoryOf(model, "B")).toEqual([
      "ready/interpreter 0..50",
      "running/cpu 50..100",
      "ready/interpreter 100..150",
      "running/cpu 150..200",
    ]);
  });

  it("keeps its seat meanwhile, and has begun no new piece of work", () => {
    const model = modelOf(computing("threads", { time_slice_ms: 50 }));
    const seatAt = (time: number) =>
      model.snapshotAt(model.stepAtTime(time as never), time as never).seats[1];
    expect(seatAt(20)).toMatchObject({ hold: { task: 1 }, waiting: undefined, held: 1 });
    expect(seatAt(70)).toMatchObject({ hold: undefined, waiting: 1, held: 1 });
    expect(seatAt(120)).toMatchObject({ hold: { task: 1 }, waiting: undefined, held: 1 });
    expect(seatAt(190)).toMatchObject({ hold: undefined, waiting: undefined });
  });

  it("has its calls on the stack while it waits for a core", () => {
    const model = modelOf(computing("processes", { cores: 1, time_slice_ms: 50 }));
    expect(model.callStackAt(1, model.stepAtTime(70 as never))).toEqual(["A"]);
  });

  it("does not make its loop look idle when another program has the core", () => {
    const machine = { cores: 1, time_slice_ms: 50, other_programs: [{ name: "player" }] };
    const model = modelOf(computing("async", machine));
    expect(model.snapshotAt(model.stepAtTime(120 as never), 120 as never).loop).toBe("running");
  });

  it("may be the main program, which makes processes", () => {
    const model = modelOf(computing("processes", { process_start_ms: 30 }));
    expect(lastingStoryOf(model, "main")).toEqual([
      "running/cpu 0..30",
      "running/cpu 30..60",
      "blocked/join 60..160",
    ]);
  });
});
