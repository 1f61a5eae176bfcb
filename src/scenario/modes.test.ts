import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scenarioArbitrary } from "#engine/scenario-arbitrary.ts";
import { withPageMode } from "./modes.ts";
import { PAGE_MODES, type PageMode, pageModeOf } from "./page-mode.ts";
import { parseScenario } from "./parse-scenario.ts";
import type { Scenario, Step } from "./scenario.ts";

const GOLDEN = new URL("../trace/golden/scenarios/", import.meta.url);
const goldenScenarios: Scenario[] = readdirSync(GOLDEN).map((file) =>
  JSON.parse(readFileSync(new URL(file, GOLDEN), "utf8")),
);

const scenarioOf = (mode: Scenario["mode"], ...steps: Step[]): Scenario => ({
  mode,
  tasks: steps.map((step, index) => ({ name: `t${index}`, steps: [step] })),
});

function turned(scenario: Scenario, pageMode: PageMode, before?: Scenario): Scenario {
  const result = withPageMode(scenario, pageMode, before);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe("the page's mode of a scenario", () => {
  test("is async + blocking when every wait blocks the loop", () => {
    expect(pageModeOf(scenarioOf("async", { kind: "io", how: "blocking", ms: 1 }))).toBe("async_blocking");
    expect(pageModeOf(scenarioOf("async", { kind: "blocking", ms: 1 }))).toBe("async_blocking");
  });

  test("is async when one of them gives the thread back, or nothing waits", () => {
    expect(pageModeOf(scenarioOf("async", { kind: "blocking", ms: 1 }, { kind: "sleep", ms: 1 }))).toBe(
      "async",
    );
    expect(pageModeOf(scenarioOf("async", { kind: "cpu", ms: 1 }))).toBe("async");
  });

  test("is the format's mode where there is no loop", () => {
    expect(pageModeOf(scenarioOf("threads", { kind: "blocking", ms: 1 }))).toBe("threads");
  });
});

describe("switching the mode", () => {
  test("to async + blocking makes requests and sleeps block, and keeps everything else about them", () => {
    const scenario = scenarioOf(
      "sync",
      { kind: "io", ms: 5, answer: 404, timeout_ms: 9 },
      { kind: "sleep", ms: 7 },
      { kind: "cpu", ms: 1 },
      { kind: "sleep", how: "no_await" },
    );
    expect(turned(scenario, "async_blocking").tasks.map((task) => task.steps[0])).toEqual([
      { kind: "io", ms: 5, answer: 404, timeout_ms: 9, how: "blocking" },
      { kind: "blocking", ms: 7 },
      { kind: "cpu", ms: 1 },
      { kind: "sleep", how: "no_await" },
    ]);
  });

  test("between thread modes changes the mode and nothing else", () => {
    const scenario = scenarioOf("sync", { kind: "io", how: "blocking", ms: 1 }, { kind: "sleep", ms: 1 });
    expect(turned(scenario, "threads")).toEqual({ ...scenario, mode: "threads" });
  });

  test("to a pool adds as many workers as there are tasks, three at most, unless some are set", () => {
    const step: Step = { kind: "sleep", ms: 1 };
    expect(turned(scenarioOf("sync", step, step), "pool").workers).toBe(2);
    expect(turned(scenarioOf("sync", step, step, step, step), "pool").workers).toBe(3);
    expect(turned({ ...scenarioOf("sync", step), workers: 7 }, "pool").workers).toBe(7);
  });

  test("to a mode that cannot run it is refused with the step that is in the way", () => {
    const scenario: Scenario = {
      mode: "async",
      tasks: [
        { name: "a", steps: [{ kind: "spawn", task: "b" }] },
        { name: "b", steps: [] },
      ],
    };
    const result = withPageMode(scenario, "threads");
    expect(!result.ok && result.problems[0]?.path).toBe("tasks[0].steps[0].kind");
  });

  test("comes to what reading the outcome anew would come to", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.constantFrom(...PAGE_MODES), (scenario, pageMode) => {
        const result = withPageMode(scenario, pageMode);
        if (result.ok) expect(parseScenario(result.value)).toMatchObject({ ok: true });
        else if (pageMode !== "async_blocking" && pageMode !== "pool")
          expect(parseScenario({ ...scenario, mode: pageMode })).toEqual(result);
      }),
    );
  });

  test("brings a mixture of forms back when it is told what it was, with the edits made in between", () => {
    const mixed = scenarioOf("async", { kind: "sleep", ms: 1 }, { kind: "blocking", ms: 2 });
    const blocking = turned(mixed, "async_blocking");
    const edited = {
      ...blocking,
      tasks: blocking.tasks.map((task) => ({ ...task, steps: [{ kind: "blocking", ms: 9 } as const] })),
    };
    const steps = turned(edited, "async", mixed).tasks.map((task) => task.steps[0]);
    expect(steps).toEqual([
      { kind: "sleep", ms: 9 },
      { kind: "blocking", ms: 9 },
    ]);
  });

  test("ignores what another scenario was", () => {
    const other = { ...scenarioOf("async", { kind: "io", ms: 1 }, { kind: "blocking", ms: 1 }), id: "other" };
    const blocking = scenarioOf("async", { kind: "blocking", ms: 1 }, { kind: "blocking", ms: 1 });
    expect(turned(blocking, "async", other).tasks.map((task) => task.steps[0]?.kind)).toEqual([
      "sleep",
      "sleep",
    ]);
  });

  test("there and back again loses nothing that the mode can tell, for every golden scenario", () => {
    for (const scenario of goldenScenarios) {
      const home = pageModeOf(scenario);
      for (const away of PAGE_MODES) {
        const there = withPageMode(scenario, away);
        if (!there.ok) continue;
        const back = turned(there.value, home, home === "async" ? scenario : undefined);
        const workers = there.value.workers === undefined ? {} : { workers: there.value.workers };
        const hasLoop = home === "async" || home === "async_blocking";
        const seen = (either: Scenario) =>
          hasLoop ? either : turned(turned(either, "async_blocking"), home);
        expect(seen(back), `${scenario.id} to ${away} and back`).toEqual({ ...seen(scenario), ...workers });
      }
    }
  });
});
