import { lowerBound } from "#base/binary-search.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { asGiven, type LaneOrder, orderOf } from "../lane-order.ts";
import { isFilter, type LaneArrangement, looksAtStates, STATE_ORDER } from "./lane-choice.ts";
import { firstRuns, type LaneKeys, lifetimes, NEVER, stateRanks } from "./lane-keys.ts";

/** What lanes are arranged by: the states at a step, and the times of a run. */
export interface LaneFacts {
  /** The run whose states are looked at. */
  readonly model: TraceModel;
  readonly step: StepIndex;
  /** The run whose times count: of one that is still growing, its prediction, so that no lane jumps while it grows. */
  readonly timed: TraceModel;
}

/** The lanes that were asked for, in the order that was asked for; equals stay in the order of the scenario. */
export function arrangeLanes({ model, step, timed }: LaneFacts, choice: LaneArrangement): LaneOrder {
  const { taskCount } = model;
  const { sort, direction } = choice;
  if (!isFilter(choice) && sort === "given" && direction === "ascending") return asGiven(taskCount - 1);
  const ranks = looksAtStates(choice) ? stateRanks(model, step) : undefined;
  const tasks = filterTasks(model, choice, ranks);
  switch (sort) {
    case "given":
      return orderOf(direction === "ascending" ? tasks : tasks.reverse(), taskCount);
    case "start":
      return orderOf(sortTasks(tasks, firstRuns(timed), direction), taskCount);
    case "state":
      return orderOf(sortTasks(tasks, ranks as LaneKeys, direction), taskCount);
    case "duration":
      return orderOf(sortTasks(tasks, lifetimes(timed), direction), taskCount);
  }
}

function filterTasks(
  { taskCount, trace }: TraceModel,
  choice: LaneArrangement,
  ranks: LaneKeys | undefined,
): Uint32Array {
  const wanted = STATE_ORDER.map((state) => choice.states.length === 0 || choice.states.includes(state));
  const name = choice.name.trim().toLowerCase();
  const tasks = new Uint32Array(taskCount - 1);
  let count = 0;
  for (let task = 1; task < taskCount; task++) {
    if (ranks && !wanted[ranks[task] as number]) continue;
    if (name !== "" && !(trace.names[task] as string).toLowerCase().includes(name)) continue;
    tasks[count++] = task;
  }
  return tasks.subarray(0, count);
}

/**
 * Tasks by their keys; those without one stand last in either direction. Numbers sorted by themselves are many times
 * faster than by a function that compares them: sorted keys tell each task its place.
 */
function sortTasks(tasks: Uint32Array, keys: LaneKeys, direction: LaneArrangement["direction"]): Uint32Array {
  const sign = direction === "ascending" ? 1 : -1;
  const wanted = new Float64Array(tasks.length);
  for (let k = 0; k < tasks.length; k++) {
    const key = keys[tasks[k] as TaskId] as number;
    wanted[k] = key === NEVER ? NEVER : key * sign;
  }
  const sorted = wanted.toSorted();
  const sortedTasks = new Uint32Array(tasks.length);
  /** How many of the same key have their place, at the first of their places. */
  const equals = new Uint32Array(tasks.length);
  for (let k = 0; k < tasks.length; k++) {
    const first = lowerBound(sorted, wanted[k] as number);
    const place = first + (equals[first] as number);
    equals[first] = place - first + 1;
    sortedTasks[place] = tasks[k] as TaskId;
  }
  return sortedTasks;
}
