import { readdirSync, readFileSync } from "node:fs";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceEvent } from "./event-types.ts";
import type { TaskSummary } from "./summary.ts";
import type { Trace } from "./trace.ts";
import { traceFromEvents } from "./trace-file.ts";

const folder = `${import.meta.dirname}/golden`;

/** For tests: the names of all golden scenarios. */
export const goldenNames: readonly string[] = readdirSync(`${folder}/traces`).map((file) =>
  file.replace(/\.json$/, ""),
);

/** For tests: a golden scenario and what CPython did with it. */
export function readGolden(name: string): {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly events: readonly TraceEvent[];
  readonly summary: Readonly<Record<string, TaskSummary>>;
} {
  const scenario: Scenario = JSON.parse(readFileSync(`${folder}/scenarios/${name}.json`, "utf8"));
  const { events, summary } = JSON.parse(readFileSync(`${folder}/traces/${name}.json`, "utf8"));
  return { scenario, events, summary, trace: traceFromEvents(events, scenario) };
}
