import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { OutsideCount, TraceModel } from "../model-types.ts";
import { goldenNames } from "../read-golden.ts";
import { buildTraceModel } from "../trace-model.ts";
import { goldenModel } from "./models-for-tests.ts";

/** The same, by looking at each piece of work. */
function counted(model: TraceModel, step: number): readonly OutsideCount[] {
  const counts = new Map<string, OutsideCount>();
  for (const { kind, phase, holdsThread, start, due } of model.outsideAt(step, Number.POSITIVE_INFINITY)) {
    const key = `${kind} ${phase} ${holdsThread}`;
    const { count = 0, first } = counts.get(key) ?? {};
    const isFirst = due !== undefined && due < (first?.due ?? Number.POSITIVE_INFINITY);
    counts.set(key, { kind, phase, holdsThread, count: count + 1, first: isFirst ? { start, due } : first });
  }
  return [...counts.values()];
}

const sorted = (counts: readonly OutsideCount[]) =>
  counts.toSorted((a, b) => `${a.kind} ${a.phase}`.localeCompare(`${b.kind} ${b.phase}`));

/** Of pieces that are due together it does not matter which one is named. */
const told = (counts: readonly OutsideCount[]) =>
  sorted(counts).map(({ first, ...count }) => ({ ...count, due: first?.due }));

describe("the counts of outside work", () => {
  it.each(goldenNames)("%s: are what one finds by counting, at every step", (name) => {
    const model = goldenModel(name);
    for (let step = -1; step < model.trace.length; step++)
      expect(told(model.outsideCountsAt(step)), `step ${step}`).toEqual(told(counted(model, step)));
  });

  it("tell thousands by kind, and which is due first", () => {
    const scenario: Scenario = {
      mode: "async",
      server: { workers: 1000 },
      tasks: Array.from({ length: 3000 }, (_, k) => ({
        name: `t${k}`,
        steps: [k % 2 === 0 ? { kind: "sleep", ms: 500 + k } : { kind: "io", ms: 1000 }],
      })),
    };
    const model = buildTraceModel(simulate(scenario), scenario);
    const counts = sorted(model.outsideCountsAt(model.stepAtTime(traceTime(900))));
    expect(counts.map(({ kind, phase, count }) => `${kind} ${phase} ${count}`)).toEqual([
      "request queued 500",
      "request working 1000",
      "timer working 1299",
    ]);
    expect(counts.map(({ first }) => first?.due)).toEqual([undefined, 1000, 902]);
  });
});
