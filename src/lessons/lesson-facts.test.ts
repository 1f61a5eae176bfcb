import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "#trace/event-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { lessons } from "./lessons.ts";
import { findEvent } from "./moment.ts";

/** What is asked of a run, in the words of the tests below. */
function ask(scenario: Scenario) {
  const model = buildTraceModel(simulate(scenario), scenario);
  const { trace } = model;
  const stepOf = (event: EventType, task: string, nth = 1): number => {
    const step = findEvent(model, { event, task, nth });
    if (step === undefined) throw new Error(`${scenario.id}: no ${event} of ${task}`);
    return step;
  };
  const tasksOf = (event: EventType): readonly string[] => {
    const found: string[] = [];
    for (let step = 0; step < trace.length; step++)
      if (trace.typeAt(step) === event) found.push(trace.names[trace.taskAt(step)] ?? "");
    return found;
  };
  return {
    total: model.total,
    lines: model.prints.map(({ text }) => text),
    timeOf: (event: EventType, task: string, nth?: number) => trace.timeAt(stepOf(event, task, nth)),
    turnOf: (event: EventType, task: string, nth?: number) => trace.turnAt(stepOf(event, task, nth)),
    workerOf: (event: EventType, task: string) => trace.workerAt(stepOf(event, task)),
    /** The tasks of all events of a type, in order. */
    tasksOf,
    happens: (event: EventType, task: string) => tasksOf(event).includes(task),
    /** The state of a task, an event of the same or another task having happened. */
    stateOf: (task: string, event: EventType, of = task, nth?: number) =>
      model.stateAt(trace.names.indexOf(task), stepOf(event, of, nth)),
    stateAtEnd: (task: string) => model.stateAt(trace.names.indexOf(task), trace.length - 1),
    workers: new Set(
      model.threads.filter(({ kind }) => kind !== "main" && kind !== "loop").map(({ worker }) => worker),
    ).size,
  };
}

async function lesson(id: string) {
  const entry = lessons.find((each) => each.id === id);
  if (entry === undefined) throw new Error(`no lesson ${id}`);
  return entry.load();
}

const run = async (id: string) => ask((await lesson(id)).scenario);

/** The run after the button with this label. */
async function changed(id: string, label: string) {
  const { scenario, tries } = await lesson(id);
  const found = tries.find((each) => each.label.en === label);
  if (found === undefined) throw new Error(`${id} has no change “${label}”`);
  return ask(found.change(scenario));
}

describe("the course", () => {
  it("has its lessons in order, and the crawler as its last", () => {
    const course = lessons.filter(({ shelf }) => shelf === "course").map(({ id }) => id);
    expect(course).toEqual([
      "parallel-concurrent",
      "sync-async",
      "pool-of-five",
      "pool-of-three",
      "who-switches",
      "calling-is-not-running",
      "task-and-loop",
      "done-callback",
      "many-tasks",
      "await",
      "two-clients",
      "crawler",
    ]);
  });
});

describe("parallel-concurrent", () => {
  it("takes turns on one core, and takes as long as all computing together", async () => {
    const { total, tasksOf } = await run("parallel-concurrent");
    expect(total).toBe(1200);
    expect(tasksOf("slice_start").slice(0, 6)).toEqual(["bobo", "jay", "tom", "bobo", "jay", "tom"]);
  });

  it("computes at the same instant on several cores", async () => {
    const { total, timeOf } = await changed("parallel-concurrent", "More cores");
    expect(total).toBe(400);
    for (const task of ["bobo", "jay", "tom"]) expect(timeOf("slice_start", task)).toBe(0);
  });

  it("gains nothing by threads that share the interpreter lock, and all by threads without it", async () => {
    expect((await changed("parallel-concurrent", "More cores, but threads")).total).toBe(1200);
    expect((await changed("parallel-concurrent", "More cores, threads without the lock")).total).toBe(400);
  });

  it("pays for the start of each process", async () => {
    const { total, timeOf } = await changed("parallel-concurrent", "More cores, and slow starts");
    expect(timeOf("task_started", "tom")).toBe(450);
    expect(total).toBe(850);
  });
});

describe("sync-async", () => {
  it("overlaps the waits, not the computing", async () => {
    const { total, timeOf } = await run("sync-async");
    expect(timeOf("task_started", "jay")).toBe(timeOf("task_suspended", "bobo"));
    expect(total).toBe(1600);
  });

  it("does one after the other when it is synchronous", async () => {
    const { total, timeOf } = await changed("sync-async", "One step after the other");
    expect(timeOf("task_started", "jay")).toBe(timeOf("task_done", "bobo"));
    expect(total).toBe(2800);
  });
});

