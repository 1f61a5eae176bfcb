import { readFileSync } from "node:fs";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../trace/golden/${path}`, import.meta.url), "utf8"));

/** For tests: the model of what CPython did with one of the golden scenarios. */
export function goldenModel(id: string): TraceModel {
  const scenario = read(`scenarios/${id}.json`) as Scenario;
  const { events } = read(`traces/${id}.json`) as { events: TraceEvent[] };
  return buildTraceModel(traceFromEvents(events, scenario), scenario);
}
