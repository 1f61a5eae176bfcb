import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { speedUpOf } from "./speed-up.ts";
import { outcomesOf, type SyncResult } from "./sync-run.ts";

const crawler = (mode: Scenario["mode"], step: Step, settings: Partial<Scenario> = {}): Scenario => ({
  mode,
  workers: 2,
  tasks: ["bobo", "jay", "tom"].map((name) => ({ name, steps: [step] })),
  ...settings,
});
const page: Step = { kind: "io", ms: 2000 };
const modelOf = (scenario: Scenario) => buildTraceModel(simulate(scenario), scenario);

function syncOf(scenario: Scenario): SyncResult {
  const model = modelOf({ mode: "sync", tasks: scenario.tasks });
  return { status: "ended", total: model.total, outcomes: outcomesOf(model) };
}

const compare = (scenario: Scenario) => speedUpOf(modelOf(scenario), syncOf(scenario), false);

describe("a run against sync", () => {
  it("is as many times as fast as the totals say", () => {
    expect(compare(crawler("async", page))).toEqual({ status: "known", ratio: 3, syncTotal: 6000 });
    expect(compare(crawler("pool", page, { dispatch: "single" }))).toMatchObject({ ratio: 1.5 });
    expect(compare(crawler("async", { kind: "blocking", ms: 2000 }))).toMatchObject({ ratio: 1 });
  });

  it("is nothing new in sync itself, unless it was measured", () => {
    const sync = crawler("sync", page);
    expect(compare(sync)).toEqual({ status: "sync" });
    expect(speedUpOf(modelOf(sync), syncOf(sync), true)).toMatchObject({ ratio: 1 });
  });

  it("is not compared when a task comes to another end: it is not the same work", () => {
    const scenario = crawler("async", page, { wait: { style: "gather", collect_errors: true } });
    const [bobo, ...others] = scenario.tasks;
    const failing = { ...scenario, tasks: [{ ...bobo, name: "bobo", steps: [{ kind: "fail" }] }, ...others] };
    expect(compare(failing as Scenario)).toEqual({
      status: "otherWork",
      task: 2,
      here: "done",
      inSync: "pending",
    });
  });

  it("is not compared where an await is missing, or nothing takes time", () => {
    expect(compare(crawler("async", { ...page, how: "no_await" })).status).toBe("forgotten");
    expect(compare(crawler("async", { kind: "print", text: "now" })).status).toBe("noTime");
  });

  it("is not known before both runs have ended", () => {
    const scenario = crawler("async", page);
    const begun = buildTraceModel(traceFromEvents([], scenario), scenario);
    expect(speedUpOf(begun, syncOf(scenario), true)).toEqual({ status: "unknown" });
    expect(speedUpOf(modelOf(scenario), { status: "unasked" }, false)).toEqual({ status: "unasked" });
    expect(speedUpOf(modelOf(scenario), { status: "running" }, false)).toEqual({ status: "asking" });
    expect(speedUpOf(modelOf(scenario), { status: "needs_loop" }, false)).toEqual({ status: "needsLoop" });
  });
});
