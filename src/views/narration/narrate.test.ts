import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import type { Language } from "#i18n/messages.tsx";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import { measuredLike } from "#trace/measurement/measured-for-tests.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { narrate } from "./narrate.ts";
import type { Line } from "./scene.ts";

const GOLDEN = new URL("../../trace/golden/", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, GOLDEN), "utf8"));
const files = readdirSync(new URL("traces/", GOLDEN));

/** A golden run in which every task has a name of eight letters: the longest that lines are made for. */
function longNamed(file: string): { readonly scenario: Scenario; readonly events: readonly TraceEvent[] } {
  const scenario: Scenario = read(`scenarios/${file}`);
  const names = new Map(
    scenario.tasks.map(({ name }) => [name, name.padEnd(8, name.toLowerCase()).slice(0, 8)]),
  );
  const FIELDS = new Set(["task", "name", "on", "by", "from", "coroutine", "done", "pending"]);
  const rename = (value: unknown, field = ""): unknown => {
    if (typeof value === "string") return FIELDS.has(field) ? (names.get(value) ?? value) : value;
    if (Array.isArray(value)) return value.map((each) => rename(each, field));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each, key)]));
  };
  const renamed = rename(scenario) as Scenario;
  return { scenario: renamed, events: rename(read(`traces/${file}`).events) as TraceEvent[] };
}

function model(file: string): TraceModel {
  const scenario: Scenario = read(`scenarios/${file}.json`);
  return buildTraceModel(traceFromEvents(read(`traces/${file}.json`).events, scenario), scenario);
}

/** Three tasks with names of eight letters that compute, on various machines. */
const computing = (mode: Scenario["mode"], machine: Scenario["machine"], ms = 1500): Scenario => ({
  mode,
  workers: 2,
  ...(machine && { machine }),
  tasks: ["Aaaaaaaa", "Bbbbbbbb", "Cccccccc"].map((name) => ({
    name,
    steps: [
      { kind: "cpu", ms },
      { kind: "io", ms: 300 },
    ],
  })),
});
const PLAYER = { other_programs: [{ name: "music player" }] };
const MACHINES: Readonly<Record<string, Scenario>> = {
  "threads behind the lock": computing("threads", undefined, 60),
  "threads on one core, with start costs": computing("threads", {
    cores: 1,
    time_slice_ms: 1000,
    thread_start_ms: 1200,
    switch_ms: 25,
  }),
  "threads without a lock": computing("threads", { interpreter_lock: false, cores: 2, time_slice_ms: 100 }),
  "processes on enough cores": computing("processes", { process_start_ms: 60 }),
  "processes on two cores beside another program": computing("processes", {
    ...PLAYER,
    cores: 2,
    time_slice_ms: 100,
  }),
  "a pool beside another program": computing("pool", {
    ...PLAYER,
    cores: 1,
    time_slice_ms: 100,
    thread_start_ms: 5,
  }),
  "an event loop beside another program": computing("async", { ...PLAYER, cores: 1, time_slice_ms: 100 }),
  "one thread beside another program": computing("sync", { ...PLAYER, cores: 1, time_slice_ms: 100 }),
  "too many slices": computing("processes", { cores: 2, time_slice_ms: 1, ...PLAYER }, 30_000),
};

/** Width in square characters: a Latin letter takes half of one. */
const squares = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f || "“”…".includes(c) ? 1 : 0.5), 0);

/** Every position of a run: each event, and the stretch after it when there is one. */
function* positions({ trace }: TraceModel) {
  yield { step: -1, time: traceTime(0) };
  for (let step = 0; step < trace.length; step++) {
    yield { step, time: trace.timeAt(step) };
    const next = step + 1 < trace.length ? trace.timeAt(step + 1) : trace.timeAt(step);
    if (next > trace.timeAt(step)) yield { step, time: traceTime((trace.timeAt(step) + next) / 2) };
  }
}

