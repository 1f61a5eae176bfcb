import type { CssPixels } from "#base/units.ts";
import type { Span, TaskState, TraceModel } from "#trace/model-types.ts";
import { paintShares } from "#trace/time-shares/paint-shares.ts";
import { SHARED_STATES, sumTimeShares } from "#trace/time-shares/time-shares.ts";

/** A state that has a colour in the overview. Waiting to be made and having ended leave the strip empty. */
export type ShownState = "ready" | "running" | "suspended" | "blocked" | "failed" | "cancelled";

/**
 * The whole run in miniature, on a truly linear axis: a bar for every stretch of a task's life that shows.
 *
 *     row 0  ▌━━━━━━━━━━━━━━━━━━━━━▌  ███   ▌ running (an instant), ━ suspended, █ its callback holds the thread
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
      const extent = extentOf(model, model.spanAt(task, k), width);
      if (extent !== undefined) bars.push({ row: task - 1, ...extent });
    }
  return { rows: tasks, bars: [...bars, ...callbackBars(model, width)] };
}

/** A callback is no part of its task's life, yet while it runs it holds the thread; in its task's row nothing else is then. */
function callbackBars(model: TraceModel, width: CssPixels): readonly Bar[] {
  if (!model.scenario.tasks.some(({ callbacks }) => callbacks?.length)) return [];
  const holds = model.threads.flatMap(({ id }) => model.holdsOf(id));
  return holds.flatMap((hold) => {
    const extent = hold.callback === undefined ? undefined : extentOf(model, hold, width);
    return extent === undefined ? [] : [{ row: hold.task - 1, ...extent }];
  });
}

function extentOf(
  model: TraceModel,
  { state, start, end }: Pick<Span, "state" | "start" | "end">,
  width: CssPixels,
): Omit<Bar, "row"> | undefined {
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

/** A column of so many px is one cell of a crowd. */
const CELL: CssPixels = 2;

/** Many tasks to a row: the area of each state is the time that the row's tasks spend in it. */
function layOutCrowd(model: TraceModel, width: CssPixels, most: number): Overview {
  const columns = Math.max(1, Math.floor(width / CELL));
  const everyone = { count: model.taskCount - 1, taskAt: (row: number) => row + 1 };
  const shares = sumTimeShares(model, everyone, most, columns);
  const rows = shares.groups;
  const cells = new Uint8Array(columns * rows);
  paintShares(shares, { cells, columns, from: 0, to: 1, firstColumn: 0 });
  const bars: Bar[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let x = 0, start = 0; x < columns; x += 1) {
      const kind = cells[row * columns + x] as number;
      if (x + 1 < columns && cells[row * columns + x + 1] === kind) continue;
      const state = SHARED_STATES[kind];
      const cell = width / columns;
      if (state !== undefined) bars.push({ row, state, x: start * cell, width: (x + 1 - start) * cell });
      start = x + 1;
    }
  return { rows, bars };
}
