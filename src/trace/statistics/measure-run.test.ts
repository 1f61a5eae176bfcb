import { expect, it } from "vitest";
import { goldenModel } from "../model/models-for-tests.ts";
import { traceFromEvents } from "../trace-file.ts";
import { buildTraceModel } from "../trace-model.ts";
import { measureRun } from "./measure-run.ts";

it("says of three awaited waits: 2 s in all, nobody held the thread, all three in flight", () => {
  expect(measureRun(goldenModel("lesson-multi-await"))).toEqual({
    makespan: 2000,
    threadTimeHeld: 0,
    threadTimeBlocked: 0,
    computing: 0,
    greatestInFlight: 3,
    waitingShare: 1,
    switches: 8,
  });
});

it("says of three blocking waits: 6 s in all, the thread held all the time, one in flight", () => {
  expect(measureRun(goldenModel("lesson-multi-blocking"))).toMatchObject({
    makespan: 6000,
    threadTimeHeld: 6000,
    threadTimeBlocked: 6000,
    greatestInFlight: 1,
  });
});

it("sums over threads, and leaves the main program's waiting out", () => {
  expect(measureRun(goldenModel("threads-equal"))).toEqual({
    makespan: 200,
    threadTimeHeld: 600,
    threadTimeBlocked: 600,
    computing: 0,
    greatestInFlight: 3,
    waitingShare: 1,
    switches: 0,
  });
});

it("counts a computing callback's time as held", () => {
  expect(measureRun(goldenModel("pool-single-callbacks"))).toMatchObject({
    threadTimeHeld: 500,
    switches: 4,
  });
});

it("has numbers for a run in which nothing happened", () => {
  const scenario = { mode: "async", tasks: [] } as const;
  expect(measureRun(buildTraceModel(traceFromEvents([], scenario), scenario))).toEqual({
    makespan: 0,
    threadTimeHeld: 0,
    threadTimeBlocked: 0,
    computing: 0,
    greatestInFlight: 0,
    waitingShare: undefined,
    switches: 0,
  });
});

it("never counts two at once as computing: threads share one interpreter", () => {
  expect(measureRun(goldenModel("gil-two-equal"))).toMatchObject({
    makespan: 400,
    threadTimeHeld: 800,
    computing: 400,
  });
});

it("counts bodies that the main program awaits without tasks, but none that a task calls", () => {
  expect(measureRun(goldenModel("direct-three"))).toMatchObject({ greatestInFlight: 1, waitingShare: 1 });
  expect(measureRun(goldenModel("nested-call")).greatestInFlight).toBe(2);
});

it("has the waiting of a body in its share, but not the queue before its begin", () => {
  const { waitingShare, threadTimeHeld, threadTimeBlocked } = measureRun(goldenModel("sync-mixed-kinds"));
  expect(waitingShare).toBeCloseTo(threadTimeBlocked / threadTimeHeld);
  expect(waitingShare).toBeLessThan(1);
});
