import type { Milliseconds } from "#base/units.ts";
import type { TaskState, TraceModel } from "../model-types.ts";
import { countedRows } from "./task-times.ts";

/** What a run took and used, in numbers that two runs are compared by. */
export interface RunStatistics {
  /** From the first moment to the last. */
  readonly makespan: Milliseconds;
  /** How long threads were held by tasks and callbacks, summed over threads; the main program not counted. */
  readonly threadTimeHeld: Milliseconds;
  /** The part of `threadTimeHeld` in which the thread only waited. */
  readonly threadTimeBlocked: Milliseconds;
  /** How long somebody computed, however many did at once: never longer than the makespan. */
  readonly computing: Milliseconds;
  /** The greatest number of tasks that had begun and not ended at one moment. */
  readonly greatestInFlight: number;
  /**
   * Of the time between the begin and the end of the tasks' bodies, the part in which they only waited for something
   * outside (suspended, or blocked): 0 to 1. Undefined when no task took any time.
   */
  readonly waitingShare: number | undefined;
  /** How often a thread went over from one piece of work to the next. */
  readonly switches: number;
}

/** O(spans + holds of callbacks + threads). */
export function measureRun(model: TraceModel): RunStatistics {
  const { held, blocked, waiting, lifetime, ...rest } = measureSpans(model);
  const callbacks = measureCallbacks(model);
  return {
    makespan: model.total,
    threadTimeHeld: held + callbacks.held,
    threadTimeBlocked: blocked + callbacks.blocked,
    ...rest,
    waitingShare: lifetime > 0 ? waiting / lifetime : undefined,
    switches: countSwitches(model),
  };
}

function measureSpans(model: TraceModel) {
  const { spanRows: rows, taskCount } = model;
  const isCounted = countedRows(model);
  const isUnderWay = new Uint8Array(taskCount);
  let inFlight = 0;
  let greatestInFlight = 0;
  let held = 0;
  let blocked = 0;
  let waiting = 0;
  let lifetime = 0;
  let computing = 0;
  let computedUntil = 0;
  for (let row = 0; row < rows.count; row++) {
    if (!isCounted(row)) continue;
    const task = rows.taskAt(row);
    const state = rows.stateAt(row);
    if (isOver(state)) {
      inFlight -= isUnderWay[task] as number;
      isUnderWay[task] = 0;
      continue;
    }
    if (isUnderWay[task] === 0) {
      // Ready again after an await is in flight, too; but what is ready and has not begun is not.
      if (state === "created" || state === "ready") continue;
      isUnderWay[task] = 1;
      inFlight += 1;
      greatestInFlight = Math.max(greatestInFlight, inFlight);
    }
    const start = rows.startAt(row);
    const end = rows.endAt(row);
    const length = end - start;
    lifetime += length;
    if (state === "running" || state === "blocked") held += length;
    if (state === "blocked") blocked += length;
    if (state === "suspended" || state === "blocked") waiting += length;
    if (rows.activityAt(row) === "cpu") {
      computing += Math.max(0, end - Math.max(start, computedUntil));
      computedUntil = Math.max(computedUntil, end);
    }
  }
  return { held, blocked, waiting, lifetime, computing, greatestInFlight };
}

function measureCallbacks({ scenario, threads, holdCount, holdAt }: TraceModel) {
  let held = 0;
  let blocked = 0;
  if (!scenario.tasks.some((task) => task.callbacks?.length)) return { held, blocked };
  for (const { id } of threads) {
    for (let nth = 0; nth < holdCount(id); nth++) {
      const { callback, state, start, end } = holdAt(id, nth);
      if (callback === undefined) continue;
      held += end - start;
      if (state === "blocked") blocked += end - start;
    }
  }
  return { held, blocked };
}

function countSwitches({ trace, snapshotAt }: TraceModel): number {
  if (trace.length === 0) return 0;
  const { seats } = snapshotAt(trace.length - 1, trace.end);
  return seats.reduce((sum, { held }) => sum + Math.max(held - 1, 0), 0);
}

const isOver = (state: TaskState): boolean =>
  state === "done" || state === "failed" || state === "cancelled" || state === "pending";
