import { describe, expect, it } from "vitest";
import { goldenModel } from "../model/models-for-tests.ts";
import type { TraceModel } from "../model-types.ts";
import { goldenNames } from "../read-golden.ts";
import { causeOf, causeOfWaitAt, causesOf } from "./causes-of.ts";

const idOf = (model: TraceModel, name: string) => model.trace.names.indexOf(name);

/** A task's causes, as `timer: A task_suspended → task_ready 200`. */
function told(model: TraceModel, name: string): readonly string[] {
  const { trace } = model;
  const own = idOf(model, name);
  return causesOf(model, own).map(({ kind, from, to }) => {
    const whose = trace.taskAt(from) === own ? "" : `${trace.names[trace.taskAt(from)]} `;
    return `${kind}: ${whose}${trace.typeAt(from)} → ${trace.typeAt(to)} ${trace.timeAt(to)}`;
  });
}

describe("a task wakes", () => {
  it("when its own timer fires", () => {
    expect(told(goldenModel("callbacks-several"), "A")).toEqual([
      "thread: main task_suspended → task_started 0",
      "timer: task_suspended → task_ready 100",
      "callback: task_done → callback_called 100",
      "callback: task_done → callback_called 100",
      "callback: task_done → callback_called 100",
    ]);
  });

  it("when the task that it joined has ended", () => {
    expect(told(goldenModel("nested-spawn-join"), "A")).toContain("ended: C task_done → task_ready 300");
  });

  it("when somebody gives a place back, though that one has not ended yet", () => {
    expect(told(goldenModel("limit-tasks-2-of-5"), "E")).toContain("released: C print → task_ready 400");
  });

  it("when somebody gives a connection back", () => {
    expect(told(goldenModel("limit-connections-2-of-5"), "C")).toEqual([
      "thread: B task_suspended → task_started 0",
      "released: A request_end → task_ready 200",
      "thread: B task_done → task_resumed 200",
      "response: task_suspended → task_ready 400",
    ]);
  });

  it("when the helper thread is done", () => {
    expect(told(goldenModel("offload-two-helpers"), "B")).toContain(
      "helper: task_suspended → task_ready 100",
    );
  });

  it("when another task cancels it", () => {
    expect(told(goldenModel("cancel-neighbour"), "B")).toContain(
      "cancelled: A task_resumed → task_ready 100",
    );
  });

  it("when its group is cancelled, because one of them failed", () => {
    expect(told(goldenModel("group-failure"), "C")).toContain("cancelled: B task_failed → task_ready 100");
  });

  it("when its deadline has passed", () => {
    expect(told(goldenModel("timeouts-step-continue"), "A")[1]).toBe(
      "timer: task_suspended → task_ready 100",
    );
  });
});

describe("the main program wakes", () => {
  it.each([
    ["async-blocking-three", "ended: C task_done → task_ready 450"],
    ["wait-until-first-done-tie", "ended: A task_done → task_ready 100"],
    ["wait-until-timeout", "timer: task_suspended → task_ready 150"],
    ["as-completed-unequal", "ended: D task_done → task_ready 50"],
  ])("in %s", (name, cause) => {
    expect(told(goldenModel(name), "main")[0]).toBe(cause);
  });
});

describe("the thread goes on", () => {
  it("from whoever blocked the loop to the next in the ready queue", () => {
    expect(told(goldenModel("async-blocking-three"), "C")).toEqual([
      "thread: B task_done → task_started 300",
    ]);
  });

  it("from a worker's last task to the next in the pool's queue", () => {
    expect(told(goldenModel("pool-map-5x3"), "D")).toEqual(["thread: A task_done → task_started 200"]);
    expect(told(goldenModel("pool-map-5x3"), "A")).toEqual([]);
  });

  it("from one task to the next in sync, though the main program calls both", () => {
    expect(told(goldenModel("sync-equal"), "B")[0]).toMatch(/^thread: A task_done → task_started/);
  });

  it("nowhere when each task has a thread of its own", () => {
    expect(told(goldenModel("threads-equal"), "B")).toEqual([]);
  });
});

describe("every golden run", () => {
  it.each(goldenNames)("%s: a cause comes before what it causes, and tells who waits", (name) => {
    const model = goldenModel(name);
    for (let step = 0; step < model.trace.length; step++) {
      const cause = causeOf(model, step);
      if (!cause) continue;
      expect(cause.to).toBe(step);
      expect(cause.from).toBeLessThan(step);
      expect(cause.from).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(goldenNames)("%s: every task that slept or asked a server knows what woke it", (name) => {
    const model = goldenModel(name);
    for (let task = 1; task < model.taskCount; task++)
      for (const span of model.spansOf(task)) {
        const outside = span.detail.reason === "sleep" || span.detail.reason === "io";
        if (span.state !== "suspended" || !outside || model.stateAt(task, span.to) === "pending") continue;
        if (span.to >= model.trace.length || isCancelledFromOutside(model, span.to)) continue;
        expect(causeOf(model, span.to)?.from).toBeDefined();
      }
  });
});

/** A cancellation by the program, the shutdown or a request has no event of another task to point at. */
function isCancelledFromOutside({ trace }: TraceModel, wake: number): boolean {
  return trace.typeAt(wake - 1) === "cancel_requested";
}

it("a task's present wait is ended by what comes, and one that runs does not wait", () => {
  const model = goldenModel("pool-map-5x3");
  const [a, d] = [idOf(model, "A"), idOf(model, "D")];
  expect(causeOfWaitAt(model, d, 10)).toMatchObject({ kind: "thread" });
  expect(causeOfWaitAt(model, a, 10)).toBeUndefined();
});
