import type { TaskState, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { STATE_ORDER } from "./lane-choice.ts";

/** What lanes are sorted by: a number for each task, by TaskId. */
export type LaneKeys = Float64Array;

/** The key of what never happened. */
export const NEVER = Number.POSITIVE_INFINITY;

const RANK = Object.fromEntries(STATE_ORDER.map((state, rank) => [state, rank])) as Record<TaskState, number>;

/** The rank, in `STATE_ORDER`, of the state each task is in after a step. */
export function stateRanks(model: TraceModel, step: StepIndex): LaneKeys {
  const { spanRows } = model;
  const { last } = firstAndLastRows(model, step);
  return keysOf(last, (row) => (row === NONE ? RANK.absent : RANK[spanRows.stateAt(row)]));
}

/** The step at which each task first ran. A step, not a time: of what starts in one instant, too, one comes first. */
export function firstRuns({ spanRows, taskCount }: TraceModel): LaneKeys {
  const firsts = new Float64Array(taskCount).fill(NEVER);
  for (let row = 0; row < spanRows.count; row++) {
    const task = spanRows.taskAt(row);
    if (firsts[task] !== NEVER) continue;
    const state = spanRows.stateAt(row);
    if (state === "running" || state === "blocked") firsts[task] = spanRows.fromAt(row);
  }
  return firsts;
}

/** How long each task lived, in ms: from its first event to its end, or to the end of the run if it has none. */
export function lifetimes(model: TraceModel): LaneKeys {
  const { spanRows, total } = model;
  const { first, last } = firstAndLastRows(model, model.trace.length);
  return keysOf(last, (row, task) => {
    if (row === NONE) return NEVER;
    const state = spanRows.stateAt(row);
    const isOver = state === "done" || state === "failed" || state === "cancelled";
    return (isOver ? spanRows.startAt(row) : total) - spanRows.startAt(first[task] as number);
  });
}

const NONE = -1;

/** By TaskId, the first and the last of its spans that have begun by a step; `NONE` where none has. */
function firstAndLastRows({ spanRows, taskCount }: TraceModel, step: StepIndex) {
  const first = new Int32Array(taskCount).fill(NONE);
  const last = new Int32Array(taskCount).fill(NONE);
  for (let row = 0; row < spanRows.count && spanRows.fromAt(row) <= step; row++) {
    const task = spanRows.taskAt(row);
    if (first[task] === NONE) first[task] = row;
    last[task] = row;
  }
  return { first, last };
}

function keysOf(rows: Int32Array, keyOf: (row: number, task: TaskId) => number): LaneKeys {
  const keys = new Float64Array(rows.length);
  for (let task = 0; task < rows.length; task++) keys[task] = keyOf(rows[task] as number, task);
  return keys;
}
