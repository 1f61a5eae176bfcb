import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { EVENT_TYPES, type TraceEvent } from "./event-types.ts";
import { deriveMarks } from "./marks/derive-marks.ts";
import { namesOf } from "./names.ts";
import { NO_DETAIL } from "./recorder-types.ts";
import { summarizeTrace, type TaskSummary } from "./summary.ts";
import { NOBODY, type TaskId, type Trace } from "./trace.ts";
import { createTraceRecorder } from "./trace-recorder.ts";

/** A run as a file: what was run, what came of it, and every event. The format of the files in `golden/traces`. */
export interface TraceFile {
  readonly version: 1;
  readonly id?: string;
  readonly scenario: Scenario;
  /** Time of the last event. */
  readonly total_ms: Milliseconds;
  /** How each task ended, by name. */
  readonly summary: Readonly<Record<string, TaskSummary>>;
  readonly events: readonly TraceEvent[];
}

export function toTraceFile(trace: Trace, scenario: Scenario): TraceFile {
  return {
    version: 1,
    ...(scenario.id !== undefined && { id: scenario.id }),
    scenario,
    total_ms: trace.end,
    summary: summarizeTrace(trace, scenario),
    events: Array.from({ length: trace.length }, (_, index) => trace.eventAt(index)),
  };
}

/**
 * The trace of a file's events. A file names no program marks; they are worked out from the scenario.
 * `end`: up to when it is known what happened, while the run goes on. Throws a RangeError that names the event when its type or its task is unknown.
 */
export function traceFromEvents(
  events: readonly TraceEvent[],
  scenario: Scenario,
  end?: Milliseconds,
): Trace {
  const names = namesOf(scenario);
  const idOf = new Map(names.map((name, id): [string, TaskId] => [name, id]));
  const marks = deriveMarks(events, scenario);
  const recorder = createTraceRecorder(names);
  for (const [index, event] of events.entries()) {
    const task = event.task === undefined ? NOBODY : idOf.get(event.task);
    if (task === undefined) throw new RangeError(`events[${index}]: no task is named ${event.task}`);
    if (!EVENT_TYPES.includes(event.type)) throw new RangeError(`events[${index}]: no type ${event.type}`);
    const detail = event.detail === undefined ? NO_DETAIL : recorder.intern(event.detail);
    recorder.record(event.t_ms, event.type, task, event.turn ?? -1, detail, marks[index], event.worker ?? 0);
  }
  return recorder.finish(end);
}
