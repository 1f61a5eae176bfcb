import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { Mode, Scenario } from "#scenario/scenario.ts";
import type { TaskState, TraceModel } from "./model-types.ts";
import { goldenNames, readGolden } from "./read-golden.ts";
import { readTrace } from "./read-trace.ts";
import { SPAN_STATES } from "./span-log.ts";
import { buildTraceModel } from "./trace-model.ts";

function goldenModel(name: string): TraceModel {
  const { trace, scenario } = readGolden(name);
  return buildTraceModel(trace, scenario);
}

/** The model of a trace written by hand, of tasks A, B and C. */
function modelOf(text: string, settings: Partial<Scenario> = {}): TraceModel {
  const tasks = ["A", "B", "C"].map((name) => ({ name, steps: [] }));
  const scenario: Scenario = { mode: "async", tasks, ...settings };
  return buildTraceModel(readTrace(text, scenario), scenario);
}

/** A task's spans as `state/activity 0..100`. */
function storyOf(model: TraceModel, name: string): readonly string[] {
  return model
    .spansOf(model.trace.names.indexOf(name))
    .map(
      ({ state, activity, start, end }) =>
        `${activity === undefined ? state : `${state}/${activity}`} ${start}..${end}`,
    );
}

/** The same, without spans that take no time: the story as a clock tells it. */
const lastingStoryOf = (model: TraceModel, name: string) =>
  storyOf(model, name).filter((span) => !/ (\S+)\.\.\1$/.test(span));

const lastStep = (model: TraceModel) => model.trace.length - 1;
const namesIn = (model: TraceModel, state: TaskState, step: number, limit = 99) =>
  model.tasksInState(state, step, limit).map((task) => model.trace.names[task]);

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
      "0 A task_started\n0 A call_start coroutine=B\n0 A blocking_start coroutine=B\n5 A blocking_end\n5 A call_end coroutine=B";
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

describe("threads", () => {
  const lanes = (name: string) =>
    goldenModel(name).threads.map(({ id, kind, worker }) => `${id} ${kind} ${worker}`);

  it("are the loop, or main, or main and those that the mode has", () => {
    expect(lanes("lesson-multi-await")).toEqual(["0 loop 0"]);
    expect(lanes("sync-equal")).toEqual(["0 main 0"]);
    expect(lanes("threads-equal")).toEqual([
      "0 main 0",
      "1 task_thread 1",
      "2 task_thread 2",
      "3 task_thread 3",
    ]);
    expect(lanes("pool-map-5x1")).toEqual(["0 main 0", "1 worker 1"]);
  });

  it("are held by one body after the other", () => {
    const model = goldenModel("pool-map-chunk-error");
    const holds = model.holdsOf(2).filter(({ start, end }) => end > start);
    expect(holds.map(({ task, state, start, end }) => [model.trace.names[task], state, start, end])).toEqual([
      ["D", "blocked", 0, 400],
      ["E", "blocked", 400, 500],
      ["F", "blocked", 500, 600],
    ]);
    expect([model.holdCount(2), model.holdAt(2, 1)]).toEqual([9, model.holdsOf(2)[1]]);
    expect(() => model.holdAt(2, 9)).toThrow(RangeError);
  });

  it("are held by callbacks, too: those of a loop in their own turn, those of a pool on the worker", () => {
    const slow = goldenModel("pool-single-callbacks");
    const callbacks = slow.holdsOf(1).filter(({ callback }) => callback !== undefined);
    expect(callbacks).toMatchObject([{ task: 1, callback: "parse", state: "blocked", start: 200, end: 250 }]);
    const quick = goldenModel("callbacks-next-turn").holdsOf(0);
    expect(quick.filter(({ callback }) => callback === "cb").map(({ state }) => state)).toEqual([
      "running",
      "running",
    ]);
  });

  it("count the pieces of work they have taken", () => {
    const model = goldenModel("pool-map-chunk-error");
    const seats = model.snapshotAt(lastStep(model), traceTime(model.total)).seats;
    expect(seats.slice(1).map(({ held }) => held)).toEqual([2, 3]);
    const early = model.snapshotAt(8, traceTime(0)).seats[1];
    expect(early).toMatchObject({ held: 1, hold: { task: 1, state: "blocked" } });
    expect(model.snapshotAt(-1, traceTime(0)).seats[1]).toMatchObject({ held: 0, hold: undefined });
  });
});

