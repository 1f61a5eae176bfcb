import { expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { crawlerScenario } from "./crawler-scenario.ts";
import { writeFact } from "./facts.ts";
import { positionOf } from "./moment.ts";

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
