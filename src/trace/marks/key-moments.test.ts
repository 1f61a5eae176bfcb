import { describe, expect, it } from "vitest";
import { goldenModel, modelOf } from "../model/models-for-tests.ts";
import type { TraceModel } from "../model-types.ts";
import { type KeyMomentKind, keyMomentsOf } from "./key-moments.ts";

/** `kind: time task event`, in the order of the run. */
const momentsOf = (model: TraceModel) =>
  keyMomentsOf(model).map(({ kind, step }) => {
    const { t_ms, task, type } = model.trace.eventAt(step);
    return `${kind}: ${t_ms} ${task ?? "-"} ${type}`;
  });

const kindsOf = (name: string): readonly KeyMomentKind[] =>
  keyMomentsOf(goldenModel(name)).map(({ kind }) => kind);

describe("the key moments", () => {
  it("of an async run: the first await, all suspended, the first to wake, the end", () => {
    expect(momentsOf(goldenModel("lesson-crawler"))).toMatchInlineSnapshot(`
      [
        "first_await: 0 A task_suspended",
        "all_suspended: 0 C server_start",
        "first_wake: 2000 A task_ready",
        "first_callback: 2000 A callback_called",
        "end: 2000 - run_end",
      ]
    `);
  });

  it("of a blocked loop: the block and its end, and nobody ever awaits", () => {
    expect(kindsOf("async-blocking-three")).toEqual(["block_begins", "block_ends", "end"]);
  });

  it("of threads: the first thread that is blocked, until it is free", () => {
    expect(momentsOf(goldenModel("threads-unequal"))).toMatchInlineSnapshot(`
      [
        "block_begins: 0 A request_start",
        "block_ends: 300 A request_end",
        "end: 300 - run_end",
      ]
    `);
  });

  it("of a failure and of a callback: when they happen", () => {
    expect(kindsOf("errors-gather-raise")).toContain("first_failure");
    expect(kindsOf("lesson-callback")).toContain("first_callback");
  });

  it("stand in the order of the run, each at a step of its own", () => {
    for (const name of ["lesson-crawler", "callbacks-failing", "server-pool-3-2", "cancel-neighbour"]) {
      const steps = keyMomentsOf(goldenModel(name)).map(({ step }) => step);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    }
  });

  it("are unknown while the run is under way", () => {
    const begun = "0 A task_created\n0 A task_started\n5 A task_failed error=bad";
    expect(keyMomentsOf(modelOf(begun))).toEqual([]);
    expect(momentsOf(modelOf(`${begun}\n5 - run_end`))).toEqual([
      "first_failure: 5 A task_failed",
      "end: 5 - run_end",
    ]);
  });
});
