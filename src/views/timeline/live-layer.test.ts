import { describe, expect, it } from "vitest";
import { openEndOf } from "./live-layer.ts";
import { measuredRun, ticksIn } from "./measured-run.ts";
import { isDue } from "./use-calm-run.ts";
import { runOf } from "./use-run.ts";

const runAt = (name: string, now?: number, ticks = {}) => {
  const { model, live } = measuredRun(name, { ...(now !== undefined && { now }), ticks });
  return runOf(model, model.trace.names, live);
};
const layerAt = (...given: Parameters<typeof runAt>) => {
  const { live } = runAt(...given);
  if (!live) throw new Error("a measured run has a live layer");
  return live;
};

describe("a measured run", () => {
  it("goes on until its last event has happened", () => {
    expect(layerAt("lesson-crawler", 0).underWay).toBe(true);
    expect(layerAt("lesson-crawler", 1500).underWay).toBe(true);
    expect(layerAt("lesson-crawler").underWay).toBe(false);
  });

  it("has an axis as long as its prediction, until it takes longer", () => {
    expect(layerAt("lesson-crawler", 1500).until).toBe(2000);
    expect(layerAt("lesson-crawler", 2030).until).toBe(2030);
  });

  it("shows a silence at its end for what it is, once it is over", () => {
    const ticks = { 0: ticksIn(5, 1900) };
    expect(layerAt("lesson-crawler", 2030, ticks).strips[0]?.gaps).toEqual([]);
    const [gap] = layerAt("lesson-crawler", undefined, ticks).strips[0]?.gaps ?? [];
    expect(gap).toMatchObject({ from: 1895, open: true });
  });

  it("keeps its legend from the start: what was predicted has its entry before it happens", () => {
    expect(runAt("lesson-crawler", 100).legend).toEqual(runAt("lesson-crawler").legend);
    expect(runAt("lesson-crawler").legend).toContain("predicted");
  });
});

describe("an open span is drawn", () => {
  const { model, live } = measuredRun("lesson-crawler", { now: 900 });

  it("to where its prediction ends", () => {
    expect(openEndOf(model, { ...live, underWay: true }, 1)).toBe(2000);
  });

  it("to now, when the prediction has been over for a while", () => {
    const late = measuredRun("lesson-crawler", { now: 2030 });
    expect(openEndOf(late.model, { ...late.live, underWay: true }, 1)).toBe(2030);
  });

  it("as it is, when the run is over", () => {
    expect(openEndOf(model, { ...live, underWay: false }, 1)).toBeUndefined();
  });
});

describe("the text of a run that grows", () => {
  it("is renewed every half second, at its end, and for another run", () => {
    const told = runAt("lesson-crawler", 500);
    const { scenario } = told.model;
    const later = (now?: number) => {
      const run = runAt("lesson-crawler", now);
      return { ...run, model: { ...run.model, scenario } };
    };
    expect(isDue(told, later(900))).toBe(false);
    expect(isDue(told, later(1000))).toBe(true);
    expect(isDue(told, later())).toBe(true);
    expect(isDue(told, later(100))).toBe(true);
    expect(isDue(told, runAt("pool-map-5x3", 510))).toBe(true);
  });
});
