import type { TaskState, TraceModel } from "../model-types.ts";
import type { TaskId } from "../trace.ts";

/** The states whose time is shown where lanes are too low for shapes. Before and after its life a task has none. */
export const SHARED_STATES = [
  "ready",
  "running",
  "suspended",
  "blocked",
] as const satisfies readonly TaskState[];
export type SharedState = (typeof SHARED_STATES)[number];
export const KINDS = SHARED_STATES.length;

/** Lanes from top to bottom. */
interface Lanes {
  readonly count: number;
  taskAt(row: number): TaskId;
}

/**
 * How lanes spend their time, for any stretch of it at once: the lanes in `groups` of neighbours, the run in `bins` of
 * equal length. `sums` holds, for each group and each edge between bins, and for each state, in how many bins' time of
 * an average lane it was up to there; what lies between two moments is the difference of two lookups.
 *
 *     one lane: suspended for 2 bins, then running for 1      edge   0  1  2  3
 *                                                       suspended    0  1  2  2
 *                                                       running      0  0  0  1
 */
export interface TimeShares {
  readonly groups: number;
  readonly bins: number;
  /** `sums[(group * (bins + 1) + edge) * KINDS + state]` */
  readonly sums: Float32Array;
}

/** O(spans + groups · bins). What takes no time has no share of it. */
export function sumTimeShares(model: TraceModel, lanes: Lanes, most: number, bins: number): TimeShares {
  const groups = Math.min(Math.max(1, Math.floor(most)), lanes.count);
  const edges = bins + 1;
  const sums = new Float32Array(groups * edges * KINDS);
  const binsPerMs = model.total > 0 ? bins / model.total : 0;
  // By edge and state, by how much the slope of a group's sum changes: a span changes it at four edges, however long.
  const bends = new Float64Array((edges + 2) * KINDS);
  let row = 0;
  for (let group = 0; group < groups; group++) {
    const first = row;
    const after = Math.floor(((group + 1) * lanes.count) / groups);
    bends.fill(0);
    for (; row < after; row++) bendAt(bends, model, lanes.taskAt(row), binsPerMs, bins);
    for (let kind = 0; kind < KINDS; kind++) {
      let slope = 0;
      let sum = 0;
      for (let edge = 0; edge < edges; edge++) {
        slope += bends[edge * KINDS + kind] as number;
        sum += slope;
        sums[(group * edges + edge) * KINDS + kind] = sum / (after - first);
      }
    }
  }
  return { groups, bins, sums };
}

function bendAt(bends: Float64Array, model: TraceModel, task: TaskId, binsPerMs: number, bins: number): void {
  const { spanRows } = model;
  for (let k = 0; k < model.spanCount(task); k++) {
    const row = model.spanRow(task, k);
    const kind = kindOf(spanRows.stateAt(row));
    if (kind === undefined) continue;
    const start = spanRows.startAt(row) * binsPerMs;
    const end = Math.min(bins, spanRows.endAt(row) * binsPerMs);
    if (end <= start) continue;
    bend(bends, start, 1, kind);
    bend(bends, end, -1, kind);
  }
}

/** From `at` on the sum grows by `by` more in each bin; the first edge after it gets its part of a bin. */
function bend(bends: Float64Array, at: number, by: number, kind: number): void {
  const edge = Math.floor(at) + 1;
  const part = (edge - at) * by;
  bends[edge * KINDS + kind] = (bends[edge * KINDS + kind] as number) + part;
  bends[(edge + 1) * KINDS + kind] = (bends[(edge + 1) * KINDS + kind] as number) + by - part;
}

function kindOf(state: TaskState): number | undefined {
  switch (state) {
    case "ready":
      return 0;
    case "running":
      return 1;
    case "suspended":
      return 2;
    case "blocked":
      return 3;
    default:
      return undefined;
  }
}

/** Which part of a stretch an average lane of a group spent in a state. `from` and `to` in bins. */
export function shareOf(
  shares: TimeShares,
  group: number,
  state: SharedState,
  from: number,
  to: number,
): number {
  const at = (edge: number) => sumAt(shares, group, SHARED_STATES.indexOf(state), edge);
  return to > from ? (at(to) - at(from)) / (to - from) : 0;
}

function sumAt({ sums, bins }: TimeShares, group: number, kind: number, at: number): number {
  const edge = Math.min(bins, Math.max(0, Math.floor(at)));
  const read = (e: number) => sums[(group * (bins + 1) + Math.min(e, bins)) * KINDS + kind] as number;
  return read(edge) + (read(edge + 1) - read(edge)) * Math.min(1, at - edge);
}
