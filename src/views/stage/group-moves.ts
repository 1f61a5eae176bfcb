import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex } from "#trace/trace.ts";

/** Where a task is on a stage that only counts. */
export type Spot = "queue" | "seat" | "hang" | "ended";

export interface GroupMove {
  readonly from: Spot;
  readonly to: Spot;
  readonly count: number;
}

const SPOTS: Readonly<Record<TaskState, Spot | undefined>> = {
  absent: undefined,
  created: "queue",
  ready: "queue",
  running: "seat",
  blocked: "seat",
  suspended: "hang",
  done: "ended",
  failed: "ended",
  cancelled: "ended",
  pending: "ended",
};

/** More events than this between two pictures cannot be told one by one; they are a jump. */
const MOST_EVENTS = 5000;

/**
 * How many tasks went from where to where between two steps (in either order), each counted once: from its first place
 * to its last.
 */
export function movesBetween(model: TraceModel, from: StepIndex, to: StepIndex): readonly GroupMove[] {
  const [first, last] = from < to ? [from, to] : [to, from];
  if (last - first > MOST_EVENTS) return [];
  const moved = new Set<number>();
  for (let step = first + 1; step <= last; step++) {
    const task = model.trace.taskAt(step);
    if (task > MAIN) moved.add(task);
  }
  const counts = new Map<string, { from: Spot; to: Spot; count: number }>();
  for (const task of moved) {
    const start = SPOTS[model.stateAt(task, from)];
    const end = SPOTS[model.stateAt(task, to)];
    if (start === undefined || end === undefined || start === end) continue;
    const move = counts.get(`${start} ${end}`) ?? { from: start, to: end, count: 0 };
    move.count += 1;
    counts.set(`${start} ${end}`, move);
  }
  return [...counts.values()];
}
