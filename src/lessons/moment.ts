import { type TraceTime, traceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { BEFORE_ALL, type StepIndex } from "#trace/trace.ts";
import type { Moment } from "./lesson.ts";

/** A position in a trace: everything up to and including `step` has happened, and it is `time`. */
export interface MomentPosition {
  readonly time: TraceTime;
  readonly step: StepIndex;
}

/** Where a moment is in a run; undefined where that run has no such moment. O(events of the task, or of the run). */
export function positionOf(moment: Moment, model: TraceModel): MomentPosition | undefined {
  const { trace } = model;
  if (moment === "start") return { time: traceTime(0), step: BEFORE_ALL };
  if (moment === "end") return { time: trace.end, step: trace.length - 1 };
  const step = findEvent(model, moment);
  if (step === undefined) return undefined;
  const { later_ms = 0 } = moment;
  if (later_ms === 0) return { time: trace.timeAt(step), step };
  const time = traceTime(trace.timeAt(step) + later_ms);
  return time > trace.end ? undefined : { time, step: model.stepAtTime(time) };
}

/** The nth event of a type, of one task or of any, after a step. */
export function findEvent(
  { trace, eventsOf }: TraceModel,
  { event, task, nth = 1 }: Exclude<Moment, string>,
  after: StepIndex = BEFORE_ALL,
): StepIndex | undefined {
  let missing = nth;
  const isFound = (step: StepIndex) => step > after && trace.typeAt(step) === event && --missing === 0;
  if (task !== undefined) {
    const id = trace.names.indexOf(task);
    return id < 0 ? undefined : eventsOf(id).find(isFound);
  }
  for (let step = after + 1; step < trace.length; step++) if (isFound(step)) return step;
  return undefined;
}
