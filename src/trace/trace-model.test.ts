import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { Mode } from "#scenario/scenario.ts";
import { goldenModel, lastStep, modelOf } from "./model/models-for-tests.ts";
import { SPAN_STATES } from "./model/span-log.ts";
import { goldenNames, readGolden } from "./read-golden.ts";
import { traceFromEvents } from "./trace-file.ts";
import { buildTraceModel } from "./trace-model.ts";

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
      -1, 22, 22, 34, 55,
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

describe("a run that goes on", () => {
  const { scenario, events } = readGolden("lesson-threadpool");
  const now = 1234;
  const known = events.findIndex(({ t_ms }) => t_ms > 0);
  const model = buildTraceModel(traceFromEvents(events.slice(0, known), scenario, now), scenario);

  it("lasts until now, and so does what is under way", () => {
    expect(model.total).toBe(now);
    const open = Array.from({ length: model.taskCount - 1 }, (_, index) => model.spansOf(index + 1).at(-1));
    expect(open.map((span) => [span?.to, span?.end])).toEqual(open.map(() => [known, now]));
    expect(model.holdsOf(1).at(-1)?.end).toBe(now);
  });

  it("never ends before its last event", () => {
    const last = events.at(-1)?.t_ms as number;
    expect(traceFromEvents(events, scenario, last - 1).end).toBe(last);
  });
});
