import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { crawlerScenario } from "./crawler-scenario.ts";
import { writeFact } from "./facts.ts";
import { positionOf } from "./moment.ts";

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

const model = buildTraceModel(simulate(crawlerScenario), crawlerScenario);
const fact = (name: string, at = positionOf("start", model)) => writeFact(name, { model, at }, "en");

it.each([
  ["total", "2 s"],
  ["sum", "6 s"],
  ["tasks", "3"],
  ["threads", "1"],
  ["most", "3"],
  ["blocked", "0 s"],
  ["wait jay", "2 s"],
  ["result jay", "/static/jay.png"],
  ["set workers", "3"],
  ["set tasks.0.name", "bobo"],
  ["set tasks.0.steps.0.ms", "2 s"],
  ["time task_done jay", "2 s"],
  ["count callback_called", "3"],
])("{%s} is %s", (name, expected) => {
  expect(fact(name)).toBe(expected);
});

it("tells the time of the step whose text it is", () => {
  const at = positionOf({ event: "task_suspended", task: "tom", later_ms: 500 }, model);
  expect(fact("now", at)).toBe("0.5 s");
  expect(writeFact("now", { model, at }, "zh")).toBe("0.5 秒");
});

it("says that a callback is called in a later turn than that in which its task ends", () => {
  const end = Number(fact("turn task_done bobo"));
  expect(Number(fact("turn callback_called bobo"))).toBe(end + 1);
});

it.each([
  "total sum",
  "toString",
  "wait nobody",
  "time no_event",
  "set machine.cores",
  "time task_done jay 2",
])("{%s} is a fact only where the run has it", (name) => {
  expect(fact(name)).toBe(name === "total sum" ? "2 s" : undefined);
});
