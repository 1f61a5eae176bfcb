import fc from "fast-check";
import { expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { scenarioArbitrary } from "#engine/scenario-arbitrary.ts";
import { simulate } from "#engine/simulate.ts";
import { generateProgram } from "#scenario/program/generate-program.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { MAIN } from "#trace/trace.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { createLocator, type Locator } from "./standing.ts";
import type { Standings } from "./standings.ts";

/** The same run, once with every task named and once with all of them counted. */
function open(scenario: Scenario) {
  const model = buildTraceModel(simulate(scenario), scenario);
  const program = generateProgram(scenario, "en");
  return {
    model,
    program,
    naming: createLocator(model, program, Number.POSITIVE_INFINITY),
    counting: createLocator(model, program, 0),
  };
}

/** How many tasks stand where in which state. */
function countsOf(standings: Standings): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
  for (const [line, { named, crowds }] of standings) {
    for (const { task, state } of named) if (task !== MAIN) add(`${line} ${state}`, 1);
    for (const { state, count } of crowds) add(`${line} ${state}`, count);
  }
  return new Map([...counts].sort());
}

it("counts everybody who would be named, at every step of any run", () => {
  fc.assert(
    fc.property(scenarioArbitrary("sync", "threads", "pool", "async"), (scenario) => {
      const { model, naming, counting } = open(scenario);
      const steps = Array.from({ length: model.trace.length }, (_, step) => step);
      const countedBy = (locator: Locator) => steps.map((step) => countsOf(locator.standingsAt(step)));
      expect(countedBy(counting)).toEqual(countedBy(naming));
    }),
    { seed: 20_480, numRuns: 25 },
  );
});

it("takes the selected task out of its crowd", () => {
  const tasks = ["A", "B", "C"].map((name) => ({ name, steps: [{ kind: "sleep", ms: 10 }] as const }));
  const { model, program, counting } = open({ mode: "async", tasks });
  const waiting = model.stepAtTime(traceTime(5));
  const line = program.lines.findIndex(({ text }) => text.trim().startsWith("await asyncio.sleep"));
  expect(counting.standingsAt(waiting, 2).get(line)).toEqual({
    named: [{ task: 2, state: "suspended" }],
    crowds: [{ state: "suspended", count: 2 }],
  });
});
