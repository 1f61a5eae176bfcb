import type { CssPixels } from "#base/units.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";

/** A state that has a colour in the overview. Waiting to be made and having ended leave the strip empty. */
export type ShownState = "ready" | "running" | "suspended" | "blocked" | "failed" | "cancelled";

/**
 * The whole run in miniature, on a truly linear axis: a bar for every stretch of a task's life that shows.
 *
 *     row 0  ▌━━━━━━━━━━━━━━━━━━━━━▌        ▌ running (an instant), ━ suspended
 *     row 1  ▪▪▪▪▪▪▪▌██████████▌            ▪ ready, █ blocked
 */
export interface Bar {
  readonly row: number;
  readonly state: ShownState;
  /** From the left edge of the plot. */
  readonly x: CssPixels;
  readonly width: CssPixels;
}

export interface Overview {
  readonly rows: number;
  readonly bars: readonly Bar[];
}

/** With more tasks than this, a row stands for several tasks. */
export const OWN_ROWS = 40;
/** An instant is as wide as this, or it could not be seen. */
export const TICK: CssPixels = 3;

const SHOWN: readonly ShownState[] = ["ready", "running", "suspended", "blocked", "failed", "cancelled"];
const isShown = (state: TaskState): state is ShownState => (SHOWN as readonly TaskState[]).includes(state);

/** `width` = the plot's (under 1 while it is hidden), `rows` = how many rows there is room for when there are more tasks than `OWN_ROWS`. */
export function layOutOverview(model: TraceModel, width: CssPixels, rows: number): Overview {
  const tasks = model.taskCount - 1;
  if (width < 1) return { rows: tasks, bars: [] };
  if (tasks > OWN_ROWS) return layOutCrowd(model, Math.floor(width), Math.min(rows, tasks));
  const bars: Bar[] = [];
  for (let task = 1; task <= tasks; task += 1)
    for (let k = 0; k < model.spanCount(task); k += 1) {
      const extent = extentOf(model, task, k, width);
      if (extent !== undefined) bars.push({ row: task - 1, ...extent });
    }
  return { rows: tasks, bars };
}

function extentOf(
  model: TraceModel,
  task: TaskId,
  k: number,
  width: CssPixels,
): Omit<Bar, "row"> | undefined {
  const { state, start, end } = model.spanAt(task, k);
  if (!isShown(state)) return undefined;
  const scale = model.total > 0 ? width / model.total : 0;
  const x = start * scale;
  const isInstant = state === "running" || state === "failed" || state === "cancelled";
  if (isInstant) {
    const long = state === "running" ? (end - start) * scale : 0;
    return { state, x: long > TICK ? x : x - TICK / 2, width: Math.max(TICK, long) };
  }
  return end > start ? { state, x, width: (end - start) * scale } : undefined;
}

/** Of more tasks than this a sample is looked at: what most of a row's tasks do shows in some hundreds of them. */
export const SAMPLE = 4_000;

/**
 * Many tasks to a row: each column shows the state in which most of the row's tasks are, as far as they are looked at.
 */
function layOutCrowd(model: TraceModel, columns: number, rows: number): Overview {
  const tasks = model.taskCount - 1;
  const size = columns + 1;
  // Per row and state: +1 where a task enters it, -1 in the column after it leaves it.
  const changes = new Int32Array(rows * SHOWN.length * size);
  for (const task of sampleOf(tasks, SAMPLE)) {
    const row = Math.floor(((task - 1) * rows) / tasks);
    for (let k = 0; k < model.spanCount(task); k += 1) {
      const extent = extentOf(model, task, k, columns);
      if (extent === undefined) continue;
      const from = Math.max(0, Math.min(columns - 1, Math.floor(extent.x)));
      const to = Math.max(from + 1, Math.min(columns, Math.round(extent.x + extent.width)));
      const base = (row * SHOWN.length + SHOWN.indexOf(extent.state)) * size;
      changes[base + from] = (changes[base + from] as number) + 1;
      changes[base + to] = (changes[base + to] as number) - 1;
    }
  }
  const bars: Bar[] = [];
  for (let row = 0; row < rows; row += 1) bars.push(...barsOfRow(changes, row, columns));
  return { rows, bars };
}

/**
 * At most `most` of the tasks 1 … `tasks`, ascending: one of each of as many equal parts. Where in its part it lies
 * moves on by the golden ratio, or a workload that repeats itself every few tasks would show one kind of them only.
 */
export function sampleOf(tasks: number, most: number): readonly TaskId[] {
  const part = Math.max(1, tasks / most);
  return Array.from({ length: Math.min(tasks, most) }, (_, k) =>
    part === 1 ? k + 1 : 1 + Math.floor((k + ((k * GOLDEN_RATIO) % 1)) * part),
  );
}

const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

function barsOfRow(changes: Int32Array, row: number, columns: number): Bar[] {
  const counts = SHOWN.map(() => 0);
  const bars: Bar[] = [];
  let start = 0;
  let current: ShownState | undefined;
  for (let x = 0; x <= columns; x += 1) {
    let most: ShownState | undefined;
    let mostCount = 0;
    for (const [s, state] of SHOWN.entries()) {
      const count = (counts[s] as number) + (changes[(row * SHOWN.length + s) * (columns + 1) + x] as number);
      counts[s] = count;
      if (count > mostCount) {
        most = state;
        mostCount = count;
      }
    }
    if (x === columns) most = undefined;
    if (most === current) continue;
    if (current !== undefined) bars.push({ row, state: current, x: start, width: x - start });
    start = x;
    current = most;
  }
  return bars;
}
