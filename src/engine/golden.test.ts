import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Milliseconds } from "#base/units.ts";
import { parseScenarioText } from "#scenario/parse-scenario.ts";
import { findDifference, type TraceOrder } from "#trace/compare-traces.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import type { TaskSummary } from "#trace/summary.ts";
import { toTraceFile } from "#trace/trace-file.ts";
import { simulate } from "./simulate.ts";

/** What real CPython did with a scenario; see the README beside the files. */
interface GoldenTrace {
  readonly order: TraceOrder;
  readonly total_ms: Milliseconds;
  readonly summary: Readonly<Record<string, TaskSummary>>;
  readonly events: readonly TraceEvent[];
}

const folder = `${import.meta.dirname}/../trace/golden`;
const names = readdirSync(`${folder}/traces`).map((file) => file.replace(/\.json$/, ""));

function run(name: string) {
  const golden: GoldenTrace = JSON.parse(readFileSync(`${folder}/traces/${name}.json`, "utf8"));
  const scenario = parseScenarioText(readFileSync(`${folder}/scenarios/${name}.json`, "utf8"));
  if (!scenario.ok) throw new Error(`${name} is no valid scenario: ${JSON.stringify(scenario.problems)}`);
  return { golden, actual: toTraceFile(simulate(scenario.value), scenario.value) };
}

describe("the simulator does what CPython does", () => {
  it("knows them all", () => {
    expect(names).toHaveLength(107);
  });

  it.each(names)("%s", (name) => {
    const { golden, actual } = run(name);
    expect(findDifference(golden.events, actual.events, golden.order)).toBeUndefined();
    expect(actual.total_ms).toBe(golden.total_ms);
    expect(actual.summary).toEqual(golden.summary);
  });
});
