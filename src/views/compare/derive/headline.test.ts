import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioArbitrary } from "#engine/scenario-arbitrary.ts";
import { compareMessages } from "#i18n/compare.ts";
import type { Language } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { comparisonOf } from "#state/comparison/comparison-for-tests.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { sayWhat, sayWhy } from "../say.ts";
import { headlineOf } from "./headline.ts";
import { isRan, type RanRow, rowsOf } from "./rows.ts";

const rowsFor = (scenario: Scenario) => rowsOf(comparisonOf(scenario));

function tell(scenario: Scenario, language: Language = "en"): readonly [string, string] {
  const { what, why } = headlineOf(rowsFor(scenario));
  const [words, names] = [compareMessages[language], workloadMessages[language].modes];
  return [sayWhat(what, words, names), sayWhy(why, words, names)];
}

const tasksOf = (...bodies: readonly (readonly Step[])[]) =>
  bodies.map((steps, k) => ({ name: `t${k + 1}`, steps }));
const io: Step = { kind: "io", ms: 2000 };
const cpu: Step = { kind: "cpu", ms: 1000 };

describe("the headline", () => {
  it("says that only overlapping waits help, and what they cost", () => {
    const crawler: Scenario = { mode: "async", tasks: tasksOf([io], [io], [io]), dispatch: "single" };
    expect(tell(crawler)).toEqual([
      "The same 3 tasks. Only overlapping waits make the total shorter.",
      "Threads overlap by holding 3 threads. Async overlaps by letting go of its only one.",
    ]);
    expect(tell(crawler, "zh")).toEqual([
      "同样 3 个任务：等待能重叠，总耗时才变短。",
      "多线程靠占着 3 个线程来重叠；异步靠把唯一的线程交出来重叠。",
    ]);
  });

  it("says that computing gains nothing by threads and by a loop, only by processes", () => {
    expect(tell({ mode: "threads", tasks: tasksOf([cpu], [cpu]) })).toEqual([
      "All of it is computing. Only processes make it shorter: 1.00 s instead of 2.00 s.",
      "Threads share one interpreter, and a loop has only one thread: they compute in turn.",
    ]);
  });

  it("says that computing gains nothing at all on one core", () => {
    const onOneCore: Scenario = { mode: "threads", machine: { cores: 1 }, tasks: tasksOf([cpu], [cpu]) };
    expect(tell(onOneCore)).toEqual([
      "All of it is computing: 2.00 s in every mode.",
      "Threads share one interpreter, and a loop has only one thread: they compute in turn.",
    ]);
  });

  it("says that one task has nobody to overlap with", () => {
    expect(tell({ mode: "sync", tasks: tasksOf([io]) })[0]).toBe(
      "One task has nobody to overlap with: 2.00 s in every mode.",
    );
  });

  it("says that a server with one thread lets nothing overlap", () => {
    const [what] = tell({ mode: "async", server: { workers: 1 }, tasks: tasksOf([io], [io]) });
    expect(what).toBe("No two waits overlap in any mode: 4.00 s everywhere.");
  });

  it("names the fastest and the slowest where neither is all", () => {
    const [what, why] = tell({ mode: "async", tasks: tasksOf([io], [cpu]), dispatch: "single" });
    expect(what).toBe("2.00 s in Threads, Pool and Processes, 3.00 s in Sync, Async and Async + blocking.");
    expect(why).toBe("Async + blocking takes as long as sync: it waits without letting go of its thread.");
  });

  it("says where only one mode can, or the work is not the same", () => {
    const spawning = tasksOf([{ kind: "spawn", task: "t2" }], [cpu]);
    expect(tell({ mode: "async", tasks: spawning })[0]).toBe("Only Async can run this scenario.");
    const failing = tasksOf([{ kind: "fail" }], [io]);
    expect(tell({ mode: "async", tasks: failing, wait: { style: "gather" } })[0]).toMatch(
      /^The tasks do not end alike/,
    );
    expect(tell({ mode: "async", tasks: tasksOf([{ kind: "sleep", ms: 100, how: "no_await" }]) })[0]).toMatch(
      /^The tasks do not end alike/,
    );
  });

  it("says when nothing takes time, and how far it is before that is known", () => {
    expect(tell({ mode: "sync", tasks: tasksOf([{ kind: "print", text: "hi" }]) })[0]).toBe(
      "Nothing here takes any time.",
    );
    const rows = rowsFor({ mode: "sync", tasks: tasksOf([io]) });
    const half = rows.map((row, k) => (k === 0 ? row : ({ mode: row.mode, status: "waiting" } as const)));
    expect(headlineOf(half).what).toEqual({ kind: "simulating", done: 1, of: rows.length });
  });

  it("is never false, whatever the scenario", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (scenario) => {
        const rows = rowsFor(scenario);
        const ran = rows.filter(isRan);
        const { what, why } = headlineOf(rows);
        const totals = ran.map(({ model }) => model.total);
        const most = Math.max(...totals);
        const isEqual = totals.every((total) => total === most);
        if (/^equal/.test(what.kind)) expect(isEqual).toBe(true);
        if (what.kind === "only") expect(ran).toHaveLength(1);
        if (what.kind === "overlap")
          for (const row of ran) expect(doWaitsMeet(row.model)).toBe(row.model.total < most);
        if (what.kind === "equalNoOverlap") for (const row of ran) expect(doWaitsMeet(row.model)).toBe(false);
        if (what.kind === "processesCompute")
          for (const row of ran) expect(row.model.total < most).toBe(row.mode === "processes");
        if (what.kind === "equalComputing") for (const row of ran) expect(waits(row)).toBe(false);
        if (what.kind === "extremes") expect(Math.min(...totals)).toBe(what.fastest.ms);
        if (why.kind === "letGo") {
          const loop = ran.find(({ mode }) => mode === "async");
          expect(
            loop?.model.spansOf(1).some(({ state, activity }) => state === "blocked" && activity !== "cpu"),
          ).toBe(false);
        }
        if (why.kind === "holdsOn") {
          const totalOf = (mode: string) => ran.find((row) => row.mode === mode)?.model.total;
          expect(totalOf("async_blocking")).toBe(totalOf("sync"));
        }
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});

/** Whether, in time that passes, two waits are under way: looked at task by task, not as the headline does. */
function doWaitsMeet(model: TraceModel): boolean {
  return Array.from(model.instants.slice(0, -1)).some((instant) => {
    const step = model.stepAtTime(instant as never);
    return model.outsideAt(step, 99).filter(({ phase }) => phase !== "queued").length > 1;
  });
}

const waits = ({ model }: RanRow): boolean =>
  Array.from({ length: model.taskCount - 1 }, (_, k) => model.spansOf(k + 1)).some((spans) =>
    spans.some(({ state, start, end }) => (state === "suspended" || state === "blocked") && end > start),
  );
