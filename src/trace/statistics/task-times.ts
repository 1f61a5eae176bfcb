import type { Milliseconds } from "#base/units.ts";
import { topLevelTasks, waitOf } from "#scenario/defaults.ts";
import type { TraceModel } from "../model-types.ts";
import { MAIN, type TaskId } from "../trace.ts";

/** The states in which a task can still get on, in the order in which they are shown. */
export const LIVING_STATES = ["ready", "running", "suspended", "blocked"] as const;
export type LivingState = (typeof LIVING_STATES)[number];

/** How long each task was in each of them, in ms by TaskId; the main program's row stays empty. */
export type TaskTimes = Readonly<Record<LivingState, Float64Array>>;

/** Adds up the spans of every task. A called body's times are those of the task that ran it meanwhile. O(spans). */
export function measureTasks({ spanRows, taskCount }: TraceModel): TaskTimes {
  const column = () => new Float64Array(taskCount);
  const times = { ready: column(), running: column(), suspended: column(), blocked: column() };
  for (let row = 0; row < spanRows.count; row++) {
    const task = spanRows.taskAt(row);
    const state = spanRows.stateAt(row);
    const isLiving = state === "ready" || state === "running" || state === "suspended" || state === "blocked";
    if (task === MAIN || !isLiving) continue;
    const length = spanRows.endAt(row) - spanRows.startAt(row);
    if (length > 0) times[state][task] = (times[state][task] as number) + length;
  }
  return times;
}

/** All of a task's times together. */
export function sumOf(times: TaskTimes, task: TaskId): Milliseconds {
  return LIVING_STATES.reduce((sum, state) => sum + (times[state][task] as number), 0);
}

/**
 * Which rows count when tasks are added up: those of tasks on their own account, not those of bodies that repeat what
 * their caller does, and not the main program's. Only where the main program awaits coroutines directly, without tasks,
 * are its bodies what there is to count.
 */
export function countedRows({ scenario, spanRows }: TraceModel): (row: number) => boolean {
  const isDirect = scenario.mode === "async" && waitOf(scenario).style === "direct";
  if (!isDirect) return (row) => spanRows.taskAt(row) !== MAIN && !spanRows.isRepeatedAt(row);
  const direct = new Uint8Array(scenario.tasks.length + 1);
  const awaited = new Set(topLevelTasks(scenario));
  for (const [index, task] of scenario.tasks.entries()) if (awaited.has(task)) direct[index + 1] = 1;
  return (row) => {
    const task = spanRows.taskAt(row);
    return task !== MAIN && (direct[task] === 1 || !spanRows.isRepeatedAt(row));
  };
}
