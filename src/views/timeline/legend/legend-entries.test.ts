import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { goldenNames } from "#trace/read-golden.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { goldenModel } from "../golden-model.ts";
import { legendEntries, withDensity } from "./legend-entries.ts";

const legendOf = (mode: Scenario["mode"], how: "async" | "blocking" | undefined, workers = 2) => {
  const steps = [{ kind: "io" as const, ms: 2000, ...(how && { how }) }];
  const tasks = ["a", "b", "c"].map((name) => ({ name, steps }));
  const scenario = { mode, tasks, ...(mode === "pool" && { workers }) } as Scenario;
  return legendEntries([buildTraceModel(simulate(scenario), scenario)], false);
};

describe("the legend", () => {
  it("has what occurs, and what takes most of the lanes first", () => {
    expect(legendOf("async", undefined)).toEqual([
      ...["thread", "suspended", "running", "ready", "done", "created"],
    ]);
    expect(legendOf("pool", undefined)).toEqual(["thread", "blocked", "ready", "running", "done"]);
  });

  it.each(["sync", "threads", "pool"] as const)("never speaks of suspended tasks in mode %s", (mode) => {
    expect(legendOf(mode, undefined)).not.toContain("suspended");
  });

  it("does not speak of the main program's wait where only cores have lanes", () => {
    const tasks = ["a", "b"].map((name) => ({ name, steps: [{ kind: "cpu" as const, ms: 400 }] }));
    const scenario: Scenario = { mode: "processes", machine: { cores: 1, time_slice_ms: 100 }, tasks };
    expect(legendEntries([buildTraceModel(simulate(scenario), scenario)], false)).toEqual([
      ...["core", "running", "ready", "done"],
    ]);
  });

  it.each(goldenNames)("%s: has every state that one of its tasks is in", (name) => {
    const model = goldenModel(name);
    const entries = legendEntries([model], false);
    for (let task = 1; task < model.taskCount; task++)
      for (const { state } of model.spansOf(task)) if (state !== "absent") expect(entries).toContain(state);
    expect(new Set(entries).size).toBe(entries.length);
  });

  it("has what is drawn where it is crowded, and no thread's line where no thread has one", () => {
    const entries = ["thread", "running", "done", "created"] as const;
    expect(withDensity(entries, [])).toEqual(entries);
    expect(withDensity(entries, ["touch"])).toEqual(["thread", "running", "touch", "done", "created"]);
    expect(withDensity(entries, ["threads"])).toEqual(["running", "threads", "done", "created"]);
  });
});
