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
  return keysOf(model, (task) => {
    const begun = spansBegunBy(model, task, step);
    return begun === 0 ? RANK.absent : RANK[spanRows.stateAt(model.spanRow(task, begun - 1))];
  });
}

/** The step at which each task first ran. A step, not a time: of what starts in one instant, too, one comes first. */
export function firstRuns(model: TraceModel): LaneKeys {
  const { spanRows } = model;
  return keysOf(model, (task) => {
    const count = model.spanCount(task);
    for (let k = 0; k < count; k++) {
      const row = model.spanRow(task, k);
      const state = spanRows.stateAt(row);
      if (state === "running" || state === "blocked") return spanRows.fromAt(row);
    }
    return NEVER;
  });
}

/** How long each task lived, in ms: from its first event to its end, or to the end of the run if it has none. */
export function lifetimes(model: TraceModel): LaneKeys {
  const { spanRows, total } = model;
  return keysOf(model, (task) => {
    const count = model.spanCount(task);
    if (count === 0) return NEVER;
    const last = model.spanRow(task, count - 1);
    const state = spanRows.stateAt(last);
    const isOver = state === "done" || state === "failed" || state === "cancelled";
    return (isOver ? spanRows.startAt(last) : total) - spanRows.startAt(model.spanRow(task, 0));
  });
}

/** How many of a task's spans have begun by a step. */
function spansBegunBy(model: TraceModel, task: TaskId, step: StepIndex): number {
  let low = 0;
  let high = model.spanCount(task);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (model.spanRows.fromAt(model.spanRow(task, middle)) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keysOf({ taskCount }: TraceModel, keyOf: (task: TaskId) => number): LaneKeys {
  const keys = new Float64Array(taskCount);
  for (let task = 0; task < taskCount; task++) keys[task] = keyOf(task);
  return keys;
}
