import { describe, expect, it } from "vitest";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { storyOf } from "./story-of.ts";

const pool = (workers: number, ...waits: readonly (readonly number[])[]): Scenario => ({
  mode: "pool",
  workers,
  dispatch: "single",
  tasks: waits.map((list, index) => ({
    name: "ABCDEF".charAt(index),
    steps: list.map((ms): Step => ({ kind: "blocking", ms })),
  })),
});
const starts = (scenario: Scenario) => storyOf(scenario, "task_started");

describe("the next piece", () => {
  it("goes to the worker that has been free longest", () => {
    expect(starts(pool(2, [300], [100], [300], [50], [50]))).toEqual([
      "0 task_started A@1",
      "0 task_started B@2",
      "100 task_started C@2",
      "300 task_started D@1",
      "350 task_started E@1",
    ]);
  });

  it("goes to the lowest number among workers that become free together, whoever is seen first", () => {
    // B's wait was set before A's last one, so its end is seen first.
    expect(starts(pool(2, [50, 50], [100], [10], [10]))).toEqual([
      "0 task_started A@1",
      "0 task_started B@2",
      "100 task_started C@1",
      "100 task_started D@2",
    ]);
  });

  it("goes to the same worker again when a piece takes no time", () => {
    expect(starts(pool(2, [0], [100], [100]))).toEqual([
      "0 task_started A@1",
      "0 task_started B@1",
      "0 task_started C@2",
    ]);
  });

  it("begins only after everything that ends at that moment has ended", () => {
    const story = storyOf(pool(2, [50, 50], [100], [10], [10]), "task_done", "task_started");
    expect(
      story.filter((line) => line.startsWith("100 ")).map((line) => line.split(" ").slice(1, 3).join(" ")),
    ).toEqual(["task_done B@2", "task_done A@1", "task_started C@1", "task_started D@2"]);
  });
});

describe("the main program", () => {
  it("learns of a moment's results when the workers have gone on", () => {
    const scenario: Scenario = { ...pool(1, [100], [100]), collect: "as_done" };
    expect(storyOf(scenario, "task_started", "result_received", "wait_returned")).toEqual([
      "0 task_started A@1",
      "100 task_started B@1",
      "100 result_received main from=A result=result of A",
      "200 result_received main from=B result=result of B",
      "200 wait_returned main",
    ]);
  });
});
