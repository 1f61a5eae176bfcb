import { describe, expect, it } from "vitest";
import { goldenModel } from "./golden-model.ts";
import { shownThreads } from "./lane-layout.ts";
import { holderAt, trackOf } from "./thread-track.ts";

const tracksOf = (name: string) => {
  const model = goldenModel(name);
  return { model, tracks: shownThreads(model).map((thread) => trackOf(model, thread)) };
};

describe("a thread lane", () => {
  it("knows who holds the thread at a step, and when nobody does", () => {
    const { tracks, model } = tracksOf("async-await-equal");
    const [loop] = tracks;
    if (!loop) throw new Error("an event loop has a thread");
    const startOf = (name: string) =>
      Array.from({ length: model.trace.length }, (_, step) => step).find(
        (step) =>
          model.trace.typeAt(step) === "task_started" && model.trace.names[model.trace.taskAt(step)] === name,
      ) as number;
    expect(holderAt(loop, startOf("B"))).toBe(2);
    expect(holderAt(loop, startOf("C") + 2)).toBeUndefined();
  });

  it("is idle longest while all tasks wait", () => {
    const { tracks, model } = tracksOf("async-await-equal");
    const idle = tracks[0]?.idle;
    expect(idle && [model.trace.timeAt(idle.from), model.trace.timeAt(idle.to)]).toEqual([0, 200]);
  });

  it("of a worker is idle until the program ends, when there is no more work for it", () => {
    const { tracks, model } = tracksOf("pool-map-5x3");
    const idle = tracks[2]?.idle;
    expect(idle && [model.trace.timeAt(idle.from), idle.to]).toEqual([200, model.trace.length]);
  });

  it("of a loop that is never free has no idle stretch", () => {
    expect(tracksOf("async-blocking-three").tracks[0]?.idle).toBeUndefined();
  });
});
