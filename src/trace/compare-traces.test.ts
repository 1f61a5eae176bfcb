import { describe, expect, it } from "vitest";
import { findDifference } from "./compare-traces.ts";
import type { TraceEvent } from "./event-types.ts";

const startA: TraceEvent = { t_ms: 0, type: "task_started", task: "A", worker: 1 };
const startB: TraceEvent = { t_ms: 0, type: "task_started", task: "B", worker: 2 };
const endA: TraceEvent = { t_ms: 100, type: "task_done", task: "A", worker: 1, detail: { result: "a" } };

describe("comparing two runs", () => {
  it("finds none between equal ones", () => {
    expect(findDifference([startA, startB, endA], [startA, startB, endA], "exact")).toBeUndefined();
  });

  it("sees another order between threads only where order counts", () => {
    expect(findDifference([startA, startB], [startB, startA], "exact")).toBe(
      "event #0: expected 0 ms task_started A worker 1, found 0 ms task_started B worker 2",
    );
    expect(findDifference([startA, startB], [startB, startA], "by_time")).toBeUndefined();
  });

  it("sees another order within one task in any case", () => {
    const print: TraceEvent = { t_ms: 0, type: "print", task: "A", worker: 1, detail: { text: "hi" } };
    expect(findDifference([startA, print], [print, startA], "by_time")).toContain("of A #0");
  });

  it.each<[string, Partial<TraceEvent>]>([
    ["time", { t_ms: 101 }],
    ["turn", { turn: 3 }],
    ["worker", { worker: 2 }],
    ["fact", { detail: { result: "b" } }],
    ["type", { type: "task_failed" }],
  ])("sees another %s", (_, change) => {
    expect(findDifference([endA], [{ ...endA, ...change }], "exact")).toContain("event #0");
  });

  it("sees what is missing and what is too much", () => {
    expect(findDifference([startA, endA], [startA], "exact")).toMatch(/found nothing$/);
    expect(findDifference([startA], [startA, endA], "by_time")).toMatch(/expected nothing/);
  });

  it("compares what happens outside by its time alone", () => {
    const served: TraceEvent = { t_ms: 0, type: "server_start", task: "A" };
    expect(findDifference([startA, served], [served, startA], "exact")).toBeUndefined();
    expect(findDifference([served], [{ ...served, t_ms: 5 }], "exact")).toContain("outside #0");
  });
});
