import { describe, expect, it } from "vitest";
import { compareMessages } from "#i18n/compare.ts";
import { workloadMessages } from "#i18n/workload.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { comparisonOf } from "#state/comparison/comparison-for-tests.ts";
import { sayDifference, sayNote } from "../say.ts";
import { differenceOf } from "./difference.ts";
import { isRan, rowsOf } from "./rows.ts";

const crawler: Scenario = {
  mode: "async",
  workers: 2,
  dispatch: "single",
  tasks: ["bobo", "jay", "tom"].map((name) => ({ name, steps: [{ kind: "io", ms: 2000 }] })),
};
const withSteps = (...steps: readonly Step[]): Scenario => ({
  ...crawler,
  tasks: crawler.tasks.map((task) => ({ ...task, steps })),
});

const ranRows = (scenario: Scenario) => rowsOf(comparisonOf(scenario)).filter(isRan);
const rowIn = (scenario: Scenario, mode: PageMode) => ranRows(scenario).find((row) => row.mode === mode);
const noteIn = (scenario: Scenario, mode: PageMode) => {
  const row = rowIn(scenario, mode);
  return row && sayNote(row.note, compareMessages.en);
};
const tellPair = (scenario: Scenario, ...modes: readonly PageMode[]) => {
  const difference = differenceOf(rowsOf(comparisonOf(scenario)).filter(({ mode }) => modes.includes(mode)));
  return difference && sayDifference(difference, compareMessages.en, workloadMessages.en.modes);
};

describe("a row", () => {
  it("has the numbers of its trace", () => {
    const numbers = ranRows(crawler).map(({ mode, facts, speedUp }) => [
      mode,
      facts.total,
      speedUp.status === "known" ? speedUp.ratio : speedUp.status,
      facts.threads,
      facts.held,
      facts.switches,
    ]);
    expect(numbers).toEqual(
      expect.arrayContaining([
        ["sync", 6000, "sync", 1, 6000, 5],
        ["threads", 2000, 3, 3, 6000, 0],
        ["pool", 4000, 1.5, 2, 6000, 1],
        ["async", 2000, 3, 1, 0, 7],
        ["async_blocking", 6000, 1, 1, 6000, 4],
      ]),
    );
  });

  it("says in a few words how the mode goes about it", () => {
    expect(noteIn(crawler, "sync")).toBe("one after another");
    expect(noteIn(crawler, "threads")).toBe("3 threads wait together");
    expect(noteIn(crawler, "pool")).toBe("at most 2 at a time, the others queue");
    expect(noteIn(crawler, "async")).toBe("lets go while it waits");
    expect(noteIn(crawler, "async_blocking")).toBe("waits without letting go");
  });

  it("says so of computing, too", () => {
    const computing = withSteps({ kind: "cpu", ms: 100 });
    expect(noteIn(computing, "threads")).toBe("one interpreter: they compute in turn");
    expect(noteIn(computing, "async")).toBe("one thread computes it all");
  });

  it("says where some waits hold the loop and others do not", () => {
    const mixed = { ...crawler, tasks: crawler.tasks.map((task, k) => ({ ...task, steps: [step(k)] })) };
    expect(noteIn(mixed, "async")).toBe("lets go, but not in every wait");
  });

  it("has no numbers where the mode cannot", () => {
    const spawning: Scenario = {
      mode: "async",
      tasks: [
        { name: "A", steps: [{ kind: "spawn", task: "B" }] },
        { name: "B", steps: [] },
      ],
    };
    const [sync] = rowsOf(comparisonOf(spawning));
    expect(sync).toMatchObject({ mode: "sync", status: "refused", problems: [{ code: "needs" }] });
  });
});

const step = (k: number): Step => (k === 0 ? { kind: "blocking", ms: 500 } : { kind: "sleep", ms: 2000 });

describe("the difference of two modes", () => {
  it("is told in seconds and threads, the sooner one first", () => {
    expect(tellPair(crawler, "pool", "async")).toEqual([
      "Async is done 2.00 s sooner than Pool: 2.00 s instead of 4.00 s.",
      "Async holds 1 thread for 0.00 s in all, Pool holds 2 threads for 6.00 s.",
    ]);
    expect(tellPair(crawler, "threads", "async")?.[0]).toBe("Threads and Async take the same time: 2.00 s.");
  });

  it("is none where one of them cannot, or the work is not the same", () => {
    expect(tellPair(withSteps({ kind: "cpu", ms: 10 }), "sync", "async_blocking")?.[0]).toBe(
      "Async + blocking cannot run this scenario: there is nothing to compare.",
    );
    const failing = {
      ...crawler,
      tasks: [{ name: "A", steps: [{ kind: "fail" }] as const }, ...crawler.tasks],
    };
    expect(tellPair(failing, "sync", "threads")?.[0]).toMatch(
      /^The tasks end differently in Sync and in Threads/,
    );
  });
});
