import { describe, expect, it } from "vitest";
import { modelOf } from "../model/models-for-tests.ts";
import { compareRuns } from "./compare-runs.ts";

const PREDICTED = `
  0 A task_started
  2000 A task_done
  2000 B task_started
  2000 B task_done
  2000 C task_started
  3000 C task_done
  3000 - run_end`;
const sync = (text: string) => modelOf(text, { mode: "sync" });
const predicted = sync(PREDICTED);

describe("a measured run beside its prediction", () => {
  const measured = sync(`
    0 A task_started
    2013.5 A task_done
    2014 B task_started
    2014.5 B task_done
    2015 C task_started
    3020 C task_done
    3021 - run_end`);
  const { tasks, total, measuredRun } = compareRuns(predicted, measured);

  it("has the difference of each task, in ms and per cent", () => {
    expect(tasks.map(({ task, predicted, measured }) => [task, predicted, measured])).toEqual([
      [1, 2000, 2013.5],
      [2, 0, 0.5],
      [3, 1000, 1005],
    ]);
    expect(tasks[0]).toMatchObject({ difference: 13.5, percent: 0.675 });
  });

  it("has no per cent of nothing", () => {
    expect(tasks[1]).toMatchObject({ difference: 0.5, percent: undefined });
  });

  it("compares the totals once the run has ended", () => {
    expect(measuredRun).toBe("ended");
    expect(total).toEqual({ predicted: 3000, measured: 3021, difference: 21, percent: 0.7 });
  });

  it("knows when each body began and ended, also at time 0", () => {
    expect(tasks[0]?.measuredLife).toEqual({ start: 0, end: 2013.5, outcome: "done" });
  });
});

describe("a run under way", () => {
  const measured = sync("0 A task_started\n2010 A task_done\n2010 B task_started");
  const { tasks, total, measuredRun } = compareRuns(predicted, measured);

  it("is compared as far as it has ended", () => {
    expect(measuredRun).toBe("under_way");
    expect(tasks.map(({ difference }) => difference)).toEqual([10, undefined, undefined]);
    expect(tasks.map(({ measuredLife }) => measuredLife?.outcome)).toEqual(["done", "open", undefined]);
    expect(total).toMatchObject({ measured: 2010, difference: undefined, percent: undefined });
  });
});

describe("a cancelled run", () => {
  const text = `
    0 A task_started
    700 A task_cancelled
    700 - run_end error=cut_off`;

  it("says so, and its cut-off times are held against nothing", () => {
    const { tasks, total, measuredRun } = compareRuns(predicted, sync(text));
    expect(measuredRun).toBe("cancelled");
    expect(tasks[0]).toMatchObject({ measured: 700, difference: undefined });
    expect(total.difference).toBeUndefined();
  });

  it("is not one whose own body raised an error of that name", () => {
    const failed = sync("0 A task_started\n700 A task_failed error=cancelled\n700 - run_end error=cancelled");
    expect(compareRuns(predicted, failed).measuredRun).toBe("ended");
  });
});

it("compares tasks that were predicted to be cancelled, and leaves out bodies that are no tasks", () => {
  const both = modelOf("0 A task_created\n1 A task_started\n5 A task_cancelled\n9 - run_end");
  expect(compareRuns(both, both).tasks).toMatchObject([{ task: 1, predicted: 4, difference: 0, percent: 0 }]);
});
