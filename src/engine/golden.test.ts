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
  /** 40 for computing threads: the file tells an ideal that real slices come near to. */
  readonly tolerance_ms: Milliseconds;
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
    const { tolerance_ms: tolerance } = golden;
    expect(findDifference(golden.events, actual.events, golden.order, tolerance)).toBeUndefined();
    expect(Math.abs(actual.total_ms - golden.total_ms)).toBeLessThanOrEqual(tolerance);
    expect(Object.keys(actual.summary)).toEqual(Object.keys(golden.summary));
    for (const [name, { start_ms, end_ms, ...outcome }] of Object.entries(golden.summary)) {
      const { start_ms: start, end_ms: end, ...found } = actual.summary[name] as TaskSummary;
      expect(found).toEqual(outcome);
      expect([start === undefined, end === undefined]).toEqual([
        start_ms === undefined,
        end_ms === undefined,
      ]);
      expect(Math.abs((start ?? 0) - (start_ms ?? 0))).toBeLessThanOrEqual(tolerance);
      expect(Math.abs((end ?? 0) - (end_ms ?? 0))).toBeLessThanOrEqual(tolerance);
    }
  });
});
