import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioArbitrary } from "#engine/scenario-arbitrary.ts";
import { LIMITS } from "./limits.ts";
import { parseScenario } from "./parse-scenario.ts";
import type { Scenario, Step } from "./scenario.ts";
import { presentValue, TRIAL_AXES, trialRange, withTrial } from "./trial.ts";

const crawler: Scenario = {
  mode: "async",
  workers: 3,
  tasks: ["bobo", "jay"].map((name) => ({
    name,
    url: `http://127.0.0.1:5000/${name}`,
    steps: [{ kind: "io", ms: name === "jay" ? 3000 : 1500 }],
  })),
};

/** Of a task of one step. */
const msOf = ([step]: readonly Step[]) => (step && "ms" in step ? step.ms : undefined);

describe("a value tried out", () => {
  it("makes more tasks by copying those there are, in turn", () => {
    const { tasks } = withTrial(crawler, { axis: "tasks", value: 5 });
    expect(tasks.map(({ name }) => name)).toEqual(["bobo", "jay", "p1", "p2", "p3"]);
    expect(tasks.map(({ steps }) => msOf(steps))).toEqual([1500, 3000, 1500, 3000, 1500]);
    expect(tasks[2]?.url).toBe("http://127.0.0.1:5000/p1");
  });

  it("makes fewer by keeping the first", () => {
    expect(withTrial(crawler, { axis: "tasks", value: 1 }).tasks).toEqual([crawler.tasks[0]]);
  });

  it("makes all tasks longer with the longest", () => {
    const { tasks } = withTrial(crawler, { axis: "delay", value: 6000 });
    expect(tasks.map(({ steps }) => msOf(steps))).toEqual([3000, 6000]);
  });

  it("is the very same scenario where it is what there is", () => {
    for (const axis of TRIAL_AXES) {
      const value = presentValue(crawler, axis) as number;
      expect(withTrial(crawler, { axis, value })).toBe(crawler);
    }
  });

  it("leaves tasks alone that name each other", () => {
    const spawning: Scenario = {
      mode: "async",
      tasks: [
        { name: "A", steps: [{ kind: "spawn", task: "B" }] },
        { name: "B", steps: [] },
      ],
    };
    expect(presentValue(spawning, "tasks")).toBeUndefined();
    expect(presentValue(spawning, "delay")).toBeUndefined();
  });

  it("is between values that reach to twice what there is", () => {
    expect(trialRange("delay", 2000)).toEqual({ least: 0, most: 4000, step: 100 });
    expect(trialRange("delay", 7)).toEqual({ least: 0, most: 14, step: 1 });
    expect(trialRange("tasks", 3)).toEqual({ least: 1, most: 12, step: 1 });
    expect(trialRange("tasks", 100_000).most).toBe(100_000);
    expect(trialRange("workers", 900).most).toBe(1000);
    expect(trialRange("delay", 2 * LIMITS.ms).most).toBe(2 * LIMITS.ms);
  });

  it("gives a scenario that runs, whatever it was", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), (scenario, seed) => {
        for (const axis of TRIAL_AXES) {
          const present = presentValue(scenario, axis);
          if (present === undefined) continue;
          const { least, most, step } = trialRange(axis, present);
          const value = least + (seed % (Math.floor((most - least) / step) + 1)) * step;
          const tried = withTrial(scenario, { axis, value });
          expect(parseScenario(tried)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 100 },
    );
  });
});
