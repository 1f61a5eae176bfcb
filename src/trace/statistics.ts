import type { Milliseconds } from "#base/units.ts";
import type { TaskState, TraceModel } from "./model-types.ts";
import { MAIN, type TaskId } from "./trace.ts";

/** What a run took and used, in numbers that two runs are compared by. */
export interface RunStatistics {
  /** From the first moment to the last. */
  readonly makespan: Milliseconds;
  /** How long threads were held by tasks, running or blocked, summed over threads; the main program not counted. */
  readonly threadTimeHeld: Milliseconds;
  /** The part of `threadTimeHeld` in which the thread only waited. */
  readonly threadTimeBlocked: Milliseconds;
  /** The greatest number of tasks that had begun and not ended at one moment. */
  readonly greatestInFlight: number;
  /** How often a thread went over from one piece of work to the next. */
  readonly switches: number;
}

/** How long a task was in each of the states in which it could still get on. */
export type TaskTimes = Readonly<Record<"ready" | "running" | "suspended" | "blocked", Milliseconds>>;

/** O(holds + spans). */
export function measureRun(model: TraceModel): RunStatistics {
  let threadTimeHeld = 0;
  let threadTimeBlocked = 0;
  let switches = 0;
  const last = model.trace.length - 1;
  const seats = last < 0 ? [] : model.snapshotAt(last, model.trace.timeAt(last)).seats;
  for (const { thread, held } of seats) {
    switches += Math.max(held - 1, 0);
    for (let nth = 0; nth < model.holdCount(thread.id); nth++) {
      const { task, callback, state, start, end } = model.holdAt(thread.id, nth);
      if (task === MAIN && callback === undefined) continue;
      threadTimeHeld += end - start;
      if (state === "blocked") threadTimeBlocked += end - start;
    }
  }
  const greatestInFlight = countInFlight(model);
  return { makespan: model.total, threadTimeHeld, threadTimeBlocked, greatestInFlight, switches };
}

/** O(spans of the task). */
export function measureTask(model: TraceModel, task: TaskId): TaskTimes {
  const times = { ready: 0, running: 0, suspended: 0, blocked: 0 };
  for (let nth = 0; nth < model.spanCount(task); nth++) {
    const { state, start, end } = model.spanAt(task, nth);
    if (state in times) times[state as keyof TaskTimes] += end - start;
  }
  return times;
}

function countInFlight(model: TraceModel): number {
  const begun: number[] = [];
  const ended: number[] = [];
  for (let task = MAIN + 1; task < model.taskCount; task++) {
    const life = model.spansOf(task).filter(({ state }) => !isBefore(state));
    const first = life[0];
    if (first === undefined || isAfter(first.state)) continue;
    begun.push(first.from);
    ended.push(life.find(({ state }) => isAfter(state))?.from ?? model.trace.length);
  }
  begun.sort((a, b) => a - b);
  ended.sort((a, b) => a - b);
  let greatest = 0;
  let over = 0;
  for (const [nth, step] of begun.entries()) {
    while ((ended[over] as number) <= step) over += 1;
    greatest = Math.max(greatest, nth + 1 - over);
  }
  return greatest;
}

/** Ready again after an await is in flight, too; but no span before the first running one can be that. */
const isBefore = (state: TaskState): boolean => state === "created" || state === "ready";
const isAfter = (state: TaskState): boolean =>
  state === "done" || state === "failed" || state === "cancelled" || state === "pending";
