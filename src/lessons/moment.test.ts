import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { rightAnswer } from "./answer.ts";
import { crawlerScenario } from "./crawler-scenario.ts";
import { positionOf } from "./moment.ts";

const model = buildTraceModel(simulate(crawlerScenario), crawlerScenario);
const { trace } = model;

describe("a moment", () => {
  it("is right after the event it names", () => {
    const at = positionOf({ event: "task_suspended", task: "jay" }, model);
    expect(at).toMatchObject({ time: 0 });
    expect(trace.eventAt(at?.step ?? -1)).toMatchObject({ type: "task_suspended", task: "jay" });
  });

  it("may be the second of its kind, of whichever task", () => {
    const at = positionOf({ event: "task_started", nth: 2 }, model);
    expect(trace.eventAt(at?.step ?? -1)).toMatchObject({ type: "task_started", task: "jay" });
  });

  it("may be some time later, where nothing happens", () => {
    expect(positionOf({ event: "task_suspended", task: "tom", later_ms: 700 }, model)?.time).toBe(700);
  });

  it("is at the beginning or at the end", () => {
    expect(positionOf("start", model)).toEqual({ time: 0, step: -1 });
    expect(positionOf("end", model)).toEqual({ time: 2000, step: trace.length - 1 });
  });

  it("does not exist where the run has no such event, no such task or is over by then", () => {
    expect(positionOf({ event: "task_failed", task: "jay" }, model)).toBeUndefined();
    expect(positionOf({ event: "task_done", task: "nobody" }, model)).toBeUndefined();
    expect(positionOf({ event: "task_done", task: "jay", later_ms: 1 }, model)).toBeUndefined();
  });
});

describe("the right answer", () => {
  const ask = { en: "?", zh: "？" };

  it("is the total, the next line or the task of the next event, as the trace has them", () => {
    expect(rightAnswer({ about: "total", ask, options: [6000, 2000] }, model)).toBe(1);
    const after = { event: "task_suspended", task: "bobo" } as const;
    expect(rightAnswer({ about: "line", ask, after, options: ["end bobo", "begin jay"] }, model)).toBe(1);
    expect(
      rightAnswer({ about: "task", ask, after, event: "task_started", options: ["jay", "tom"] }, model),
    ).toBe(0);
  });

  it("is none of the options where the trace has something else", () => {
    expect(rightAnswer({ about: "total", ask, options: [1] }, model)).toBe(-1);
  });
});
