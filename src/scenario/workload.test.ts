import { describe, expect, test } from "vitest";
import type { Scenario, Step, TaskSpec } from "./scenario.ts";
import { rowOf, rowsOf, summariseWorkload } from "./workload.ts";

const taskOf = (...steps: Step[]): TaskSpec => ({ name: "a", steps });

describe("a task as a row", () => {
  test("is a request with its delay and its outcome", () => {
    expect(rowOf({ ...taskOf({ kind: "io", ms: 2000, answer: 404 }), url: "/a" })).toMatchObject({
      kind: "request",
      url: "/a",
      ms: 2000,
      outcome: { kind: "status", status: 404 },
    });
    expect(rowOf(taskOf({ kind: "io", ms: 9, timeout_ms: 5 }))).toMatchObject({
      outcome: { kind: "timeout", timeoutMs: 5 },
    });
    expect(rowOf(taskOf({ kind: "io", answer: "network_error" }))).toMatchObject({
      ms: 0,
      outcome: { kind: "network_error" },
    });
  });

  test("tells the forms of a wait apart", () => {
    expect(rowOf(taskOf({ kind: "io", how: "blocking" })).kind).toBe("blocking_request");
    expect(rowOf(taskOf({ kind: "sleep" })).kind).toBe("wait");
    expect(rowOf(taskOf({ kind: "blocking" })).kind).toBe("blocking_wait");
    expect(rowOf(taskOf({ kind: "blocking", how: "offload" })).kind).toBe("offloaded_wait");
    expect(rowOf(taskOf({ kind: "cpu" })).kind).toBe("compute");
  });

  test("is a summary when a row could not say all of it", () => {
    expect(rowOf(taskOf()).kind).toBe("steps");
    expect(rowOf(taskOf({ kind: "io" }, { kind: "cpu" })).kind).toBe("steps");
    expect(rowOf(taskOf({ kind: "sleep", ms: 3, timeout_ms: 2 })).kind).toBe("steps");
    expect(rowOf(taskOf({ kind: "io", timeout_ms: 2, on_timeout: "continue" })).kind).toBe("steps");
    expect(rowOf(taskOf({ kind: "sleep", how: "no_await" })).kind).toBe("steps");
  });

  test("names the task's fields that it does not show", () => {
    const task: TaskSpec = { ...taskOf({ kind: "io" }), cleanup: [], on_cancel: "continue" };
    expect(rowOf(task).extras).toEqual(["cleanup", "on_cancel"]);
  });
});

test("rows come in the order of the tasks", () => {
  const scenario: Scenario = { mode: "sync", tasks: ["b", "a"].map((name) => ({ name, steps: [] })) };
  expect(rowsOf(scenario).map((row) => row.name)).toEqual(["b", "a"]);
});

test("a summary counts the tasks and takes the shortest and the longest", () => {
  const scenario: Scenario = {
    mode: "sync",
    tasks: [
      { name: "a", url: "/a", steps: [{ kind: "io", ms: 500 }] },
      { name: "b", steps: [{ kind: "sleep", ms: 500 }, { kind: "cpu", ms: 700 }, { kind: "fail" }] },
    ],
  };
  expect(summariseWorkload(scenario)).toEqual({ count: 2, allUrls: false, shortest: 500, longest: 1200 });
});
