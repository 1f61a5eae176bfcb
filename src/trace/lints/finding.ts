import type { Milliseconds } from "#base/units.ts";
import type { Fault } from "#scenario/repairs.ts";
import type { TraceModel } from "../model-types.ts";
import type { StepIndex, TaskId } from "../trace.ts";
import type { Census, Stretch } from "./census.ts";

/** A fault of a run, with its evidence. */
export interface Finding {
  readonly fault: Fault;
  /** How long it lasted in all; for `in_a_row`, how much waiting could have overlapped; 0 for `never_awaited`. */
  readonly ms: Milliseconds;
  /** How many it concerned: tasks or requests that waited at one moment, or that did it. */
  readonly count: number;
  /** Where it is first to be seen, and on whom. */
  readonly step: StepIndex;
  readonly task: TaskId;
}

/** Looks for one kind of fault in a run that has ended: at once, or while a census is taken of it. */
export type Lint = (model: TraceModel) => readonly Finding[];
export type CensusLint = (model: TraceModel) => Watch | undefined;

/** What a lint makes of a census; a run that cannot have its faults needs none. */
export interface Watch {
  visit(census: Census, stretch: Stretch): void;
  conclude(): readonly Finding[];
}
