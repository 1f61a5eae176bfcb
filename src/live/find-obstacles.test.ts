import { describe, expect, it } from "vitest";
import type { Scenario, Step, TaskSpec } from "#scenario/scenario.ts";
import { findObstacles } from "./find-obstacles.ts";

const tasks = (count: number, ...steps: Step[]): readonly TaskSpec[] =>
  Array.from({ length: count }, (_, index) => ({ name: `T${index}`, steps }));
const io: Step = { kind: "io", ms: 400 };
const inMode = (mode: Scenario["mode"], more: Partial<Scenario> = {}): Scenario => ({
  mode,
  workers: 2,
  tasks: tasks(2, io),
  ...more,
});
const found = (scenario: Scenario) =>
  findObstacles(scenario).map(({ code, path, found }) => `${code} ${path} ${found}`);
const foundAt = (step: Step, mode: Scenario["mode"] = "async") =>
  found(inMode(mode, { tasks: tasks(1, step) }));

describe("nothing keeps a browser from running", () => {
  for (const mode of ["sync", "threads", "pool", "async"] as const) {
    it(`requests, waits, failures and calls in ${mode}`, () => {
      const steps: Step[] = [
        io,
        { kind: "io", ms: 100, timeout_ms: 50, answer: "network_error", how: "blocking" },
        { kind: "sleep", ms: 30_000 },
        { kind: "sleep" },
        { kind: "blocking", ms: 100 },
        { kind: "fail" },
        { kind: "print", text: "x" },
        { kind: "call", task: "B" },
      ];
      const called = { name: "B", steps: [io] };
      expect(found(inMode(mode, { tasks: [{ name: "A", steps, timeout_ms: 900 }, called] }))).toEqual([]);
    });
  }

  it("computing on a single thread, limits, cancels from outside, the lesson's wait", () => {
    const settings: Partial<Scenario> = {
      limit: { tasks: 1, connections: 1 },
      server: { workers: 1 },
      cancels: [{ task: "T0", at_ms: 5 }],
      create: "before_loop",
      wait: { style: "wait" },
    };
    expect(found(inMode("async", { ...settings, tasks: tasks(50, { kind: "cpu", ms: 5 }, io) }))).toEqual([]);
    expect(foundAt({ kind: "cpu", ms: 5 }, "sync")).toEqual([]);
  });

  it("settings of another mode", () => {
    const wait = { style: "group" } as const;
    expect(found(inMode("sync", { workers: 99, wait }))).toEqual([]);
    expect(
      found(inMode("threads", { tasks: [{ name: "A", steps: [io], on_cancel: "continue" }], wait })),
    ).toEqual([]);
  });
});

describe("what a browser cannot do, or not well, is named with its place", () => {
  it("more workers than it should have", () => {
    expect(found(inMode("threads", { tasks: tasks(9, io) }))).toEqual(["too_many_workers tasks 9"]);
    expect(found(inMode("pool", { workers: 9 }))).toEqual(["too_many_workers workers 9"]);
  });

  it("more requests than leave it in peace, those of called bodies at every call", () => {
    expect(found(inMode("async", { tasks: tasks(51, io) }))).toEqual(["too_many_requests tasks 51"]);
    const calling = tasks(26, { kind: "call", task: "B" });
    const called = { name: "B", steps: [io, io] };
    expect(found(inMode("async", { tasks: [...calling, called] }))).toEqual(["too_many_requests tasks 52"]);
  });

  it("times that are too short to measure or too long to watch", () => {
    expect(foundAt({ kind: "io", ms: 99 })).toEqual(["delay_too_short tasks[0].steps[0].ms 99"]);
    expect(foundAt({ kind: "io" })).toEqual(["delay_too_short tasks[0].steps[0].ms 0"]);
    expect(foundAt({ kind: "blocking", ms: 30_001 })).toEqual(["delay_too_long tasks[0].steps[0].ms 30001"]);
    const cleanup: Step[] = [{ kind: "sleep", ms: 1 }];
    expect(found(inMode("sync", { tasks: [{ name: "A", steps: [], cleanup }] }))).toEqual([
      "delay_too_short tasks[0].cleanup[0].ms 1",
    ]);
  });

  it("threads that compute: workers of a browser share no interpreter", () => {
    for (const mode of ["threads", "pool"] as const) {
      expect(foundAt({ kind: "cpu", ms: 5 }, mode)).toEqual([
        "computing_in_threads tasks[0].steps[0].kind cpu",
      ]);
    }
  });

  it("processes: a page has none", () => {
    expect(foundAt({ kind: "io", ms: 200 }, "processes")).toEqual(["no_processes mode processes"]);
  });

  it("other programs, and what it costs to make a thread", () => {
    const machine = { other_programs: [{ name: "player" }], thread_start_ms: 5 };
    expect(found(inMode("threads", { machine }))).toEqual([
      "not_in_a_browser machine.thread_start_ms 5",
      "not_in_a_browser machine.other_programs 1",
    ]);
  });

  it("what only the simulated loop does", () => {
    expect(foundAt({ kind: "spawn", task: "B" })).toEqual(["not_in_a_browser tasks[0].steps[0].kind spawn"]);
    expect(foundAt({ kind: "blocking", ms: 100, how: "offload" })).toEqual([
      "not_in_a_browser tasks[0].steps[0].how offload",
    ]);
    expect(foundAt({ kind: "io", ms: 100, answer: 100 })).toEqual([
      "not_in_a_browser tasks[0].steps[0].answer 100",
    ]);
    // biome-ignore lint/suspicious/noThenProperty: a field of the format
    const wait = { style: "wait", until: "first_done", timeout_ms: 5, then: "wait_rest" } as const;
    expect(found(inMode("async", { wait }))).toEqual([
      "not_in_a_browser wait.until first_done",
      "not_in_a_browser wait.timeout_ms 5",
      "not_in_a_browser wait.then wait_rest",
    ]);
    expect(found(inMode("async", { wait: { style: "group" } }))).toEqual([
      "not_in_a_browser wait.style group",
    ]);
  });
});
