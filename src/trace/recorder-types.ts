import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { EventDetail, EventType } from "./event-types.ts";
import type { StepIndex, TaskId, Trace } from "./trace.ts";

/** A detail that was handed to the recorder once and is shared by any number of events. */
export type DetailId = number;
export const NO_DETAIL: DetailId = 0;

/** Stands for the name of the event's task inside a detail's strings: one `begin ${TASK_NAME}` serves every task. */
export const TASK_NAME = "\u0000";

/** Writes a trace, event by event. Times must not decrease. */
export interface TraceRecorder {
  readonly length: number;
  /** Stores a detail for reuse. Not deduplicated: keep the id. */
  intern(detail: EventDetail): DetailId;
  record(
    time: Milliseconds,
    type: EventType,
    task: TaskId,
    turn: number,
    detail?: DetailId,
    mark?: ProgramMark,
    worker?: number,
  ): StepIndex;
  /** `end`: up to when it is known what happened, where that is later than the last event. */
  finish(end?: Milliseconds): Trace;
}
