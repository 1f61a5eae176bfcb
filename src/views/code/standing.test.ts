import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import { generateProgram } from "#scenario/program/generate-program.ts";
import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import type { EventType } from "#trace/event-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { nextRunOf } from "./line-runs.ts";
import { createLocator } from "./standing.ts";

function open(scenario: Scenario) {
  const trace = simulate(scenario);
  const model = buildTraceModel(trace, scenario);
  const program = generateProgram(scenario, "en");
  const locator = createLocator(model, program);
  /** Who stands where, as `text: name state, name state`, from the first line to the last. */
  const seen = (step: number) =>
    [...locator.standingsAt(step)]
      .sort(([a], [b]) => a - b)
      .map(([line, { named }]) => {
        const who = named.map(({ task, state }) => `${trace.names[task]} ${state}`);
        return `${program.lines[line]?.text.trim()} <- ${who.join(", ")}`;
      });
  return {
    seen,
    at: (ms: number) => seen(model.stepAtTime(traceTime(ms))),
    atFirst: (type: EventType, name?: string) =>
      seen(
        Array.from({ length: trace.length }, (_, k) => k).find(
          (k) => trace.typeAt(k) === type && (name === undefined || trace.names[trace.taskAt(k)] === name),
        ) ?? -1,
      ),
    end: () => seen(trace.length - 1),
    next: (text: string, step: number) => {
      const line = program.lines.findIndex((each) => each.text.trim() === text);
      const event = nextRunOf(line, step, { trace, program, locator });
      return event === undefined
        ? undefined
        : {
            event,
            story: `${trace.timeAt(event)} ${trace.typeAt(event)} ${trace.names[trace.taskAt(event)]}`,
          };
    },
  };
}

const MODES = ["sync", "threads", "pool", "async"] as const;

const sleepers = (mode: Scenario["mode"]): Scenario => ({
  mode,
  workers: 2,
  create: "before_loop",
  wait: { style: "wait" },
  tasks: ["A", "B", "C"].map((name) => ({ name, steps: [{ kind: "sleep", ms: 2000 }] })),
});

describe("where everybody stands", () => {
  it("is the await, for tasks that wait together", () => {
    expect(open(sleepers("async")).at(1200)).toEqual([
      "await asyncio.sleep(2) <- A suspended, B suspended, C suspended",
      "loop.run_until_complete(asyncio.wait(tasks)) <- main suspended",
    ]);
  });

  it("is the head of the function for a task that has not begun", () => {
    const { atFirst } = open(sleepers("async"));
    expect(atFirst("task_started", "A")[0]).toBe("async def work(name): <- A running, B ready, C ready");
  });

  it("is the call that blocks, for the workers of a pool", () => {
    const { at } = open(sleepers("pool"));
    expect(at(1000)).toContain("time.sleep(2) <- A blocked, B blocked");
    expect(at(1000).at(-1)).toMatch(/^pool\.map\(work, names\) <- main/);
  });

  it("is nowhere once a task is done, and the total at the end", () => {
    for (const mode of MODES)
      expect(
        open(sleepers(mode))
          .end()
          .map((line) => line.split(" <- ")[0]),
      ).toEqual(['print(f"total {time.time() - start:.2f} s")']);
  });

  it("is inside the called body while a call lasts", () => {
    const { at } = open({
      mode: "async",
      tasks: [
        {
          name: "A",
          steps: [
            { kind: "call", task: "C" },
            { kind: "sleep", ms: 50 },
          ],
        },
        { name: "C", steps: [{ kind: "sleep", ms: 100 }] },
      ],
    });
    expect(at(60)[0]).toBe("await asyncio.sleep(0.1) <- A suspended");
    expect(at(120)[0]).toBe("await asyncio.sleep(0.05) <- A suspended");
  });

  it("is the main program's own body when coroutines are awaited directly", () => {
    const { at } = open({ ...sleepers("async"), create: "in_main", wait: { style: "direct" } });
    expect(at(1000)).toEqual(["await asyncio.sleep(2) <- main suspended"]);
  });

  it("is the line of a callback while it runs", () => {
    const { atFirst } = open({
      mode: "async",
      tasks: [{ name: "A", steps: [], callbacks: [{ name: "parse", ms: 10, reads_result: true }] }],
    });
    expect(atFirst("callback_called").join()).toMatch(/time\.sleep\(0\.01\) <- A (running|blocked)/);
  });

  it("is the limit for a task that waits for its place", () => {
    const { at } = open({ ...sleepers("async"), limit: { tasks: 1 } });
    expect(at(1000)[0]).toBe("async with limit: <- B suspended, C suspended");
  });

  const steps: TaskSpec["steps"] = [
    { kind: "sleep", ms: 100 },
    { kind: "fail", error: "no" },
  ];

  it.each(MODES)("stays at the exception that ended a task (%s)", (mode) => {
    const raise = 'raise RuntimeError("no") <- A failed';
    expect(open({ mode, tasks: [{ name: "A", steps }] }).end()[0]).toBe(raise);
    const cleanup = [{ kind: "sleep", ms: 100 }] as const;
    expect(open({ mode, tasks: [{ name: "A", steps, cleanup }] }).end()[0]).toBe(raise);
    const callbacks = [{ name: "log", ms: 10 }];
    expect(open({ mode, tasks: [{ name: "A", steps, callbacks }] }).end()[0]).toBe(raise);
    const calling = { name: "A", steps: [{ kind: "call", task: "C" }] } as const;
    expect(open({ mode, tasks: [calling, { name: "C", steps }] }).end()[0]).toBe(raise);
  });
});

describe("the next run of a line", () => {
  it("goes from task to task, then back to the first", () => {
    const { next } = open(sleepers("async"));
    const first = next("await asyncio.sleep(2)", -1);
    const second = next("await asyncio.sleep(2)", first?.event ?? 0);
    expect(first?.story).toBe("0 task_suspended A");
    expect(second?.story).toBe("0 task_suspended B");
    expect(next("await asyncio.sleep(2)", 1e9)).toEqual(first);
  });

  it("knows the main program's lines and the head of a function", () => {
    const { next } = open(sleepers("async"));
    expect(next("task = loop.create_task(coro)", -1)?.story).toBe("0 task_created A");
    expect(next("async def work(name):", -1)?.story).toBe("0 task_started A");
    expect(next('print(f"total {time.time() - start:.2f} s")', -1)?.story).toBe("2000 run_end undefined");
  });

  it("is nothing for a line that never runs", () => {
    expect(open(sleepers("async")).next("tasks = []", -1)).toBeUndefined();
  });
});
