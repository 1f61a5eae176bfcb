import { describe, expect, it } from "vitest";
import type { TraceTime } from "#base/units.ts";
import { goldenNames } from "#trace/read-golden.ts";
import { goldenModel } from "./golden-model.ts";
import { heldThreadsOf } from "./held-threads.ts";
import { runOf } from "./use-run.ts";

const heldIn = (name: string) => {
  const model = goldenModel(name);
  const { tracks } = runOf(model, model.trace.names, undefined);
  return { model, tracks, held: heldThreadsOf(model, tracks) };
};

describe("the threads that are held", () => {
  it("are all three of a pool while it has work for them, and two at its end", () => {
    const { model, held } = heldIn("pool-map-5x3");
    const at = (ms: number) => held.at(model.stepAtTime(ms as TraceTime));
    expect(held.threads).toBe(3);
    expect(at(100)).toEqual({ running: 0, blocked: 3 });
    expect(at(300)).toEqual({ running: 0, blocked: 2 });
    expect(held.at(-1)).toEqual({ running: 0, blocked: 0 });
  });

  it("add up over time: five waits of 0.2 seconds", () => {
    const { model, held } = heldIn("pool-map-5x3");
    const end = { time: model.trace.end, step: model.trace.length - 1 };
    expect(held.timeUntil(end).blocked).toBeCloseTo(1000, 0);
    const middle = { time: 100 as TraceTime, step: model.stepAtTime(100 as TraceTime) };
    expect(held.timeUntil(middle).blocked).toBeCloseTo(300, 0);
  });
});

describe.each(goldenNames)("in %s", (name) => {
  it("as many threads are held after each step as have a holder", () => {
    const { model, tracks, held } = heldIn(name);
    for (let step = 0; step < model.trace.length; step++) {
      const { running, blocked } = held.at(step);
      const { seats } = model.snapshotAt(step, model.trace.timeAt(step));
      const shown = seats.filter(({ thread }) => tracks.some(({ info }) => info.id === thread.id));
      expect(running + blocked).toBe(shown.filter(({ hold }) => hold !== undefined).length);
    }
  });
});