describe("the loop", () => {
  it("is not started, running, idle, blocked, stopped", () => {
    const model = goldenModel("lesson-multi-blocking");
    const phaseAt = (step: number) => model.snapshotAt(step, model.trace.timeAt(Math.max(step, 0))).loop;
    const find = (type: string) => {
      for (let step = 0; ; step++) if (model.trace.typeAt(step) === type) return step;
    };
    expect(phaseAt(-1)).toBe("not_started");
    expect(phaseAt(find("loop_start"))).toBe("idle");
    expect(phaseAt(find("task_started"))).toBe("running");
    expect(phaseAt(find("blocking_start"))).toBe("blocked");
    expect(phaseAt(find("loop_stop"))).toBe("stopped");
    expect(goldenModel("sync-equal").snapshotAt(0, traceTime(0)).loop).toBe("none");
  });

  it("counts its turns; events from outside belong to the last one", () => {
    const model = goldenModel("offload-two-helpers");
    expect([-1, 0, 3, 19, 31, 33].map((step) => model.snapshotAt(step, traceTime(0)).turn)).toEqual([
      -1, 0, 1, 2, 2, 3,
    ]);
  });

  it("has its ready queue in order", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(namesIn(model, "ready", 28)).toEqual(["A", "B", "C"]);
    expect(namesIn(model, "ready", 28, 2)).toEqual(["A", "B"]);
    expect(namesIn(model, "ready", 29)).toEqual(["B", "C"]);
    expect(namesIn(model, "absent", 5)).toEqual(["B", "C"]);
  });
});

/** What is under way after an event, as `timer A working 0..100`; `!` = it keeps a thread. */
function outside(model: TraceModel, step: number): readonly string[] {
  return model
    .outsideAt(step, 99)
    .map(
      ({ kind, task, phase, holdsThread, start, due }) =>
        `${kind} ${model.trace.names[task]}${holdsThread ? "!" : ""} ${phase} ${start}..${due ?? ""}`,
    );
}

describe("outside", () => {
  it("a timer runs until it fires", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(outside(model, 19)).toEqual(["timer A working 0..100", "timer B working 0..100"]);
    expect(outside(model, 23)).toEqual(["timer B working 0..100", "timer C working 0..100"]);
  });

  it("a timer ends with the wait that is cancelled", () => {
    const model = goldenModel("cancel-cleanup");
    expect(outside(model, 17)).toContain("timer A working 0..400");
    expect(outside(model, 18)).toEqual(["timer B working 0..200"]);
  });

  it("a timer that comes due while the loop is blocked has to wait for it", () => {
    const model = modelOf(
      [
        "0 - loop_start\n0 A task_created\n0 A task_started\n0 A task_suspended reason=sleep ms=10",
        "0 B task_created\n0 B task_started\n0 B blocking_start ms=50\n50 B blocking_end\n50 B task_done\n50 A timer_fired",
      ].join("\n"),
    );
    expect(outside(model, 6)).toEqual(["timer A working 0..10", "timer B! working 0..50"]);
    expect(outside(model, 7)).toEqual(["timer A working 0..10"]);
    expect(outside(model, 9)).toEqual([]);
  });

  it("a request is queued from its leaving until the server takes it up", () => {
    const model = goldenModel("limit-connections-and-server");
    expect(outside(model, 30)).toEqual([]);
    expect(outside(model, 33)).toEqual(["request A working 0..100", "request B queued 0.."]);
    expect(outside(model, 35)).toEqual(["request B working 100..300"]);
  });

  it("a request that the client has given up goes on at the server", () => {
    const model = goldenModel("timeouts-step-continue");
    expect(outside(model, 23)).toContain("request A working 0..300");
    expect(outside(model, lastStep(model))).toEqual(["request A working 0..300"]);
  });

  it("a request that was given up before the server took it up is withdrawn if it never does", () => {
    const sent = "0 - loop_start\n0 A task_created\n0 A request_start ms=9\n0 A request_sent";
    const model = modelOf(`${sent}\n5 A request_end aborted=true\n9 - run_end total_ms=9`);
    expect([outside(model, 3), outside(model, 4)]).toEqual([["request A queued 0.."], []]);
  });

  it("a request that fails without reaching the server ends with the answer", () => {
    const sent = "0 - loop_start\n0 A task_created\n0 A request_start ms=9\n0 A request_sent";
    const model = modelOf(`${sent}\n9 A request_end error="no route"`);
    expect([outside(model, 3), outside(model, 4)]).toEqual([["request A working 0..9"], []]);
  });

  it("a thread keeps waiting for its request and for its sleep", () => {
    const model = goldenModel("server-threads-1");
    const working = model.outsideAt(Math.floor(lastStep(model) / 2), 99);
    expect(working.length).toBeGreaterThan(0);
    expect(working.every(({ kind, holdsThread }) => kind === "request" && holdsThread)).toBe(true);
    expect(outside(goldenModel("threads-equal"), 5)).toEqual(["timer A! working 0..200"]);
  });

  it("a call waits for a free helper thread, first come first served", () => {
    const model = goldenModel("offload-two-helpers");
    expect(outside(model, 30)).toEqual([
      "helper A working 0..300",
      "helper B working 0..100",
      "helper C queued 0..",
      "helper D queued 0..",
    ]);
    expect(outside(model, 32)).toEqual([
      "helper A working 0..300",
      "helper C working 100..250",
      "helper D queued 0..",
    ]);
  });

  it("a call given up while it waits for a helper is never begun; one that has begun goes on", () => {
    const start = "0 - loop_start\n0 A task_created\n0 A task_suspended reason=offload ms=9";
    const waiting = modelOf(`${start}\n5 A task_resumed with=cancel`);
    expect([outside(waiting, 2), outside(waiting, 3)]).toEqual([["helper A queued 0.."], []]);
    const begun = modelOf(`${start}\n1 A offload_start\n5 A task_resumed with=cancel\n10 A offload_end`);
    expect([outside(begun, 4), outside(begun, 5)]).toEqual([["helper A working 1..10"], []]);
  });

  it("comes in order of its beginning, as much as is asked for", () => {
    expect(
      goldenModel("offload-two-helpers")
        .outsideAt(30, 2)
        .map(({ task }) => task),
    ).toEqual([1, 2]);
  });
});