describe("pool-of-five", () => {
  it("has a worker for each task, and all of them wait at the same time", async () => {
    const { total, workers, timeOf, workerOf } = await run("pool-of-five");
    const tasks = [1, 2, 3, 4, 5].map((n) => `www.${n}.com`);
    expect(workers).toBe(5);
    expect(new Set(tasks.map((task) => workerOf("task_started", task))).size).toBe(5);
    for (const task of tasks) expect(timeOf("blocking_start", task)).toBe(0);
    expect(total).toBe(2000);
  });

  it("takes as long as without a pool where there is one worker", async () => {
    expect((await changed("pool-of-five", "`Pool(1)`")).total).toBe(10_000);
  });
});

describe("pool-of-three", () => {
  it("lets the thread that is free first take the fourth task", async () => {
    const { total, workers, workerOf, timeOf } = await run("pool-of-three");
    expect(workers).toBe(3);
    expect(timeOf("task_started", "www.4.com")).toBe(timeOf("task_done", "www.2.com"));
    expect(workerOf("task_started", "www.4.com")).toBe(workerOf("task_done", "www.2.com"));
    expect(total).toBe(4000);
  });

  it("leaves a worker without work when the chunks are big", async () => {
    const { total, workerOf } = await changed("pool-of-three", "A bigger chunk: `chunksize=3`");
    const used = [1, 2, 3, 4, 5].map((n) => workerOf("task_started", `www.${n}.com`));
    expect(new Set(used).size).toBe(2);
    expect(total).toBe(5500);
  });

  it("makes a thread for every task, each at its price, where there is no pool", async () => {
    const { total, workers, timeOf } = await changed("pool-of-three", "A new thread for every task");
    expect(workers).toBe(5);
    expect(timeOf("task_started", "www.5.com")).toBe(500);
    expect(total).toBe(2500);
  });
});

describe("who-switches", () => {
  it("stops a thread in the middle of its computing, and runs the other one amid its work", async () => {
    const { total, timeOf } = await run("who-switches");
    expect(timeOf("slice_end", "bobo")).toBeLessThan(timeOf("cpu_end", "bobo"));
    expect(timeOf("slice_start", "jay")).toBeLessThan(timeOf("cpu_end", "bobo"));
    expect(total).toBe(1200);
  });

  it("lets the next task begin only where the first lets go, and takes as long", async () => {
    const { total, timeOf } = await changed("who-switches", "Tasks in an event loop");
    expect(timeOf("slice_end", "bobo")).toBeLessThan(timeOf("cpu_end", "bobo"));
    expect(timeOf("task_started", "jay")).toBe(timeOf("task_suspended", "bobo"));
    expect(total).toBe(1200);
  });

  it("gets a smaller share of the core the more other programs there are", async () => {
    expect((await changed("who-switches", "Without the other program")).total).toBe(600);
    expect((await changed("who-switches", "One more program")).total).toBe(1800);
  });
});

describe("calling-is-not-running", () => {
  it("prints nothing before the loop runs", async () => {
    const { timeOf, stateOf, lines } = await run("calling-is-not-running");
    expect(stateOf("bobo", "coroutine_created")).not.toBe("running");
    expect(timeOf("print", "bobo")).toBe(0);
    expect(stateOf("bobo", "print")).toBe("running");
    expect(lines).toEqual(["begin bobo", "end bobo"]);
  });

  it("runs no line of the coroutine that is called and thrown away", async () => {
    const { happens, stateAtEnd } = await run("calling-is-not-running");
    expect(happens("never_awaited", "bobo")).toBe(true);
    expect(happens("print", "jay")).toBe(false);
    expect(stateAtEnd("jay")).toBe("absent");
  });

  it("runs it inside the caller with await, and beside it as a task", async () => {
    expect((await changed("calling-is-not-running", "Write `await` before the call")).total).toBe(4000);
    expect((await changed("calling-is-not-running", "Make a task of it")).total).toBe(2000);
  });

  it("waits for nothing where the await is missing", async () => {
    expect((await changed("calling-is-not-running", "Forget `await` before the wait")).total).toBe(0);
  });
});

