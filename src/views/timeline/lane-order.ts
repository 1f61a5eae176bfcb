import type { TaskId } from "#trace/trace.ts";

/** Which tasks have a lane, top to bottom. A row is a lane's number, from 0. */
export interface LaneOrder {
  readonly count: number;
  taskAt(row: number): TaskId;
  /** Undefined for a task without a lane: one that was filtered out, or the main program. */
  rowOf(task: TaskId): number | undefined;
}

/** A lane for every task of a run, in the order of the scenario. */
export function asGiven(count: number): LaneOrder {
  return {
    count,
    taskAt: (row) => row + 1,
    rowOf: (task) => (task >= 1 && task <= count ? task - 1 : undefined),
  };
}

/** A lane for each of these tasks, in their order. `taskCount`: of the run, main included. */
export function orderOf(tasks: Uint32Array, taskCount: number): LaneOrder {
  /** By TaskId, the row + 1; 0 = no lane. */
  const rows = new Uint32Array(taskCount);
  for (let row = 0; row < tasks.length; row++) rows[tasks[row] as TaskId] = row + 1;
  return {
    count: tasks.length,
    taskAt: (row) => tasks[row] as TaskId,
    rowOf: (task) => (rows[task] ? (rows[task] as number) - 1 : undefined),
  };
}
