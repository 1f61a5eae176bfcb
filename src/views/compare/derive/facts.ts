import type { Milliseconds } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { measureOverlap } from "#trace/statistics/measure-overlap.ts";
import { measureRun } from "#trace/statistics/measure-run.ts";

/** What one mode's run took and used: all of it read from its trace. */
export interface RunFacts {
  readonly total: Milliseconds;
  readonly tasks: number;
  /** That tasks can hold: the main thread only where no other does their work. */
  readonly threads: number;
  /** The greatest number of helper threads at work at one moment, besides `threads`. */
  readonly helpers: number;
  /** How long tasks and callbacks held threads, all threads together. */
  readonly held: Milliseconds;
  /** The part of `held` in which the thread only waited. */
  readonly blocked: Milliseconds;
  readonly computing: Milliseconds;
  /** Of the tasks' time, the part in which they only waited, 0 to 1; undefined when no task took any time. */
  readonly waitingShare: number | undefined;
  readonly switches: number;
  /** The greatest number of tasks under way, and of waits under way, at one moment. */
  readonly inFlight: number;
  readonly waitsAtOnce: number;
}

const known = new WeakMap<TraceModel, RunFacts>();

/** Measured once for each run. */
export function factsOf(model: TraceModel): RunFacts {
  const before = known.get(model);
  if (before !== undefined) return before;
  const run = measureRun(model);
  const overlap = measureOverlap(model);
  const facts: RunFacts = {
    total: model.total,
    tasks: model.taskCount - 1,
    threads: Math.max(1, model.threads.filter(({ kind }) => kind !== "main").length),
    helpers: overlap.helpers,
    held: run.threadTimeHeld,
    blocked: run.threadTimeBlocked,
    computing: run.computing,
    waitingShare: run.waitingShare,
    switches: run.switches,
    inFlight: run.greatestInFlight,
    waitsAtOnce: overlap.waits,
  };
  known.set(model, facts);
  return facts;
}
