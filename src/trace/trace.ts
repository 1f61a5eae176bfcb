import type { TraceTime } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { EventDetail, EventType, TraceEvent } from "./event-types.ts";

/** A task's number inside a trace: 0 = the main program, k = the scenario's k-th task (from 1), -1 = nobody. */
export type TaskId = number;
export const MAIN: TaskId = 0;
export const NOBODY: TaskId = -1;

/** An event's number in its trace, from 0. As a position: "everything up to and including this event has happened". */
export type StepIndex = number;
/** The position before the first event. */
export const BEFORE_ALL: StepIndex = -1;

/**
 * A finished (or, live, a growing) run: an immutable list of events, read by index. How it is stored is nobody's
 * business but `trace-recorder.ts`'s.
 */
export interface Trace {
  readonly length: number;
  /** Up to when it is known what happened: the last event's time (0 without events), or later while the run goes on. */
  readonly end: TraceTime;
  /** Names by TaskId; `names[0]` is `main`. */
  readonly names: readonly string[];
  timeAt(index: StepIndex): TraceTime;
  typeAt(index: StepIndex): EventType;
  taskAt(index: StepIndex): TaskId;
  /** Worker thread from 1; 0 = none. */
  workerAt(index: StepIndex): number;
  /** Turn of the event loop; -1 = none. */
  turnAt(index: StepIndex): number;
  /** Which piece of the task's program the event belongs to. */
  markAt(index: StepIndex): ProgramMark;
  /** The event's facts; an empty object when it has none. */
  detailAt(index: StepIndex): EventDetail;
  /** The whole event, as in a trace file. */
  eventAt(index: StepIndex): TraceEvent;
}
