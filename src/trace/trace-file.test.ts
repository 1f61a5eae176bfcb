import { describe, expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import { goldenNames, readGolden } from "./read-golden.ts";
import { readTrace } from "./read-trace.ts";
import { toTraceFile, traceFromEvents } from "./trace-file.ts";

const scenario: Scenario = {
  mode: "async",
  tasks: [
    { name: "A", steps: [] },
    { name: "B", steps: [] },
  ],
};

describe("a trace file", () => {
  it.each(goldenNames)("keeps the events and the summary of %s", (name) => {
    const golden = readGolden(name);
    const file = toTraceFile(golden.trace, golden.scenario);
    expect(file.events).toEqual(golden.events);
    expect(file.summary).toEqual(golden.summary);
    expect(file.total_ms).toBe(golden.events.at(-1)?.t_ms);
  });

  it("names the event whose task or type nobody knows", () => {
    expect(() => traceFromEvents([{ t_ms: 0, type: "print", task: "C" }], scenario)).toThrow("events[0]");
    const odd = JSON.parse('{"t_ms":0,"type":"sang","task":"A"}');
    expect(() => traceFromEvents([{ t_ms: 0, type: "loop_start" }, odd], scenario)).toThrow("events[1]");
  });

  it("is complete even when nothing happened", () => {
    expect(toTraceFile(traceFromEvents([], scenario), scenario)).toEqual({
      version: 1,
      scenario,
      total_ms: 0,
      summary: {},
      events: [],
    });
  });
});

describe("a summary", () => {
  it("calls a body that never returned unfinished, and says inside whom it ran", () => {
    const trace = readTrace(
      "0 main task_created\n5 main call_start coroutine=A\n9 - run_end error=boom",
      scenario,
    );
    expect(toTraceFile(trace, scenario).summary).toEqual({
      A: { state: "unfinished", start_ms: 5, inside: "main" },
    });
  });

  it("survives a task named __proto__", () => {
    const odd: Scenario = { mode: "threads", tasks: [{ name: "__proto__", steps: [] }] };
    const trace = readTrace("0 __proto__ task_created", odd);
    expect(JSON.stringify(toTraceFile(trace, odd).summary)).toBe('{"__proto__":{"state":"never_started"}}');
  });
});