describe("task-and-loop", () => {
  it("queues the first step when the task is made, and runs it in the first turn", async () => {
    const { total, stateOf, turnOf, lines } = await run("task-and-loop");
    expect(stateOf("bobo", "task_ready")).toBe("ready");
    expect(turnOf("task_started", "bobo")).toBe(1);
    expect(lines[0]).toBe("begin bobo");
    expect(total).toBe(2000);
  });

  it("stops with the task that it runs for, and leaves the other one pending", async () => {
    const { total, stateAtEnd } = await changed("task-and-loop", "A slower task beside it");
    expect(stateAtEnd("jay")).toBe("pending");
    expect(total).toBe(2000);
  });

  it("runs on until both have ended when it waits for both", async () => {
    const { total, stateAtEnd } = await changed("task-and-loop", "A slower task, and wait for both");
    expect(stateAtEnd("jay")).toBe("done");
    expect(total).toBe(3000);
  });
});

describe("done-callback", () => {
  it("calls the callback in a later turn than its task ends, with the result 123", async () => {
    const { turnOf, lines } = await run("done-callback");
    expect(turnOf("callback_called", "bobo")).toBe(turnOf("task_done", "bobo") + 1);
    expect(lines).toContain("task_callback got 123");
  });

  it("runs who was ready before the callbacks, then the callbacks in the order of registration", async () => {
    const { lines } = await run("done-callback");
    expect(lines.slice(-4)).toEqual(["end bobo", "end jay", "task_callback got 123", "save got 123"]);
  });

  it("calls the next callback although the first fails", async () => {
    const { happens, lines, stateAtEnd } = await changed("done-callback", "The first callback fails");
    expect(happens("callback_failed", "bobo")).toBe(true);
    expect(lines).toContain("save got 123");
    expect(stateAtEnd("bobo")).toBe("done");
  });

  it("raises the error of a failed task in each callback that asks for the result", async () => {
    const { tasksOf, lines } = await changed("done-callback", "The task fails");
    expect(tasksOf("callback_failed")).toEqual(["bobo", "bobo"]);
    expect(lines).not.toContain("task_callback got 123");
  });
});

describe("many-tasks", () => {
  it("freezes the loop: nobody is ever suspended, and the waits add up", async () => {
    const { total, tasksOf, stateOf } = await run("many-tasks");
    expect(tasksOf("task_suspended")).toEqual(["main"]);
    expect(stateOf("bobo", "blocking_start")).toBe("blocked");
    expect(stateOf("tom", "blocking_start", "bobo")).toBe("ready");
    expect(total).toBe(6000);
  });

  it("overlaps all waits after its repair", async () => {
    const { total, stateOf } = await changed("many-tasks", "`await asyncio.sleep(2)`");
    expect(stateOf("bobo", "task_suspended", "tom")).toBe("suspended");
    expect(total).toBe(2000);
  });

  it("blocks, then fails, where await stands before the blocking call", async () => {
    const { total, timeOf } = await changed("many-tasks", "`await time.sleep(2)` in `jay`");
    expect(timeOf("task_failed", "jay")).toBe(4000);
    expect(total).toBe(6000);
  });
});

describe("await", () => {
  it("has all timers running before any time has passed, and takes as long as the longest", async () => {
    const { total, timeOf, tasksOf } = await run("await");
    for (const task of ["bobo", "jay", "tom"]) expect(timeOf("task_suspended", task)).toBe(0);
    expect(tasksOf("task_done")).toEqual(["jay", "bobo", "tom", "main"]);
    expect(total).toBe(3000);
  });

  it("overlaps the waits just so without asyncio.wait", async () => {
    expect((await changed("await", "Without `asyncio.wait`")).total).toBe(3000);
  });

  it("hides the error of a task in asyncio.wait", async () => {
    const { total, happens, stateAtEnd } = await changed("await", "`await time.sleep(1)` in `jay`");
    expect(stateAtEnd("jay")).toBe("failed");
    expect(happens("task_done", "main")).toBe(true);
    expect(total).toBe(4000);
  });

  it("does not wait at all where await is missing", async () => {
    const { timeOf } = await changed("await", "`await` is missing in `jay`");
    expect(timeOf("task_done", "jay")).toBe(0);
  });

  it("runs coroutines that are no tasks one after the other", async () => {
    expect((await changed("await", "Coroutines, but no tasks")).total).toBe(6000);
  });
});

