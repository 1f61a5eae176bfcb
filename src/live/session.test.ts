import { describe, expect, it } from "vitest";
import type { WallTime } from "#base/units.ts";
import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import { checkTrace } from "#trace/check-trace.ts";
import type { EventType } from "#trace/event-types.ts";
import type { LiveServer } from "./live-server.ts";
import type { LiveReport } from "./live-session.ts";
import type { Mark, Order, Report } from "./protocol.ts";
import { createSession } from "./session.ts";

const BEGIN = 1_750_000_000_000;

/** A worker that does what a test says. */
class FakeWorker {
  readonly orders: Order[] = [];
  isTerminated = false;
  readonly hear: (report: Report) => void;
  readonly #now: () => WallTime;

  constructor(hear: (report: Report) => void, now: () => WallTime) {
    this.hear = hear;
    this.#now = now;
  }

  get piece(): readonly string[] {
    const order = this.orders.findLast(({ kind }) => kind === "work");
    return order?.kind === "work" ? order.tasks : [];
  }

  mark(task: string, type: EventType, more: Partial<Mark> = {}): void {
    this.hear({ kind: "notes", notes: [{ kind: "mark", task, type, at: this.#now(), ...more }] });
  }

  beginRequest(task: string): void {
    this.mark(task, "task_started");
    this.mark(task, "request_start", { request: `${task}#1`, detail: { ms: 400 } });
  }

  /** Does its piece up to the first error. */
  work(error?: string): void {
    for (const task of this.piece) {
      this.mark(task, "task_started");
      const detail = error === undefined ? { result: `result of ${task}` } : { error };
      this.mark(task, error === undefined ? "task_done" : "task_failed", { detail });
      if (error !== undefined) break;
    }
    this.hear({ kind: "worked", at: this.#now(), ...(error !== undefined && { error }) });
  }
}

function open() {
  let time = 0;
  const now = () => (BEGIN + time) as WallTime;
  const workers: FakeWorker[] = [];
  const timers = new Set<() => void>();
  const listeners = new Set<Parameters<LiveServer["listen"]>[0]>();
  const forgotten: string[] = [];
  const server: LiveServer = {
    owner: "me",
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: (run) => forgotten.push(run),
  };
  const session = createSession(
    {
      now,
      clockStep: 0.1,
      hire(hear) {
        const worker = new FakeWorker(hear, now);
        workers.push(worker);
        return {
          send: (order) => worker.orders.push(order),
          terminate: () => {
            worker.isTerminated = true;
          },
        };
      },
      every(_, callback) {
        timers.add(callback);
        return () => timers.delete(callback);
      },
    },
    server,
  );
  const heard = { grown: [] as LiveReport[], ended: [] as LiveReport[], failed: [] as string[] };
  return {
    session,
    workers,
    forgotten,
    heard,
    listeners,
    pass(ms: number) {
      time += ms;
      for (const timer of timers) timer();
    },
    /** Starts a run; its workers are there and have been given their first pieces. */
    async start(scenario: Scenario) {
      const cancel = session.start(scenario, {
        grew: (report) => heard.grown.push(report),
        ended: (report) => heard.ended.push(report),
        failed: (message) => heard.failed.push(message),
      });
      time += 20;
      for (const worker of workers) worker.hear({ kind: "ready" });
      await Promise.resolve()
        .then(() => {})
        .then(() => {})
        .then(() => {});
      return cancel;
    },
    finish() {
      for (const worker of workers)
        if (worker.orders.at(-1)?.kind === "finish") worker.hear({ kind: "finished" });
    },
  };
}

const tasks = (...names: string[]): readonly TaskSpec[] =>
  names.map((name) => ({ name, steps: [{ kind: "io", ms: 400 }] }));
const pool: Scenario = { mode: "pool", workers: 2, dispatch: "single", tasks: tasks("A", "B", "C") };
const textOf = ({ trace }: LiveReport) =>
  Array.from({ length: trace.length }, (_, step) => trace.eventAt(step)).map(
    ({ type, task = "-", worker, detail }) =>
      `${task}${worker ? `@${worker}` : ""} ${type}${detail?.error ? ` ${detail.error}` : ""}`,
  );

describe("a pool", () => {
  it("gives the next piece to whoever is free", async () => {
    const { start, workers, pass, finish, heard } = open();
    await start(pool);
    expect(workers.map(({ piece }) => piece)).toEqual([["A"], ["B"]]);
    pass(400);
    workers[1]?.work();
    expect(workers.map(({ piece }) => piece)).toEqual([["A"], ["C"]]);
    workers[1]?.work();
    workers[0]?.work();
    expect(heard.ended).toEqual([]);
    finish();
    const [report] = heard.ended as [LiveReport];
    expect(checkTrace(report.trace, pool)).toEqual([]);
    expect(textOf(report)).toContain("C@2 task_done");
    expect(textOf(report).slice(-2)).toEqual(["main wait_returned", "- run_end"]);
  });

  it("lets chunks travel together, and raises the first error when all have ended", async () => {
    const { start, workers, finish, heard } = open();
    const chunks: Scenario = { mode: "pool", workers: 2, chunk_size: 2, tasks: tasks("A", "B", "C") };
    await start(chunks);
    expect(workers.map(({ piece }) => piece)).toEqual([["A", "B"], ["C"]]);
    workers[0]?.work("bad");
    workers[1]?.work();
    finish();
    expect(textOf(heard.ended[0] as LiveReport).slice(-2)).toEqual([
      "main wait_returned bad",
      "- run_end bad",
    ]);
  });

  it("takes back what has not begun when an error's turn has come", async () => {
    const { start, workers, finish, heard } = open();
    const inOrder: Scenario = { ...pool, collect: "in_order", workers: 1 };
    await start(inOrder);
    workers[0]?.work("bad");
    finish();
    const [report] = heard.ended as [LiveReport];
    expect(checkTrace(report.trace, inOrder)).toEqual([]);
    expect(textOf(report).slice(-4)).toEqual([
      "B task_cancelled",
      "C task_cancelled",
      "main wait_returned bad",
      "- run_end bad",
    ]);
  });

  it("hands over results as they come", async () => {
    const { start, workers, finish, heard } = open();
    await start({ ...pool, collect: "as_done" });
    workers[1]?.work("bad");
    workers[1]?.work();
    workers[0]?.work();
    finish();
    expect(textOf(heard.ended[0] as LiveReport).filter((line) => line.startsWith("main"))).toEqual([
      "main result_received bad",
      "main result_received",
      "main result_received",
      "main wait_returned",
    ]);
  });
});

describe("the other modes", () => {
  it("threads have a worker for each task, of the task's number", async () => {
    const { start, workers, finish, heard } = open();
    const threads: Scenario = { mode: "threads", tasks: tasks("A", "B") };
    await start(threads);
    workers[1]?.work("bad");
    workers[0]?.work();
    finish();
    const [report] = heard.ended as [LiveReport];
    expect(checkTrace(report.trace, threads)).toEqual([]);
    expect(textOf(report)).toContain("B@2 task_failed bad");
    expect(textOf(report).at(-1)).toBe("- run_end");
  });

  it("sync and async have one worker, which has the whole program", async () => {
    for (const mode of ["sync", "async"] as const) {
      const { start, workers } = open();
      await start({ mode, tasks: tasks("A", "B") });
      expect(workers.map(({ piece }) => piece)).toEqual([["A", "B"]]);
      expect(workers[0]?.orders[0]).toMatchObject({ kind: "begin", assignment: { run: "1", owner: "me" } });
    }
  });

  it("a program in a worker ends when the worker says, not when the page hears of it", async () => {
    const { start, workers, finish, pass, heard } = open();
    await start({ mode: "sync", tasks: tasks("A") });
    pass(400);
    workers[0]?.work();
    pass(30);
    finish();
    expect(heard.ended[0]?.trace.end).toBe(400);
  });
});

describe("a run", () => {
  it("is reported while it goes on, up to now", async () => {
    const { start, pass, heard, workers } = open();
    await start(pool);
    workers[0]?.beginRequest("A");
    pass(50);
    pass(50);
    expect(heard.grown.map(({ trace, elapsed }) => [trace.end, elapsed])).toEqual([
      [50, 50],
      [100, 100],
    ]);
    expect(textOf(heard.grown[1] as LiveReport)).toContain("A@1 request_start");
  });

  it("tells how long its workers took to be there, and which were there already", async () => {
    const { start, workers, finish, heard } = open();
    await start({ ...pool, workers: 1 });
    for (let piece = 0; piece < 3; piece++) workers[0]?.work();
    finish();
    await start(pool);
    expect(workers).toHaveLength(2);
    for (const worker of workers) worker.work();
    workers[0]?.work();
    finish();
    expect(heard.ended.map(({ measurement }) => measurement.workers)).toEqual([
      [{ worker: 1, startup: 20, reused: false }],
      [
        { worker: 1, startup: 20, reused: true },
        { worker: 2, startup: 20, reused: false },
      ],
    ]);
  });

  it("hears of the server only while it goes on, and is then forgotten there", async () => {
    const { start, workers, finish, listeners, forgotten } = open();
    await start({ mode: "sync", tasks: tasks("A") });
    expect(listeners.size).toBe(1);
    workers[0]?.work();
    finish();
    expect(listeners.size).toBe(0);
    expect(forgotten).toEqual(["1"]);
  });

  it("ends at once when it is cancelled, however its workers are blocked, and tells so once", async () => {
    const { start, workers, pass, heard } = open();
    const cancel = await start(pool);
    for (const [index, task] of ["A", "B"].entries()) workers[index]?.beginRequest(task);
    pass(100);
    cancel("visitor");
    cancel("visitor");
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
    const [report, ...others] = heard.ended as [LiveReport];
    expect(others).toEqual([]);
    expect(checkTrace(report.trace, pool)).toEqual([]);
    expect(textOf(report).slice(-6)).toEqual([
      "A@1 request_end",
      "A@1 task_cancelled",
      "B@2 request_end",
      "B@2 task_cancelled",
      "C task_cancelled",
      "- run_end cut_off",
    ]);
    pass(100);
    expect(heard.grown).toHaveLength(1);
  });

  it("can be cancelled before its workers are there, and the next one makes new ones", async () => {
    const { session, start, workers, heard } = open();
    session.start(pool, { grew: () => {}, ended: (report) => heard.ended.push(report), failed: () => {} })(
      "hidden",
    );
    expect(heard.ended.map(textOf)).toEqual([["- run_end cut_off"]]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    await start(pool);
    expect(workers.slice(2).map(({ piece }) => piece)).toEqual([["A"], ["B"]]);
  });

  it("fails when a worker breaks, on its way or at work, and leaves none behind", async () => {
    const { start, workers, heard } = open();
    await start(pool);
    workers[1]?.hear({ kind: "broke", message: "out of memory" });
    expect(heard.failed).toEqual(["out of memory"]);
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
    workers[0]?.work();
    expect(heard.ended).toEqual([]);
  });

  it("is refused where there are obstacles, and while another goes on", async () => {
    const { session, start } = open();
    const listener = { grew: () => {}, ended: () => {}, failed: () => {} };
    expect(() => session.start({ mode: "pool", workers: 9, tasks: tasks("A") }, listener)).toThrow(TypeError);
    await start(pool);
    expect(() => session.start(pool, listener)).toThrow(TypeError);
  });

  it("ends with its session", async () => {
    const { session, start, workers, heard } = open();
    await start(pool);
    session.close();
    expect(heard.ended).toHaveLength(1);
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  });
});