it("keeps numbers apart, however many wait", () => {
  const tasks = Array.from({ length: 40 }, (_, k) => ({
    name: `page${k + 1}`,
    steps: [{ kind: "sleep", ms: 2000 }] as const,
  }));
  const scenario: Scenario = { mode: "async", tasks };
  const run = buildTraceModel(simulate(scenario), scenario);
  const [time, step] = [traceTime(1000), run.stepAtTime(traceTime(1000))];
  expect(narrate(run, step, time, "en").why).toBe(
    "Their 40 waits of 2 s overlap, so the total is 2 s instead of 80 s.",
  );
  expect(narrate(run, step, time, "zh").why).toBe(
    "40 份 2 秒的等待重叠在一起，所以总共只要 2 秒，不是 80 秒。",
  );
});

describe.each<{ language: Language; what: number; why: number; width: (text: string) => number }>([
  { language: "zh", what: 24, why: 36, width: squares },
  { language: "en", what: 65, why: 95, width: (text) => text.length },
])("in $language", ({ language, what, why, width }) => {
  function* lines(run: TraceModel, live?: LiveFacts) {
    for (const { step, time } of positions(run)) {
      const line = narrate(run, step, time, language, live);
      yield { ...line, where: `step ${step} at ${time}: ${line.what} / ${line.why}` };
    }
  }

  function expectSayable(line: Line, where: string): void {
    for (const text of [line.what, line.why]) {
      expect(text, where).toMatch(language === "zh" ? /[^。]。$/ : /[^.]\.$/);
      expect(text, where).not.toMatch(/undefined|NaN|Infinity|\[object|[!！]| {2}|[。.]{2}/);
      // Two numbers side by side are read as one.
      expect(text, where).not.toMatch(/\d \d/);
    }
    expect(width(line.what), where).toBeLessThanOrEqual(what);
    expect(width(line.why), where).toBeLessThanOrEqual(why);
  }

  it.each(files)("%s has a sentence for every position, and none is too long", (file) => {
    const { events, scenario } = longNamed(file);
    const run = buildTraceModel(traceFromEvents(events, scenario), scenario);
    for (const { where, ...line } of lines(run)) expectSayable(line, where);
  });

  it.each(Object.keys(MACHINES))("%s: so has every position of a run that is simulated in slices", (name) => {
    const scenario = MACHINES[name] as Scenario;
    const run = buildTraceModel(simulate(scenario), scenario);
    for (const { where, ...line } of lines(run)) expectSayable(line, where);
  });

  it.each(files)(
    "%s has them also when it was measured, without turns, queues and false precision",
    (file) => {
      const { events, scenario } = longNamed(file);
      const { measured, ...live } = measuredLike(events, scenario);
      for (const { where, ...line } of lines(measured, live)) {
        expectSayable(line, where);
        expect(line.what + line.why, where).not.toMatch(
          /[一两]轮|就绪队列|排在最前|select|turn later|(one|next) turn|turns |ready queue|first in/,
        );
        expect(line.what + line.why, where).not.toMatch(/\d\.\d{3}/);
      }
    },
  );
});

describe("what is said", () => {
  const say = (file: string, step: number, after = 0, language: Language = "zh") => {
    const run = model(file);
    const { what, why } = narrate(run, step, traceTime(run.trace.timeAt(step) + after), language);
    return `${what} ${why}`;
  };
  const find = (file: string, type: string, task: number) => {
    const { trace } = model(file);
    return (
      Array.from({ length: trace.length }, (_, k) => k).find(
        (k) => trace.typeAt(k) === type && trace.taskAt(k) === task,
      ) ?? -1
    );
  };
  const end = (file: string) => model(file).trace.length - 1;

  it("says that overlapping waits cost only the longest one", () => {
    expect(say("lesson-multi-await", find("lesson-multi-await", "task_suspended", 0), 1200)).toBe(
      "三个任务都挂起了，线程空着。 三份 2 秒的等待重叠在一起，所以总共只要 2 秒，不是 6 秒。",
    );
    expect(say("lesson-multi-await", end("lesson-multi-await"))).toMatch(
      /总耗时 2.00 秒.*等于最长的那一份：2 秒/,
    );
  });

  it("says that a blocking call in a coroutine does not let go of the thread", () => {
    expect(say("lesson-multi-blocking", find("lesson-multi-blocking", "blocking_start", 2), 700)).toBe(
      "B 在等，却没有松开唯一的线程。 time.sleep(2) 里没有 await，循环动不了，C 只能排队。",
    );
    expect(say("lesson-multi-blocking", end("lesson-multi-blocking"))).toContain("2 + 2 + 2 = 6 秒");
  });

  it("says that a timer makes a task ready and does not run it", () => {
    expect(say("lesson-multi-await", find("lesson-multi-await", "timer_fired", 1), 0, "en")).toBe(
      "A's timer is due. That does not run the task: it becomes ready and runs one turn later.",
    );
  });

  it("says how late a task is that had to wait for the thread", () => {
    expect(say("callbacks-slow", find("callbacks-slow", "timer_fired", 2), 0, "en")).toContain("0.15 s late");
  });

  it("says that the main program comes back two turns after the last task", () => {
    const file = "lesson-multi-await";
    expect(say(file, find(file, "task_resumed", 0))).toContain("再过两轮");
  });

  it("says in how many rounds a pool worked its tasks off", () => {
    expect(say("pool-map-5x3", end("pool-map-5x3"))).toMatch(/三个线程分两轮做完五个任务/);
  });
});

describe("what is said at the end", () => {
  const sayLast = (scenario: Scenario, type = "run_end", task?: number) => {
    const run = buildTraceModel(simulate(scenario), scenario);
    const { trace } = run;
    let step = trace.length - 1;
    while (trace.typeAt(step) !== type || (task !== undefined && trace.taskAt(step) !== task)) step--;
    return narrate(run, step, trace.timeAt(step), "en").why;
  };
  const sleep = (ms: number) => ({ kind: "sleep", ms }) as const;

  it("of one task alone, that nothing overlapped", () => {
    const scenario: Scenario = { mode: "async", tasks: [{ name: "bobo", steps: [sleep(2000)] }] };
    expect(sayLast(scenario)).toBe("There is one task only: the total is its 2 s.");
  });

  it("of a body inside another, that nothing overlapped", () => {
    const scenario: Scenario = {
      mode: "async",
      create: "before_loop",
      wait: { style: "only", task: "bobo" },
      tasks: [
        { name: "bobo", steps: [{ kind: "call", task: "jay" }, sleep(2000)] },
        { name: "jay", steps: [sleep(2000)] },
      ],
    };
    expect(sayLast(scenario)).toBe("bobo was the last to end, at 4 s.");
  });

  it("of a thread that was never free, not that the times add up to the total where they overlap", () => {
    const busy = [{ kind: "cpu", ms: 200 }, sleep(1000), { kind: "cpu", ms: 200 }] as const;
    const scenario: Scenario = {
      mode: "async",
      tasks: [
        { name: "bobo", steps: busy },
        {
          name: "jay",
          steps: [
            { kind: "cpu", ms: 200 },
            { kind: "blocking", ms: 1000 },
          ],
        },
      ],
    };
    expect(sayLast(scenario)).toBe("The thread was never free: somebody held it all the time.");
  });

  it("counts the cores that had work", () => {
    const tasks = ["bobo", "jay", "tom"].map((name) => ({
      name,
      steps: [{ kind: "cpu", ms: 400 }] as const,
    }));
    const machine = { cores: 4, slice_ms: 100 };
    expect(sayLast({ mode: "processes", tasks, machine })).toBe("Computing was shared out over the 3 cores.");
  });

  it("of processes, not that they share an interpreter", () => {
    const tasks = ["bobo", "jay", "tom"].map((name) => ({
      name,
      steps: [{ kind: "cpu", ms: 400 }] as const,
    }));
    const scenario: Scenario = { mode: "processes", tasks, machine: { cores: 1 } };
    expect(sayLast(scenario, "cpu_start", 3)).not.toMatch(/interpreter/);
  });

  it("of a task that its deadline woke, not that its time is up", () => {
    const scenario: Scenario = {
      mode: "async",
      wait: { style: "wait" },
      tasks: [{ name: "bobo", timeout_ms: 1000, steps: [sleep(3000)] }],
    };
    expect(sayLast(scenario, "task_ready", 1)).toBe("Its deadline has passed; it runs in the next turn.");
  });
});

describe("what is said of slices of time", () => {
  const say = (scenario: Scenario, type: string, nth: number, language: Language = "en") => {
    const run = buildTraceModel(simulate(scenario), scenario);
    const steps = Array.from({ length: run.trace.length }, (_, k) => k).filter(
      (k) => run.trace.typeAt(k) === type,
    );
    const step = steps[nth] ?? 0;
    const { what, why } = narrate(run, step, run.trace.timeAt(step), language);
    return `${what} ${why}`;
  };

  it("names who the interpreter goes to, and that nobody was asked", () => {
    const scenario = computing("threads", undefined, 60);
    expect(say(scenario, "slice_end", 0)).toBe(
      "Aaaaaaaa's slice is over; Bbbbbbbb gets the interpreter. " +
        "CPython makes a thread let go after 5 ms if others wait, wherever it is.",
    );
    expect(say(scenario, "slice_end", 0, "zh")).toBe(
      "Aaaaaaaa 的时间片用完，解释器给 Bbbbbbbb。 有别的线程在等，CPython 让线程算满 5 毫秒就放手，停在哪里都有可能。",
    );
  });

  it("names the other program that gets the core from the operating system", () => {
    const scenario = computing("sync", { ...PLAYER, cores: 1, time_slice_ms: 100 });
    expect(say(scenario, "slice_end", 0)).toBe(
      "Aaaaaaaa's slice is over; music player gets core 1. " +
        "The operating system switches after 100 ms, at any instruction; nobody is asked.",
    );
  });

  it("says what it costs to make a process, and for whom", () => {
    expect(say(computing("processes", { process_start_ms: 50 }), "cpu_start", 0)).toBe(
      "The main program makes a process for Aaaaaaaa. To make a process takes 0.05 s; it can begin only then.",
    );
  });

  it("does not say of processes that they share an interpreter", () => {
    const scenario = computing("processes", undefined);
    const run = buildTraceModel(simulate(scenario), scenario);
    const step = run.stepAtTime(traceTime(700));
    const { what, why } = narrate(run, step, traceTime(700), "en");
    expect(`${what} ${why}`).toBe(
      "3 tasks compute at the same instant. Each has an interpreter of its own, and a core: this is parallel.",
    );
  });
});

describe("what is said of a measured run", () => {
  const measuredRun = (file: string) => {
    const scenario: Scenario = read(`scenarios/${file}.json`);
    return measuredLike(read(`traces/${file}.json`).events, scenario);
  };
  const say = (file: string, step: number, after = 0, language: Language = "zh") => {
    const { measured, ...live } = measuredRun(file);
    const { what, why } = narrate(
      measured,
      step,
      traceTime(measured.trace.timeAt(step) + after),
      language,
      live,
    );
    return `${what} ${why}`;
  };
  const find = (file: string, type: string, task: number) => {
    const { trace } = measuredRun(file).measured;
    return Array.from({ length: trace.length }, (_, k) => k).findIndex(
      (k) => trace.typeAt(k) === type && trace.taskAt(k) === task,
    );
  };
  const last = (file: string) => measuredRun(file).measured.trace.length - 1;

  it("names the total, the prediction, and where the difference went", () => {
    const file = "limit-connections-two-requests";
    expect(say(file, last(file))).toBe(
      "全部完成，实测 0.47 秒。 预测 0.45 秒，多 24 毫秒；请求去 4.5、处理 1.0、回 5.2 毫秒。",
    );
    expect(say(file, last(file), 0, "en")).toBe(
      "All done. Measured: 0.47 s. Predicted 0.45 s, +24 ms. Requests: 4.5 ms there, 1.0 in the server, 5.2 back.",
    );
  });

  it("tells of the heartbeat's silence while a coroutine blocks, after it, and at the end", () => {
    const file = "lesson-multi-blocking";
    expect(say(file, find(file, "blocking_start", 2), 700)).toMatch(
      /没有松开唯一的线程。 心跳停了 6.0\d 秒，还有 1 个任务在等。/,
    );
    expect(say(file, find(file, "blocking_end", 2), 0, "en")).toMatch(
      /heartbeat stood still for 6\.0\d s; 1 waiting/,
    );
    expect(say(file, last(file))).toMatch(/预测 6.00 秒，多 \d+ 毫秒；心跳停了 6.0\d 秒。/);
  });

  it("says of waits that overlap what they cost, though no two of them end at once", () => {
    const file = "lesson-multi-await";
    expect(say(file, find(file, "task_suspended", 3), 700)).toContain("三份 2 秒的等待重叠在一起");
  });

  it("says why a run beside a blocked loop was faster than asyncio would be", () => {
    const { measured, predicted, measurement } = measuredRun("lesson-multi-blocking");
    const slower = { ...predicted, total: measured.total + 600 };
    const { why } = narrate(measured, measured.trace.length - 1, measured.trace.end, "en", {
      predicted: slower,
      measurement,
    });
    expect(why).toContain("−0.60 s: fetch sends at once");
  });

  it("says who is about to run while the loop goes from one task to the next", () => {
    const file = "lesson-multi-await";
    expect(say(file, find(file, "task_suspended", 1), 0.1)).toBe("线程空着。 已经就绪、马上拿到线程：B、C。");
  });

  it("says that nothing was sent where there was no network", () => {
    const { measured, predicted, measurement } = measuredRun("lesson-multi-await");
    const live = { predicted, measurement: { ...measurement, transport: "sleep" as const } };
    const end = measured.trace.length - 1;
    expect(narrate(measured, end, measured.trace.end, "en", live).why).toContain("no requests");
  });

  it("says of a callback that a cancelled run has cut off that it did not fail", () => {
    const events = Array.from({ length: 7 }, (_, k) => ({ t_ms: k, task: "A" }) as TraceEvent);
    const types = ["task_created", "task_started", "task_done", "callback_scheduled", "callback_called"];
    const run = events.map((event, k) => ({
      ...event,
      type: (types[k] ?? "callback_failed") as TraceEvent["type"],
      detail: { callback: "parse", ...(k > 4 && { error: "cut_off" }) },
    }));
    const scenario: Scenario = { mode: "threads", tasks: [{ name: "A", steps: [] }] };
    const cut = buildTraceModel(traceFromEvents(run.slice(0, 6), scenario), scenario);
    expect(narrate(cut, 5, traceTime(5), "en").what).toBe("Callback parse was cut off.");
  });

  it("has a sentence for every moment of a run that is still going on, and none about its end", () => {
    const scenario: Scenario = read("scenarios/lesson-multi-blocking.json");
    const { measured, ...live } = measuredRun("lesson-multi-blocking");
    const events = Array.from({ length: measured.trace.length }, (_, step) => measured.trace.eventAt(step));
    for (let known = 0; known < events.length; known++) {
      const now = (events[known - 1]?.t_ms ?? 0) + 170;
      const growing = buildTraceModel(traceFromEvents(events.slice(0, known), scenario, now), scenario);
      const heartbeats = live.measurement.heartbeats.map((one) => ({
        ...one,
        ticks: one.ticks.filter((tick) => tick <= now),
      }));
      const shown = { ...live, measurement: { ...live.measurement, heartbeats } };
      const { what, why } = narrate(growing, known - 1, traceTime(now), "en", shown);
      expect(`${what} ${why}`).toMatch(/^[A-Z].*\. .*\.$/);
      expect(`${what} ${why}`).not.toMatch(/undefined|NaN|Measured|stood still/);
    }
  });
});
