import { describe, expect, it } from "vitest";
import type { Scenario, Step, TaskSpec } from "#scenario/scenario.ts";
import { toTraceFile } from "#trace/trace-file.ts";
import { simulate } from "../simulate.ts";

/** What the tasks do, event by event: `time#turn task type`; the main program's own events only when asked for. */
function turnsOf(scenario: Omit<Scenario, "mode">, types: readonly string[]): readonly string[] {
  const whole: Scenario = { mode: "async", ...scenario };
  return toTraceFile(simulate(whole), whole)
    .events.filter(({ type }) => types.includes(type))
    .map(({ t_ms, turn, task, type }) => [`${t_ms}#${turn ?? "-"}`, task, type].filter(Boolean).join(" "));
}

const sleep = (ms: number): Step => ({ kind: "sleep", ms });
const task = (name: string, ...steps: readonly Step[]): TaskSpec => ({ name, steps });

describe("the event loop", () => {
  it("runs in a turn what is ready, and in the next turn what that has made ready", () => {
    const tasks = [task("A", sleep(0)), task("B", sleep(0))];
    expect(turnsOf({ tasks }, ["task_started", "task_resumed"])).toEqual([
      "0#1 main task_started",
      "0#2 A task_started",
      "0#2 B task_started",
      "0#3 A task_resumed",
      "0#3 B task_resumed",
      "0#5 main task_resumed",
    ]);
  });

  it("fires timers that are due together in the order in which they were set, and resumes a turn later", () => {
    const tasks = [task("A", sleep(50), sleep(50)), task("B", sleep(100))];
    expect(turnsOf({ tasks }, ["timer_fired", "task_done"])).toEqual([
      "50#3 A timer_fired",
      "100#5 B timer_fired",
      "100#5 A timer_fired",
      "100#6 B task_done",
      "100#6 A task_done",
      "100#8 main task_done",
    ]);
  });

  it("stands still while a task blocks: timers that come due meanwhile fire afterwards", () => {
    const tasks = [task("A", sleep(10)), task("B", { kind: "blocking", ms: 100 })];
    expect(turnsOf({ tasks }, ["blocking_end", "timer_fired", "task_done"])).toEqual([
      "100#2 B blocking_end",
      "100#2 B task_done",
      "100#3 A timer_fired",
      "100#4 A task_done",
      "100#6 main task_done",
    ]);
  });

  it("sends an awaited request only when it next looks at the network, after everything that is ready", () => {
    const tasks = [task("A", { kind: "io", ms: 30 }), task("B", { kind: "cpu", ms: 100 })];
    expect(turnsOf({ tasks }, ["request_start", "request_sent", "server_start", "request_end"])).toEqual([
      "0#2 A request_start",
      "100#3 A request_sent",
      "100#- A server_start",
      "130#5 A request_end",
    ]);
  });

  it("resumes who awaits a task one turn after its end, who gathers two turns after", () => {
    const tasks = [task("A", sleep(10))];
    const types = ["task_done"];
    expect(turnsOf({ tasks, wait: { style: "in_order" } }, types)).toEqual([
      "10#4 A task_done",
      "10#5 main task_done",
    ]);
    expect(turnsOf({ tasks, wait: { style: "gather" } }, types)).toEqual([
      "10#4 A task_done",
      "10#6 main task_done",
    ]);
  });

  it("calls done-callbacks in order of registration, a turn after the end, though one of them fails", () => {
    const callbacks = [{ name: "one", fail: "no" }, { name: "two" }];
    const tasks = [{ ...task("A", sleep(10)), callbacks }, task("B", sleep(10), { kind: "cpu", ms: 5 })];
    expect(turnsOf({ tasks }, ["task_done", "callback_failed", "callback_end"])).toEqual([
      "10#4 A task_done",
      "15#4 B task_done",
      "15#5 A callback_failed",
      "15#5 A callback_end",
      "15#6 main task_done",
    ]);
  });

  it("runs not a line of a task that is cancelled before its first step", () => {
    const scenario: Omit<Scenario, "mode"> = {
      tasks: [{ ...task("A", sleep(10)), cleanup: [{ kind: "print", text: "never printed" }] }],
      cancels: [{ task: "A", at_ms: 0 }],
      wait: { style: "wait" },
    };
    expect(turnsOf(scenario, ["task_started", "print", "task_cancelled"])).toEqual([
      "0#1 main task_started",
      "0#2 A task_cancelled",
    ]);
  });

  it("cancels the task that a cancelled task waits for", () => {
    const scenario: Omit<Scenario, "mode"> = {
      tasks: [task("A", { kind: "join", task: "B" }), task("B", sleep(100))],
      cancels: [{ task: "A", at_ms: 40 }],
      wait: { style: "wait" },
    };
    expect(turnsOf(scenario, ["cancel_requested", "task_cancelled"])).toEqual([
      "40#3 A cancel_requested",
      "40#3 B cancel_requested",
      "40#4 B task_cancelled",
      "40#5 A task_cancelled",
    ]);
  });

  it("hands a free place to the first in the queue", () => {
    const tasks = [task("A", sleep(10)), task("B", sleep(10)), task("C", sleep(10))];
    expect(turnsOf({ tasks, limit: { tasks: 1 } }, ["task_done"])).toEqual([
      "10#4 A task_done",
      "20#7 B task_done",
      "30#10 C task_done",
      "30#12 main task_done",
    ]);
  });

  it("stops at the end of the turn after the main program's end, leaving what was made before the loop", () => {
    const scenario: Omit<Scenario, "mode"> = {
      create: "before_loop",
      tasks: [task("A", sleep(10)), task("B", sleep(20))],
      wait: { style: "only", task: "A" },
    };
    expect(turnsOf(scenario, ["task_done", "task_cancelled", "loop_stop"])).toEqual([
      "10#3 A task_done",
      "10#4 loop_stop",
    ]);
  });
});