describe("two-clients", () => {
  it("holds back the request of bobo until the blocking one is over", async () => {
    const { total, timeOf, stateOf } = await run("two-clients");
    expect(stateOf("jay", "request_start")).toBe("blocked");
    expect(timeOf("request_start", "bobo")).toBe(0);
    expect(timeOf("request_sent", "bobo")).toBe(2000);
    expect(total).toBe(4000);
  });

  it("overlaps all requests of aiohttp, and none of requests", async () => {
    expect((await changed("two-clients", "aiohttp in all tasks")).total).toBe(2000);
    expect((await changed("two-clients", "`requests` in all tasks")).total).toBe(6000);
  });

  it("blocks, then fails, with await before requests", async () => {
    const { total, stateAtEnd } = await changed("two-clients", "`await requests.get(…)` in `jay`");
    expect(stateAtEnd("jay")).toBe("failed");
    expect(total).toBe(4000);
  });
});

describe("crawler", () => {
  it("needs 2 s and one thread, and parses each page in a callback one turn after its task ended", async () => {
    const { total, turnOf, lines, workers } = await run("crawler");
    expect(total).toBe(2000);
    expect(workers).toBe(0);
    expect(turnOf("callback_called", "bobo")).toBe(turnOf("task_done", "bobo") + 1);
    for (const task of ["bobo", "jay", "tom"]) expect(lines).toContain(`parse got /static/${task}.png`);
  });

  it("needs 6 s one page at a time, 2 s with a pool, 6 s with a server of one thread", async () => {
    expect((await changed("crawler", "One page at a time")).total).toBe(6000);
    expect((await changed("crawler", "A pool of threads instead")).total).toBe(2000);
    expect((await changed("crawler", "A server with one thread")).total).toBe(6000);
  });

  it("prints all images together, in the end, with requests in the coroutine", async () => {
    const { total, timeOf } = await changed("crawler", "`requests` inside the coroutine");
    expect(total).toBe(6000);
    for (const task of ["bobo", "jay", "tom"]) expect(timeOf("callback_called", task)).toBe(6000);
  });
});

describe("beyond the course", () => {
  it("limits: hands a free place to who has waited longest", async () => {
    const { total, tasksOf } = await run("limits");
    expect(tasksOf("request_start")).toEqual(["bobo", "jay", "tom", "dan", "eve"]);
    expect(total).toBe(2000);
  });

  it("timeouts: cannot interrupt a blocking call, and is late for the others", async () => {
    const { timeOf, stateAtEnd } = await run("timeouts");
    expect(stateAtEnd("jay")).toBe("done");
    expect(timeOf("timeout_fired", "bobo")).toBe(2000);
    expect(timeOf("task_failed", "bobo")).toBe(2000);
  });

  it("timeouts: a cancelled task leaves its helper thread at work", async () => {
    const { timeOf } = await changed("timeouts", "`jay` moves the call to a thread");
    expect(timeOf("task_failed", "jay")).toBe(1000);
    expect(timeOf("offload_end", "jay")).toBe(2000);
  });

  it("together: gather reports the first error at once, and the others go on", async () => {
    const { total, timeOf, stateAtEnd } = await run("together");
    expect(timeOf("wait_returned", "main")).toBe(500);
    for (const task of ["bobo", "tom"]) expect(stateAtEnd(task)).toBe("done");
    expect(total).toBe(1500);
  });

  it("together: a task group cancels the others", async () => {
    const { total, stateAtEnd } = await changed("together", "A task group");
    for (const task of ["bobo", "tom"]) expect(stateAtEnd(task)).toBe("cancelled");
    expect(total).toBe(500);
  });

  it("offload: leaves the loop free, and needs a thread for each call", async () => {
    const { total, timeOf } = await run("offload");
    expect(timeOf("print", "tom", 2)).toBe(1000);
    expect(total).toBe(2000);
    expect((await changed("offload", "Only one helper thread")).total).toBe(4000);
    expect((await changed("offload", "The same call in the loop's thread")).total).toBe(5500);
  });

  it("busy-server: takes as long with any client", async () => {
    const { total, timeOf } = await run("busy-server");
    expect(timeOf("request_sent", "tom")).toBe(0);
    expect(timeOf("server_start", "tom")).toBe(1000);
    expect(total).toBe(2500);
    expect((await changed("busy-server", "A pool of threads as the client")).total).toBe(2500);
  });

  it("nested-tasks: overlaps children that exist before the first is awaited", async () => {
    expect((await run("nested-tasks")).total).toBe(2000);
    expect((await changed("nested-tasks", "Await right after creating")).total).toBe(3000);
    expect((await changed("nested-tasks", "Do not wait for them")).stateAtEnd("jay")).toBe("cancelled");
  });

  it("ten-thousand: waits for all of them with one thread", { timeout: 60_000 }, async () => {
    const { total, workers } = await run("ten-thousand");
    expect(total).toBe(1000);
    expect(workers).toBe(0);
  });
});
