import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { Language } from "#i18n/messages.tsx";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { narrate } from "./narrate.ts";

const GOLDEN = new URL("../../trace/golden/", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, GOLDEN), "utf8"));
const files = readdirSync(new URL("traces/", GOLDEN));

/** A golden run in which every task has a name of eight letters: the longest that lines are made for. */
function longNamed(file: string): TraceModel {
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
  const events = rename(read(`traces/${file}`).events) as TraceEvent[];
  return buildTraceModel(traceFromEvents(events, renamed), renamed);
}

function model(file: string): TraceModel {
  const scenario: Scenario = read(`scenarios/${file}.json`);
  return buildTraceModel(traceFromEvents(read(`traces/${file}.json`).events, scenario), scenario);
}

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

describe.each<{ language: Language; what: number; why: number; width: (text: string) => number }>([
  { language: "zh", what: 24, why: 36, width: squares },
  { language: "en", what: 65, why: 95, width: (text) => text.length },
])("in $language", ({ language, what, why, width }) => {
  it.each(files)("%s has a sentence for every position, and none is too long", (file) => {
    const run = longNamed(file);
    for (const { step, time } of positions(run)) {
      const line = narrate(run, step, time, language);
      const where = `${file} step ${step} at ${time}: ${line.what} / ${line.why}`;
      for (const text of [line.what, line.why]) {
        expect(text, where).toMatch(language === "zh" ? /[^。]。$/ : /[^.]\.$/);
        expect(text, where).not.toMatch(/undefined|NaN|Infinity|\[object|[!！]| {2}|[。.]{2}/);
      }
      expect(width(line.what), where).toBeLessThanOrEqual(what);
      expect(width(line.why), where).toBeLessThanOrEqual(why);
    }
  });
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
    expect(say(file, find(file, "task_resumed", 0))).toContain("再过两圈");
  });

  it("says in how many rounds a pool worked its tasks off", () => {
    expect(say("pool-map-5x3", end("pool-map-5x3"))).toMatch(/三个线程分两轮做完五个任务/);
  });
});
