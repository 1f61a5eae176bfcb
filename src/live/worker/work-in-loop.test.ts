import { afterEach, describe, expect, it, vi } from "vitest";
import type { WallTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import { toTraceFile } from "#trace/trace-file.ts";
import type { Note } from "../protocol.ts";
import { Notebook } from "./notebook.ts";
import { workInLoop } from "./work-in-loop.ts";
import { WorkerProgram } from "./worker-program.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const line = ({ type, task = "-", detail = {} }: Pick<TraceEvent, "type" | "task" | "detail">) =>
  [task, type, ...Object.entries(detail).map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(
    " ",
  );

/** What a program does in a real event loop, and the error that ends it. `names`: the tasks that main starts. */
function run(scenario: Scenario, names = scenario.tasks.map(({ name }) => name)) {
  const lines: string[] = [];
  const note = (notes: readonly Note[]) => {
    for (const one of notes) if (one.kind === "mark") lines.push(line(one));
  };
  const program = new WorkerProgram(
    { scenario, run: "1", owner: "me" },
    new Notebook(() => 0 as WallTime, note),
  );
  return new Promise<{ lines: readonly string[]; error: string | undefined }>((resolve, reject) => {
    workInLoop(program, names, { ended: (error) => resolve({ lines, error: error?.text }), broke: reject });
  });
}

/** What the simulation says of the same program, but for what goes on outside and the end of the run. */
function predict(scenario: Scenario): readonly string[] {
  return toTraceFile(simulate(scenario), scenario)
    .events.filter(({ type }) => !type.startsWith("server_") && type !== "run_end")
    .map(line);
}

const async = (tasks: readonly TaskSpec[], settings: Partial<Scenario> = {}): Scenario => ({
  mode: "async",
  tasks,
  ...settings,
});
const turn = { kind: "sleep", ms: 0 } as const;
const say = (text: string) => ({ kind: "print", text }) as const;
const fail = { kind: "fail", error: "bad" } as const;

describe("a program in the loop of a worker does what the simulation says, in its order", () => {
  const three = ["A", "B", "C"].map((name) => ({ name, steps: [turn, say(name), turn] }));
  const callbacks = [
    { name: "one", reads_result: true },
    { name: "two", fail: "no" },
  ];
  const failing = [
    { name: "A", steps: [turn, turn] },
    { name: "B", steps: [fail], cleanup: [say("bye")], callbacks },
  ];
  const programs: Readonly<Record<string, Scenario>> = {
    "tasks that take turns": async(three),
    "tasks made before the loop": async(three, { create: "before_loop", wait: { style: "wait" } }),
    callbacks: async([
      { name: "A", steps: [turn], callbacks },
      { name: "B", steps: [turn], callbacks },
    ]),
    "a limit of tasks": async(three, { limit: { tasks: 1 } }),
    "a failure, after which the others are cancelled": async(failing),
    "errors that are collected": async(failing, { wait: { style: "gather", collect_errors: true } }),
    "results in order": async(failing, { wait: { style: "in_order", collect_errors: true } }),
    "results as they come": async(failing, { wait: { style: "as_completed", collect_errors: true } }),
    "a cancel before the first step": async([{ name: "A", steps: [say("never")], callbacks }], {
      cancels: [{ task: "A", at_ms: 0 }],
      wait: { style: "wait" },
    }),
    "forgotten awaits": async([
      {
        name: "A",
        steps: [
          { kind: "sleep", ms: 9, how: "no_await" },
          { kind: "io", how: "no_await" },
        ],
      },
    ]),
  };
  for (const [what, scenario] of Object.entries(programs)) {
    it(what, async () => {
      expect((await run(scenario)).lines).toEqual(predict(scenario));
    });
  }

  it("a body that is called, which is no task of its own", async () => {
    const scenario = async([
      { name: "A", steps: [{ kind: "call", task: "B" }, say("back")] },
      { name: "B", steps: [say("called"), turn] },
    ]);
    expect((await run(scenario, ["A"])).lines).toEqual(predict(scenario));
  });
});

describe("a request in the loop of a worker", () => {
  const task = (name: string, more = {}): TaskSpec => ({ name, steps: [{ kind: "io", ms: 100, ...more }] });
  const answer = (body: string, status = 200) =>
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status })));

  it("is made as simulated, one connection after the other", async () => {
    answer("");
    const scenario = async([task("A"), task("B")], { limit: { connections: 1 } });
    const { lines } = await run(scenario);
    for (const name of ["main", "A", "B"]) {
      const isItsOwn = (each: string) => each.startsWith(`${name} `);
      expect(lines.filter(isItsOwn)).toEqual(predict(scenario).filter(isItsOwn));
    }
  });

  it("brings a page whose images a callback reads", async () => {
    answer(`<img src="/a.png"><img src="/b.png">`);
    const { lines } = await run(
      async([{ ...task("A"), callbacks: [{ name: "parse", reads_result: true }] }]),
    );
    expect(lines).toContain(`A print text="parse got ['/a.png', '/b.png']"`);
  });

  it("raises on a status when it is asked to", async () => {
    answer("", 404);
    expect((await run(async([task("A")]))).error).toBeUndefined();
    const { lines, error } = await run(async([task("A", { raise_for_status: true })]));
    expect(lines).toContain("A request_end status=404");
    expect(error).toBe("HTTP 404");
  });

  it("may fail on its way", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    const { lines, error } = await run(async([task("A")]));
    expect(lines).toContain('A request_end error="network error"');
    expect(error).toBe("network error");
  });

  /** Requests that are never answered; resolves with the first one's signal. */
  function stubEndlessRequests() {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return new Promise<AbortSignal>((resolve) => {
      vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
        resolve(signal as AbortSignal);
        return new Promise(() => {});
      });
    });
  }

  it("is aborted by its deadline, and the body may go on", async () => {
    const sent = stubEndlessRequests();
    const scenario = async([task("A", { ms: 500, timeout_ms: 200, on_timeout: "continue" })]);
    const running = run(scenario);
    const signal = await sent;
    vi.advanceTimersByTime(199);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
    expect((await running).lines).toEqual(predict(scenario));
  });

  it("is aborted when its task is cancelled from outside, and the place in the line is given up", async () => {
    const sent = stubEndlessRequests();
    const cancels = ["B", "A"].map((name) => ({ task: name, at_ms: 50 }));
    const scenario = async([task("A"), task("B")], {
      limit: { connections: 1 },
      cancels,
      wait: { style: "wait" },
    });
    const running = run(scenario);
    const signal = await sent;
    await turnOver();
    vi.advanceTimersByTime(50);
    expect(signal.aborted).toBe(true);
    const { lines } = await running;
    expect(lines.filter((each) => each.includes("request_start"))).toEqual(["A request_start ms=100"]);
    expect(lines).toContain("A task_cancelled");
    expect(lines).toContain("B task_cancelled");
  });
});

/** Until all that was ready has had its turn. */
async function turnOver(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
}
