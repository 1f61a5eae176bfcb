import { describe, expect, it } from "vitest";
import { CALLBACK, CLEANUP } from "#scenario/program-mark.ts";
import type { IoStep, Scenario, TaskSpec } from "#scenario/scenario.ts";
import { SimulationCancelled } from "../run-control.ts";
import { simulate } from "../simulate.ts";
import { storyOf } from "../story-of.ts";

const async = (tasks: readonly TaskSpec[], others: Partial<Scenario> = {}): Scenario => ({
  mode: "async",
  tasks,
  wait: { style: "wait" },
  ...others,
});

describe("what comes back from a request", () => {
  const request = (step: Partial<IoStep>) => async([{ name: "A", steps: [{ kind: "io", ms: 30, ...step }] }]);
  const types = ["request_sent", "server_start", "server_end", "request_end", "task_done", "task_failed"];
  const story = (step: Partial<IoStep>) =>
    storyOf(request(step), ...types).filter((line) => !line.includes("main"));

  it("is told when it is another status than 200, and is no error", () => {
    expect(story({ answer: 404 }).slice(-2)).toEqual([
      "30 request_end A status=404",
      "30 task_done A result=result of A",
    ]);
    expect(story({ answer: 200 })).toEqual(story({}));
  });

  it("is an error on a status from 400 on when the program asks for that", () => {
    expect(story({ answer: 404, raise_for_status: true }).at(-1)).toBe("30 task_failed A error=HTTP 404");
    expect(story({ answer: 302, raise_for_status: true }).at(-1)).toBe("30 task_done A result=result of A");
    expect(story({ answer: 500, raise_for_status: true, how: "blocking" }).at(-1)).toBe(
      "30 task_failed A error=HTTP 500",
    );
  });

  it("is nothing when the connection fails: the server never sees the request", () => {
    const failure = ["30 request_end A error=network error", "30 task_failed A error=network error"];
    expect(story({ answer: "network_error" })).toEqual(["0 request_sent A", ...failure]);
    expect(story({ answer: "network_error", how: "blocking" })).toEqual(failure);
  });

  it("frees the connection for the next, however the request ends", () => {
    const io = { kind: "io", ms: 30, answer: "network_error" } as const;
    const tasks = ["A", "B"].map((name) => ({ name, steps: [io] }));
    expect(storyOf(async(tasks, { limit: { connections: 1 } }), "task_failed")).toEqual([
      "30 task_failed A error=network error",
      "60 task_failed B error=network error",
    ]);
  });
});

describe("a run that would never end", () => {
  const endOf = (scenario: Scenario) => storyOf(scenario, "task_failed", "run_end");
  const join = (task: string) => ({ kind: "join", task }) as const;

  it("ends as a deadlock when tasks wait for each other in a circle", () => {
    const circle = [
      { name: "A", steps: [{ kind: "sleep", ms: 10 } as const, join("B")] },
      { name: "B", steps: [join("A")] },
    ];
    expect(endOf(async(circle))).toEqual(["10 run_end total_ms=10 error=deadlock"]);
  });

  it("is none when a task awaits itself: that is a mistake that CPython finds", () => {
    expect(endOf(async([{ name: "A", steps: [join("A")] }]))).toEqual([
      "0 task_failed A error=RuntimeError",
      "0 run_end total_ms=0",
    ]);
  });

  it("is none when a task was never started: it cannot be found", () => {
    const tasks = [
      { name: "A", steps: [join("B")] },
      { name: "B", steps: [{ kind: "spawn", task: "B" } as const] },
    ];
    expect(endOf(async(tasks))).toEqual(["0 task_failed A error=KeyError", "0 run_end total_ms=0"]);
  });

  it("stops at the limit of events", () => {
    const spawn = (task: string) => ({ kind: "spawn", task }) as const;
    const tasks = [
      { name: "A", steps: [spawn("B"), join("B")] },
      { name: "B", steps: [spawn("B"), join("B")] },
    ];
    const trace = simulate(async(tasks), { maxEvents: 10_000 });
    expect(trace.length).toBeLessThan(10_010);
    expect(trace.eventAt(trace.length - 1)).toMatchObject({
      type: "run_end",
      detail: { error: "event_limit" },
    });
  });
});

describe("a simulation under control", () => {
  const tasks = Array.from({ length: 5000 }, (_, i) => ({
    name: `T${i}`,
    steps: [{ kind: "sleep", ms: 1 } as const],
  }));

  it("tells how far it has come", () => {
    const reports: number[] = [];
    const trace = simulate(async(tasks), { onProgress: (events) => reports.push(events) });
    expect(reports.length).toBeGreaterThan(5);
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
    expect(reports.at(-1)).toBeLessThanOrEqual(trace.length);
  });

  it("can be cancelled", () => {
    let events = 0;
    const control = { onProgress: (count: number) => (events = count), isCancelled: () => events > 10_000 };
    expect(() => simulate(async(tasks), control)).toThrow(SimulationCancelled);
    expect(events).toBeLessThan(20_000);
  });
});

describe("the marks of events", () => {
  const marksOf = (scenario: Scenario, type: string) => {
    const trace = simulate(scenario);
    const indexes = Array.from({ length: trace.length }, (_, index) => index);
    return indexes.filter((index) => trace.typeAt(index) === type).map((index) => trace.markAt(index));
  };
  const scenario = async([
    {
      name: "A",
      steps: [
        { kind: "print", text: "x" },
        { kind: "sleep", ms: 5 },
      ],
      cleanup: [{ kind: "cpu", ms: 5 }],
      callbacks: [{ name: "one" }, { name: "two" }],
    },
  ]);

  it("name the step, the cleanup step or the callback", () => {
    expect(marksOf(scenario, "timer_fired")).toEqual([1]);
    expect(marksOf(scenario, "cpu_start")).toEqual([CLEANUP]);
    expect(marksOf(scenario, "callback_called")).toEqual([CALLBACK, CALLBACK + 1]);
  });

  it("come back to the calling step after a call", () => {
    const calling = async([
      {
        name: "A",
        steps: [
          { kind: "sleep", ms: 1 },
          { kind: "call", task: "B" },
        ],
      },
      { name: "B", steps: [{ kind: "sleep", ms: 1 }] },
    ]);
    expect(marksOf(calling, "call_end")).toEqual([1]);
    expect(marksOf(calling, "timer_fired")).toEqual([0, 0]);
  });
});
