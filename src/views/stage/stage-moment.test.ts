import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Mode, Scenario } from "#scenario/scenario.ts";
import { goldenModel } from "#trace/model/models-for-tests.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { stageMomentOf } from "./stage-moment.ts";

const many = (count: number, mode: Mode = "async"): TraceModel => {
  const scenario: Scenario = {
    mode,
    tasks: Array.from({ length: count }, (_, k) => ({
      name: `page${k + 1}`,
      steps: [{ kind: "io", ms: 2000 + 10 * (k % 50) }],
    })),
  };
  return buildTraceModel(simulate(scenario), scenario);
};
const stepAt = ({ trace }: TraceModel, ms: number): number => {
  let step = 0;
  while (step + 1 < trace.length && trace.timeAt(step + 1) <= ms) step++;
  return step;
};

describe("with thousands of tasks", () => {
  it.each(["async", "threads"] as const)(
    "as many wait off the thread as are %s's suspended or blocked",
    (mode) => {
      const model = many(2000, mode);
      const { outsideCounts, counts } = stageMomentOf(model, stepAt(model, 2100));
      expect(outsideCounts.map(({ count }) => count)).toEqual([counts.suspended + counts.blocked]);
      expect(outsideCounts[0]?.count).toBe(1560);
      expect(outsideCounts[0]?.first?.due).toBe(2110);
    },
  );

  it("threads are a crowd that is told by what they do", () => {
    const model = many(2000, "threads");
    const { crowd, seats } = stageMomentOf(model, stepAt(model, 2100));
    expect(seats).toEqual([]);
    expect(crowd).toEqual({ threads: 2000, running: 0, blocked: 1560, waiting: 0, fresh: 0, idle: 440 });
  });
});

describe("the call stack", () => {
  const running = (model: TraceModel) => {
    for (let step = 0; step < model.trace.length; step++)
      if (model.trace.typeAt(step) === "task_started" && model.trace.taskAt(step) === 1)
        return stageMomentOf(model, step).seats[0]?.calls;
    return undefined;
  };

  it.each([3, 300])("of one of %i tasks names the function of the program shown", (count) => {
    expect(running(many(count))?.[0]).toBe("get_request(page1)");
  });

  it("of a main program without a coroutine of its own names what it awaits, and before that the module", () => {
    const model = goldenModel("lesson-multi-await");
    expect(stageMomentOf(model, 4).seats[0]?.calls).toEqual(["<module>"]);
    expect(stageMomentOf(model, 21).seats[0]?.calls).toEqual(["wait()", "run_until_complete()"]);
  });
});

describe("a pool's worker", () => {
  it("is not said to have a second task because of a callback", () => {
    const task = { steps: [{ kind: "io", ms: 2000 }], callbacks: [{ name: "parse" }] } as const;
    const scenario: Scenario = {
      mode: "pool",
      workers: 1,
      collect: "as_done",
      tasks: [
        { name: "bobo", ...task },
        { name: "jay", ...task },
      ],
    };
    const model = buildTraceModel(simulate(scenario), scenario);
    const nthAt = (type: string, task: number) => {
      const steps = Array.from({ length: model.trace.length }, (_, k) => k);
      const step = steps.find((k) => model.trace.typeAt(k) === type && model.trace.taskAt(k) === task);
      return stageMomentOf(model, step ?? -1).seats.at(-1)?.nth;
    };
    expect(nthAt("callback_called", 1)).toBe(1);
    expect(nthAt("task_started", 2)).toBe(2);
    expect(nthAt("callback_called", 2)).toBe(2);
  });
});