describe("done-callbacks", () => {
  const phases = (model: TraceModel, step: number, task?: number) =>
    model
      .callbacksAt(step, 99, task)
      .map(({ task: owner, name, phase }) => `${model.trace.names[owner]} ${name} ${phase}`);

  it("are registered with the task, queued by its end, then running, then called or failed", () => {
    const model = goldenModel("callbacks-failed-task");
    const steps = [0, 1, 20, 23, 24, 26];
    expect(steps.map((step) => phases(model, step, 1))).toEqual([
      [],
      ["A parse registered", "A after registered"],
      ["A parse queued", "A after queued"],
      ["A parse running", "A after queued"],
      ["A parse failed", "A after queued"],
      ["A parse failed", "A after called"],
    ]);
  });

  it("of all tasks come in order of registration, as many as are asked for", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(phases(model, 8)).toEqual(["A cb registered"]);
    expect(phases(model, 31)).toEqual(["A cb queued", "C cb registered"]);
    expect(model.callbacksAt(31, 1)).toHaveLength(1);
    expect(phases(model, 31, 2)).toEqual([]);
  });

  it("are told apart when they share a name", () => {
    const tasks = [{ name: "A", steps: [], callbacks: [{ name: "log" }, { name: "log" }] }];
    const call = "1 A callback_called callback=log\n1 A callback_end callback=log";
    const model = modelOf(`0 - loop_start\n0 A task_created\n1 A task_done\n${call}\n${call}`, { tasks });
    expect([3, 4, 5, 6].map((step) => phases(model, step).map((text) => text.split(" ")[2]))).toEqual([
      ["running", "queued"],
      ["called", "queued"],
      ["called", "running"],
      ["called", "called"],
    ]);
  });

  it("do not exist where nobody would call them", () => {
    const tasks = [{ name: "A", steps: [], callbacks: [{ name: "log" }] }];
    expect(phases(modelOf("0 A task_created", { mode: "threads", tasks }), 0)).toEqual([]);
  });
});

describe("moments", () => {
  it("are the distinct times, the printed lines, and the total", () => {
    const model = goldenModel("callbacks-next-turn");
    expect([...model.instants]).toEqual([0, 100, 150, 200]);
    expect(model.total).toBe(200);
    expect(model.prints[0]).toEqual({ index: 15, time: 0, task: 1, worker: 0, text: "begin A" });
    expect([14, 15, lastStep(model)].map((step) => model.snapshotAt(step, traceTime(0)).printed)).toEqual([
      0, 1, 8,
    ]);
  });

  it("tell the last step at a time, and the events of a task", () => {
    const model = goldenModel("callbacks-next-turn");
    expect([-1, 0, 99, 100, 1e9].map((time) => model.stepAtTime(traceTime(time)))).toEqual([
      -1, 22, 22, 36, 55,
    ]);
    expect([...model.eventsOf(2)].slice(0, 4)).toEqual([7, 8, 9, 17]);
  });
});

describe("every golden trace", () => {
  it.each(goldenNames)("%s: each task is in one state at each step, and the counts agree", (name) => {
    const model = goldenModel(name);
    const tasks = Array.from({ length: model.taskCount - 1 }, (_, index) => index + 1);
    for (let step = -1; step < model.trace.length; step++) {
      const states = tasks.map((task) => model.stateAt(task, step));
      const { counts } = model.snapshotAt(step, model.trace.timeAt(Math.max(step, 0)));
      for (const state of ["absent", ...SPAN_STATES] as const) {
        const expected = tasks.filter((task) => states[task - 1] === state);
        expect(counts[state]).toBe(expected.length);
        expect([...model.tasksInState(state, step, 99)].sort((a, b) => a - b)).toEqual(expected);
      }
    }
  });

  it.each(goldenNames)("%s: threads are never held by two at a time", (name) => {
    const model = goldenModel(name);
    for (const { id } of model.threads) {
      const holds = model.holdsOf(id);
      for (const [nth, hold] of holds.entries()) {
        expect(hold.from).toBeLessThan(hold.to);
        expect(hold.from).toBeGreaterThanOrEqual(holds[nth - 1]?.to ?? 0);
      }
    }
  });
});

it("answers for a run in which nothing happened", () => {
  for (const mode of ["sync", "threads", "pool", "async"] satisfies Mode[]) {
    const model = modelOf("", { mode, workers: 2 });
    expect(model.total).toBe(0);
    expect(model.spansOf(1)).toEqual([]);
    expect(model.outsideAt(-1, 9)).toEqual([]);
    expect(model.snapshotAt(-1, traceTime(0))).toMatchObject({ turn: -1, printed: 0, counts: { absent: 3 } });
  }
});
