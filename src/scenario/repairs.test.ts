import { describe, expect, it } from "vitest";
import { LIMITS } from "./limits.ts";
import { repair } from "./repairs.ts";
import type { Scenario, Step } from "./scenario.ts";

const of = (steps: readonly Step[], settings: Partial<Scenario> = {}): Scenario => ({
  mode: "async",
  tasks: [{ name: "A", steps, cleanup: steps }],
  ...settings,
});
const stepsOf = (scenario: Scenario | undefined) => scenario?.tasks[0]?.steps;

describe("a repair", () => {
  it("awaits what blocked, and leaves a step's other settings and what is offloaded alone", () => {
    const repaired = repair(
      of([
        { kind: "blocking", ms: 100, timeout_ms: 50 },
        { kind: "blocking", ms: 100, how: "await" },
        { kind: "blocking", ms: 100, how: "offload" },
        { kind: "io", ms: 100, how: "blocking", answer: 404 },
        { kind: "io", ms: 100, how: "await_blocking" },
        { kind: "sleep", ms: 100, how: "no_await" },
        { kind: "cpu", ms: 100 },
      ]),
      "loop_blocked_by_wait",
    );
    expect(stepsOf(repaired)).toEqual([
      { kind: "sleep", ms: 100, timeout_ms: 50 },
      { kind: "sleep", ms: 100 },
      { kind: "blocking", ms: 100, how: "offload" },
      { kind: "io", ms: 100, answer: 404 },
      { kind: "io", ms: 100 },
      { kind: "sleep", ms: 100, how: "no_await" },
      { kind: "cpu", ms: 100 },
    ]);
    expect(repaired?.tasks[0]?.cleanup).toEqual(stepsOf(repaired));
  });

  it("adds the await that was forgotten, and nothing else", () => {
    const steps: readonly Step[] = [
      { kind: "io", ms: 100, how: "no_await" },
      { kind: "io", how: "blocking" },
    ];
    expect(stepsOf(repair(of(steps), "never_awaited"))).toEqual([
      { kind: "io", ms: 100 },
      { kind: "io", how: "blocking" },
    ]);
  });

  it("makes tasks of coroutines that were awaited in a row, and changes nothing else", () => {
    const direct = of([{ kind: "sleep", ms: 100 }], { wait: { style: "direct" } });
    expect(repair(direct, "in_a_row")).toEqual({ ...direct, wait: { style: "gather" } });
    expect(repair(of([]), "in_a_row")).toBeUndefined();
  });

  it("makes room for every task that queues, and for none that is only called", () => {
    const tasks = [
      { name: "A", steps: [{ kind: "call", task: "C" }] },
      { name: "B", steps: [] },
      { name: "C", steps: [] },
    ] as const;
    const pool: Scenario = { mode: "pool", workers: 1, tasks };
    expect(repair(pool, "pool_too_small")?.workers).toBe(2);
    expect(repair({ ...pool, workers: 2 }, "pool_too_small")).toBeUndefined();
    expect(repair({ ...pool, server: { workers: 1 } }, "server_too_small")?.server).toEqual({ workers: 3 });
    const limit = { tasks: 1, connections: 2 };
    expect(repair({ ...pool, limit }, "task_limit")?.limit).toEqual({ tasks: 3, connections: 2 });
    expect(repair({ ...pool, limit }, "connection_limit")?.limit).toEqual({ tasks: 1, connections: 3 });
  });

  it("goes no further than the format", () => {
    const tasks = Array.from({ length: 20_000 }, (_, nth) => ({ name: `t${nth}`, steps: [] }));
    const scenario: Scenario = { mode: "pool", workers: 1, tasks, server: { workers: 1 } };
    expect(repair(scenario, "pool_too_small")?.workers).toBe(LIMITS.workers);
    expect(repair(scenario, "server_too_small")?.server?.workers).toBe(LIMITS.places);
    const full = { ...scenario, server: { workers: LIMITS.places } };
    expect(repair(full, "server_too_small")).toBeUndefined();
  });

  it("has nothing for what the format cannot say otherwise", () => {
    expect(repair(of([{ kind: "cpu", ms: 500 }]), "loop_blocked_by_computing")).toBeUndefined();
    expect(repair(of([]), "loop_blocked_by_callback")).toBeUndefined();
  });
});
