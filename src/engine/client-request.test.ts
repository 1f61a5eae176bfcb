import { describe, expect, it } from "vitest";
import type { IoStep, Scenario, Step, StepDeadline } from "#scenario/scenario.ts";
import { storyOf } from "./story-of.ts";

const sync = (request: Partial<IoStep> & StepDeadline, ...after: readonly Step[]): Scenario => ({
  mode: "sync",
  tasks: [{ name: "A", steps: [{ kind: "io", ms: 100, ...request }, ...after] }],
});

const client = (scenario: Scenario) =>
  storyOf(scenario, "request_end", "timeout_handled", "task_done", "task_failed", "run_end");

describe("an answer", () => {
  it("says nothing about its status when all is well", () => {
    expect(client(sync({ answer: 200 }))).toEqual([
      "100 request_end A",
      "100 task_done A result=result of A",
      "100 run_end total_ms=100",
    ]);
  });

  it("with status 404 or 500 is an answer, not an exception", () => {
    expect(client(sync({ answer: 404 }))).toEqual([
      "100 request_end A status=404",
      "100 task_done A result=result of A",
      "100 run_end total_ms=100",
    ]);
  });

  it("with status 404 or 500 is an exception when the program asks for one", () => {
    expect(client(sync({ answer: 500, raise_for_status: true }))).toEqual([
      "100 request_end A status=500",
      "100 task_failed A error=HTTP 500",
      "100 run_end total_ms=100 error=HTTP 500",
    ]);
  });

  it("below 400 never is one", () => {
    expect(client(sync({ answer: 304, raise_for_status: true }))[1]).toBe(
      "100 task_done A result=result of A",
    );
  });
});

describe("a connection that fails", () => {
  it("never reaches the server and ends the task", () => {
    expect(storyOf(sync({ answer: "network_error" }))).toEqual([
      "0 task_started A",
      "0 print A text=begin A",
      "0 request_start A ms=100",
      "100 request_end A error=network error",
      "100 task_failed A error=network error",
      "100 run_end total_ms=100 error=network error",
    ]);
  });
});

describe("a client's own timeout", () => {
  it("ends the request and the task", () => {
    expect(client(sync({ timeout_ms: 30 }))).toEqual([
      "30 request_end A aborted=true",
      "30 task_failed A error=timeout",
      "30 run_end total_ms=30 error=timeout",
    ]);
  });

  it("lets a task that handles it go on with its next step", () => {
    expect(client(sync({ timeout_ms: 30, on_timeout: "continue" }, { kind: "sleep", ms: 5 }))).toEqual([
      "30 request_end A aborted=true",
      "30 timeout_handled A",
      "35 task_done A result=result of A",
      "35 run_end total_ms=35",
    ]);
  });

  it("has no effect when the answer comes in time, be it at the last moment", () => {
    expect(client(sync({ timeout_ms: 100 }))).toEqual(client(sync({})));
  });

  it("also ends a connection that would have failed later", () => {
    expect(client(sync({ answer: "network_error", timeout_ms: 30 }))[1]).toBe(
      "30 task_failed A error=timeout",
    );
  });

  it("does not stop the server, which keeps the next client waiting", () => {
    const scenario: Scenario = {
      mode: "threads",
      server: { workers: 1 },
      tasks: [
        { name: "A", steps: [{ kind: "io", ms: 100, timeout_ms: 30 }] },
        { name: "B", steps: [{ kind: "io", ms: 100 }] },
      ],
    };
    expect(storyOf(scenario, "server_start", "server_end", "task_failed", "task_done")).toEqual([
      "0 server_start A",
      "30 task_failed A@1 error=timeout",
      "100 server_end A",
      "100 server_start B",
      "200 server_end B",
      "200 task_done B@2 result=result of B",
    ]);
  });

  it("has no effect on other steps, which nothing can interrupt", () => {
    const scenario: Scenario = {
      mode: "sync",
      tasks: [{ name: "A", steps: [{ kind: "sleep", ms: 50, timeout_ms: 10 }] }],
    };
    expect(storyOf(scenario, "run_end")).toEqual(["50 run_end total_ms=50"]);
  });
});
