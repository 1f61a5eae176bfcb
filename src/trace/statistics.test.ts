import { expect, it } from "vitest";
import { readGolden } from "./read-golden.ts";
import { measureRun, measureTask } from "./statistics.ts";
import { traceFromEvents } from "./trace-file.ts";
import { buildTraceModel } from "./trace-model.ts";

function modelOf(name: string) {
  const { trace, scenario } = readGolden(name);
  return buildTraceModel(trace, scenario);
}

it("says of three awaited waits: 2 s in all, nobody held the thread, all three in flight", () => {
  expect(measureRun(modelOf("lesson-multi-await"))).toEqual({
    makespan: 2000,
    threadTimeHeld: 0,
    threadTimeBlocked: 0,
    greatestInFlight: 3,
    switches: 8,
  });
});

it("says of three blocking waits: 6 s in all, the thread held all the time, one in flight", () => {
  expect(measureRun(modelOf("lesson-multi-blocking"))).toMatchObject({
    makespan: 6000,
    threadTimeHeld: 6000,
    threadTimeBlocked: 6000,
    greatestInFlight: 1,
  });
});

it("sums over threads, and leaves the main program's waiting out", () => {
  expect(measureRun(modelOf("threads-equal"))).toEqual({
    makespan: 200,
    threadTimeHeld: 600,
    threadTimeBlocked: 600,
    greatestInFlight: 3,
    switches: 0,
  });
});

it("counts a computing callback's time as held", () => {
  expect(measureRun(modelOf("pool-single-callbacks"))).toMatchObject({ threadTimeHeld: 500, switches: 4 });
});

it("tells how long a task was in each state", () => {
  const model = modelOf("callbacks-next-turn");
  expect([1, 2, 3].map((task) => measureTask(model, task))).toEqual([
    { ready: 0, running: 0, suspended: 100, blocked: 0 },
    { ready: 0, running: 50, suspended: 100, blocked: 0 },
    { ready: 50, running: 50, suspended: 100, blocked: 0 },
  ]);
});

it("has numbers for a run in which nothing happened", () => {
  const scenario = { mode: "async", tasks: [] } as const;
  expect(measureRun(buildTraceModel(traceFromEvents([], scenario), scenario))).toEqual({
    makespan: 0,
    threadTimeHeld: 0,
    threadTimeBlocked: 0,
    greatestInFlight: 0,
    switches: 0,
  });
});
