import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { goldenModel, lastingStoryOf, modelOf, namesIn, storyOf } from "./models-for-tests.ts";

describe("a task of a loop", () => {
  it("is created, ready, running, suspended, ready, running, done", () => {
    const model = goldenModel("lesson-multi-await");
    expect(storyOf(model, "B")).toEqual([
      "created 0..0",
      "ready 0..0",
      "running 0..0",
      "suspended 0..2000",
      "ready 2000..2000",
      "running 2000..2000",
      "done 2000..2000",
    ]);
  });

  it("waits for its turn while another computes, and is not resumed by its timer", () => {
    expect(lastingStoryOf(goldenModel("callbacks-next-turn"), "C")).toEqual([
      "suspended 0..100",
      "ready 100..150",
      "running/cpu 150..200",
    ]);
  });

  it("blocks the loop in a blocking call and in a blocking request", () => {
    expect(lastingStoryOf(goldenModel("lesson-multi-blocking"), "A")).toContain("blocked/blocking 0..2000");
    expect(lastingStoryOf(goldenModel("async-blocking-requests"), "A")[0]).toMatch(/^blocked\/request 0/);
  });

  it("says why it is suspended", () => {
    const model = goldenModel("limit-connections-and-server");
    const reasons = model
      .spansOf(3)
      .flatMap(({ state, detail }) => (state === "suspended" ? [detail.reason] : []));
    expect(reasons).toEqual(["connection", "io"]);
  });

  it("is ready as soon as it is made where a trace does not tell what enters the queue", () => {
    const model = modelOf(
      "0 - loop_start\n0 A coroutine_created\n1 A task_created\n2 A task_started\n3 A task_suspended\n5 A task_resumed",
    );
    expect(storyOf(model, "A")).toEqual([
      "created 0..1",
      "ready 1..2",
      "running 2..3",
      "suspended 3..5",
      "running 5..5",
    ]);
  });

  it("ends as it ended: failed, cancelled, or pending when the loop left it behind", () => {
    expect(storyOf(goldenModel("callbacks-failed-task"), "A").at(-1)).toBe("failed 100..200");
    expect(storyOf(goldenModel("cancel-before-start"), "B")).toEqual([
      "created 0..0",
      "ready 0..0",
      "cancelled 0..200",
    ]);
    expect(storyOf(goldenModel("main-only-first"), "C").at(-1)).toBe("pending 200..200");
  });

  it("is absent before it is made, and has no span then", () => {
    const model = goldenModel("nested-spawn-forget");
    expect(model.stateAt(3, 19)).toBe("absent");
    expect(model.taskMomentAt(3, 19)).toEqual({ task: 3, state: "absent", span: undefined });
    expect(model.stateAt(3, 20)).toBe("created");
  });
});

describe("a body that another task runs", () => {
  it("goes along with its caller, and is done at the end of the call", () => {
    const model = goldenModel("nested-call");
    expect(lastingStoryOf(model, "C")).toEqual(["suspended 50..150", "running/cpu 150..200"]);
    expect(storyOf(model, "C").at(-1)).toBe("done 200..200");
    expect([21, 33, 35].map((step) => model.callStackAt(1, step))).toEqual([["A", "C"], ["A", "C"], ["A"]]);
    expect([model.callStackAt(3, 21), model.callStackAt(3, 35)]).toEqual([["C"], []]);
  });

  it("holds no thread of its own", () => {
    const model = goldenModel("direct-three");
    expect(new Set(model.holdsOf(0).map(({ task }) => task))).toEqual(new Set([0]));
  });

  it("fails with the call that fails, even when its caller goes on", () => {
    const start = "0 - loop_start\n0 A task_created\n0 A task_started\n1 A call_start coroutine=B";
    const nested = `${start}\n2 A call_start coroutine=C\n3 A print text=hi coroutine=C\n4 A print text=oh coroutine=B`;
    const model = modelOf(`${nested}\n5 A task_failed error=boom`);
    expect(storyOf(model, "C")).toEqual(["running 2..4", "failed 4..5"]);
    expect(storyOf(model, "B")).toEqual(["running 1..5", "failed 5..5"]);
    expect([3, 5, 6, 7].map((step) => model.callStackAt(1, step).join(">"))).toEqual([
      "A>B",
      "A>B>C",
      "A>B",
      "",
    ]);
    expect(model.callStackAt(2, 5)).toEqual(["B", "C"]);
  });
});

describe("the main program", () => {
  it("runs before the loop starts when it makes the tasks there", () => {
    expect(storyOf(goldenModel("lesson-multi-await"), "main").slice(0, 3)).toEqual([
      "running/program 0..0",
      "suspended 0..0",
      "created 0..0",
    ]);
  });

  it("has handed its thread to the loop while that runs for another task", () => {
    expect(lastingStoryOf(goldenModel("main-only-first"), "main")).toEqual(["suspended 0..200"]);
    expect(storyOf(goldenModel("main-only-first"), "main").at(-1)).toBe("done 200..200");
  });

  it("of threads and pools is blocked in a join, but for the moments in which it gets something", () => {
    expect(lastingStoryOf(goldenModel("threads-equal"), "main")).toEqual(["blocked/join 0..200"]);
    const pool = goldenModel("pool-single-callbacks");
    expect(lastingStoryOf(pool, "main")).toEqual([
      "blocked/join 0..100",
      "running/program 100..200",
      "running/program 200..250",
    ]);
  });

  it("of a synchronous program is what its tasks are: it calls them", () => {
    const model = goldenModel("sync-failure");
    expect(lastingStoryOf(model, "main")).toEqual(["blocked/blocking 0..100", "blocked/blocking 100..150"]);
    expect(storyOf(model, "main").at(-1)).toBe("failed 150..150");
  });

  it("is in no count and no queue", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(model.stateAt(0, 50)).toBe("ready");
    expect(namesIn(model, "ready", 50)).toEqual([]);
    expect(model.snapshotAt(50, traceTime(200)).counts.ready).toBe(0);
  });
});

describe("a task without a loop", () => {
  it("waits for its turn from the first moment on in sync, and for ever after a failure", () => {
    const model = goldenModel("sync-failure");
    expect(lastingStoryOf(model, "B")).toEqual(["ready 0..100", "blocked/blocking 100..150"]);
    expect(storyOf(model, "C")).toEqual(["ready 0..150", "pending 150..150"]);
    expect(model.stateAt(1, -1)).toBe("absent");
  });

  it("is absent in sync when another calls it", () => {
    const tasks = [
      { name: "A", steps: [{ kind: "call", task: "B" }] },
      { name: "B", steps: [] },
      { name: "C", steps: [] },
    ] as const;
    const text =
      "0 A task_started\n0 A call_start coroutine=B\n0 A blocking_start\n5 A blocking_end\n5 A call_end coroutine=B";
    const model = modelOf(text, { mode: "sync", tasks });
    expect(model.stateAt(2, 0)).toBe("absent");
    expect(lastingStoryOf(model, "B")).toEqual(["blocked/blocking 0..5"]);
  });

  it("keeps its thread while it waits", () => {
    const model = goldenModel("server-pool-3-2");
    expect(model.spansOf(1).every(({ state }) => state !== "suspended")).toBe(true);
    expect(lastingStoryOf(model, "A")[0]).toMatch(/^blocked\/request/);
  });
});
