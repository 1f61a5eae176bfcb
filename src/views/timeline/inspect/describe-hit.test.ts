import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { inspectWords } from "#i18n/inspect.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { goldenNames } from "#trace/read-golden.ts";
import { goldenModel } from "../golden-model.ts";
import { describeHit } from "./describe-hit.ts";

const english = { timeline: timelineWords.en, inspect: inspectWords.en };
const chinese = { timeline: timelineWords.zh, inspect: inspectWords.zh };

/** The card of a task's first span in a state, pointed at when it begins, or at a time. */
function cardOf(model: TraceModel, name: string, state: TaskState, ms?: number, words = english) {
  const span = model.spansOf(model.trace.names.indexOf(name)).find((each) => each.state === state);
  if (!span) throw new Error(`${name} is never ${state}`);
  const time = ms === undefined ? span.start : traceTime(ms);
  const at = { time, step: ms === undefined ? span.from : model.stepAtTime(time) };
  return describeHit(model, { kind: "span", span, at }, words, false);
}

describe("a suspended task", () => {
  it("tells since when, until when, why, who has the thread meanwhile, and what ends it, how late", () => {
    expect(cardOf(goldenModel("async-mixed-one-blocker"), "A", "suspended", 50)).toMatchInlineSnapshot(`
      {
        "lines": [
          "asyncio.sleep(0.1): a timer will wake it",
          "B holds the thread at 0.05 s",
          "Its timer ends the wait, 0.20 s late: the thread was held",
        ],
        "state": "suspended",
        "title": "A",
        "when": "0.00 → 0.30 s · 0.30 s",
      }
    `);
  });

  it("names the page that it has asked for", () => {
    const model = goldenModel("lesson-crawler");
    const { lines } = cardOf(model, model.trace.names[1] ?? "", "suspended", 1000);
    expect(lines[0]).toMatch(/^Request to \/\w+: waits for the response$/);
  });

  it("names the task that it waits for, which also ends the wait", () => {
    const { lines } = cardOf(goldenModel("nested-spawn-join"), "A", "suspended");
    expect(lines[0]).toBe("asyncio.sleep(0.05): a timer will wake it");
    const model = goldenModel("nested-spawn-join");
    const joins = model.spansOf(1).find(({ detail }) => detail.reason === "join");
    if (!joins) throw new Error("A joins nobody");
    const card = describeHit(
      model,
      { kind: "span", span: joins, at: { time: joins.start, step: joins.from } },
      english,
      false,
    );
    expect(card.lines).toContain("Waits for C to end");
    expect(card.lines).toContain("The end of C ends the wait");
  });
});

it("a ready task tells who holds the thread at that moment, and from whom it gets it", () => {
  expect(cardOf(goldenModel("async-blocking-three"), "C", "ready", 250).lines).toEqual([
    "In the ready queue: it needs the thread",
    "B holds the thread at 0.25 s",
    "It gets the thread from B",
  ]);
});

it("a task in a pool tells on which worker it runs, and after whom", () => {
  const model = goldenModel("pool-map-5x3");
  expect(cardOf(model, "D", "blocked").lines).toEqual(["time.sleep(0.2): keeps its thread", "Worker 1"]);
  expect(cardOf(model, "D", "ready").lines).toContain("It gets the thread from A");
});

it("an ended task tells when, and with what", () => {
  const { when, lines } = cardOf(goldenModel("pool-map-5x3"), "D", "done");
  expect([when, ...lines]).toEqual(["at 0.40 s", "Returned result of D"]);
  expect(cardOf(goldenModel("pool-map-5x3"), "A", "done", 300).when).toBe("since 0.20 s");
});

it("threads in one lane tell how many of them are held, and with what", () => {
  const model = goldenModel("pool-map-5x3");
  const at = { time: traceTime(100), step: model.stepAtTime(traceTime(100)) };
  const held = { running: 1, blocked: 1200 };
  const card = (words: typeof english) =>
    describeHit(model, { kind: "threads", held, of: 10_001, at }, words, false);
  expect(card(english)).toEqual({
    title: "Threads",
    when: "1,201 of 10,001 held at 0.10 s",
    lines: ["1 running", "1,200 blocked"],
  });
  expect(card(chinese).when).toBe("0.10 秒时，10,001 个中有 1,201 个被占着");
});

it("a callback tells when it was queued and when it was called, a turn later", () => {
  const model = goldenModel("callbacks-several");
  const step = model.eventsOf(1).find((each) => model.trace.typeAt(each) === "callback_called") as number;
  const at = { time: model.trace.timeAt(step), step };
  expect(describeHit(model, { kind: "callback", task: 1, step, at }, english, false)).toEqual({
    title: "one of A",
    state: "callback",
    when: "Called at 0.10 s, turn 5",
    lines: ["Queued at 0.10 s, turn 4 of the loop"],
  });
});

it.each(goldenNames)("%s: every span and every hold has its card, in both languages", (name) => {
  const model = goldenModel(name);
  for (const words of [english, chinese]) {
    for (let task = 0; task < model.taskCount; task++)
      for (const span of model.spansOf(task)) {
        const at = { time: span.start, step: span.from };
        const card = describeHit(model, { kind: "span", span, at }, words, false);
        expect(`${card.title} ${card.when} ${card.lines.join(" ")}`).not.toMatch(/undefined|NaN|\[object/);
      }
    for (const { id } of model.threads)
      for (const hold of model.holdsOf(id)) {
        const at = { time: hold.start, step: hold.from };
        expect(describeHit(model, { kind: "hold", hold, at }, words, false).title).not.toBe("");
      }
  }
});
