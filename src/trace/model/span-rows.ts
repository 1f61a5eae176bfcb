import type { TraceTime } from "#base/units.ts";
import type { SpanRows } from "../model-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";
import { activityOf, isMirrored, type SpanColumns, stateOf } from "./span-log.ts";

/** A run's spans as they begin, read from their columns. */
export function spanRowsOf({ task, kind, from, to }: SpanColumns, trace: Trace): SpanRows {
  return {
    count: kind.length,
    taskAt: (row) => task[row] as TaskId,
    stateAt: (row) => stateOf(kind[row] as number),
    activityAt: (row) => activityOf(kind[row] as number),
    isRepeatedAt: (row) => isMirrored(kind[row] as number),
    fromAt: (row) => from[row] as StepIndex,
    toAt: (row) => to[row] as StepIndex,
    startAt: (row) => trace.timeAt(from[row] as StepIndex),
    endAt(row): TraceTime {
      const end = to[row] as StepIndex;
      return end < trace.length ? trace.timeAt(end) : trace.end;
    },
  };
}
