import type { LivingState, TaskTimes } from "#trace/statistics/task-times.ts";
import type { TaskId } from "#trace/trace.ts";

/** By which column rows stand, and whether the least comes first; undefined = in the scenario's order. */
export type SortOrder = { readonly by: LivingState; readonly ascending: boolean } | undefined;

/** The tasks in that order; equal ones stay in the scenario's. */
export function sortTasks(times: TaskTimes, order: SortOrder): Uint32Array {
  const tasks = Uint32Array.from({ length: times.ready.length - 1 }, (_, index) => index + 1);
  if (order === undefined) return tasks;
  const column = times[order.by];
  const sign = order.ascending ? 1 : -1;
  const timeOf = (task: TaskId) => column[task] as number;
  return tasks.sort((a, b) => sign * (timeOf(a) - timeOf(b)) || a - b);
}

/** What a press on a column's head makes of the order: most first, then least first, then as they were. */
export function pressColumn(order: SortOrder, by: LivingState): SortOrder {
  if (order?.by !== by) return { by, ascending: false };
  return order.ascending ? undefined : { by, ascending: true };
}
