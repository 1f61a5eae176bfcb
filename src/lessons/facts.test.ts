import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { writeFact } from "./facts.ts";

const pool: Scenario = {
  mode: "pool",
  workers: 2,
  chunk_size: 2,
  tasks: ["A", "B", "C"].map((name) => ({ name, steps: [{ kind: "io", ms: 1500 }] })),
};

const failing: Scenario = {
  mode: "async",
  wait: { style: "wait" },
  limit: { tasks: 1 },
  tasks: [
    { name: "A", timeout_ms: 500, steps: [{ kind: "io", ms: 200 }] },
    {
      name: "B",
      steps: [
        { kind: "io", ms: 100 },
        { kind: "fail", error: "no page" },
      ],
    },
  ],
};

function factOf(scenario: Scenario, fact: string, language: "en" | "zh" = "en") {
  const model = buildTraceModel(simulate(scenario), scenario);
  return writeFact(fact, { model, at: undefined }, language);
}

describe("a fact of a lesson's text", () => {
  it("is a duration with its unit, a count, or a name", () => {
    expect(factOf(pool, "total")).toBe("3 s");
    expect(factOf(pool, "total", "zh")).toBe("3 秒");
    expect(factOf(pool, "tasks")).toBe("3");
    expect(factOf(failing, "error B")).toBe("no page");
  });

  it("tells chunks, workers and requests of a run", () => {
    expect(factOf(pool, "chunks")).toBe("2");
    expect(factOf(pool, "chunk_size")).toBe("2");
    expect(factOf(pool, "worker task_started B")).toBe(factOf(pool, "worker task_started A"));
    expect(factOf(pool, "requests")).toBe("2");
    expect(factOf(failing, "requests")).toBe("1");
  });

  it("reads the scenario: what is named ms is a duration, and a list has a length", () => {
    expect(factOf(failing, "set tasks.0.timeout_ms")).toBe("0.5 s");
    expect(factOf(failing, "set tasks.0.steps.0.ms")).toBe("0.2 s");
    expect(factOf(failing, "set tasks.1.steps")).toBe("2");
    expect(factOf(failing, "set limit.tasks")).toBe("1");
  });

  it("measures from one event to another, and counts those of one task", () => {
    expect(factOf(failing, "between task_done A and task_failed B")).toBe("0.1 s");
    expect(factOf(failing, "count print")).toBe("3");
    expect(factOf(failing, "count print B")).toBe("1");
  });

  it("is not to be had where the run has no such thing", () => {
    for (const fact of [
      "now",
      "error A",
      "time task_done B",
      "between task_done A and task_done B",
      "set x",
      "y",
    ])
      expect(factOf(failing, fact)).toBeUndefined();
  });
});
