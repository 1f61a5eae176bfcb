import { expect, it } from "vitest";
import { goldenModel } from "../model/models-for-tests.ts";
import { LIVING_STATES, measureTasks, sumOf } from "./task-times.ts";

it("tells how long each task was in each state", () => {
  const times = measureTasks(goldenModel("callbacks-next-turn"));
  expect([1, 2, 3].map((task) => LIVING_STATES.map((state) => times[state][task]))).toEqual([
    [0, 0, 100, 0],
    [0, 50, 100, 0],
    [50, 50, 100, 0],
  ]);
  expect(sumOf(times, 3)).toBe(200);
});

it("gives a called body the times of the task that runs it", () => {
  const model = goldenModel("nested-call");
  const times = measureTasks(model);
  const called = model.trace.names.indexOf("C");
  expect(times.suspended[called]).toBeGreaterThan(0);
});

it("leaves the main program out", () => {
  expect(sumOf(measureTasks(goldenModel("sync-equal")), 0)).toBe(0);
});
