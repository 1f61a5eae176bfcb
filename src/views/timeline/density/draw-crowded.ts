import { type CssPixels, type TraceTime, traceTime } from "#base/units.ts";
import type { TaskId } from "#trace/trace.ts";
import { type Frame, viewLeft, viewRight } from "../frame.ts";
import { taskY } from "../lane-layout.ts";
import { spansIn, spansInView } from "../visible.ts";
import { CELL } from "./draw-shares.ts";
import { TOLD_APART, type ToldApart, timesOfTask } from "./sum-times.ts";

/** With more spans than one for so many px in view, a lane is drawn as shares of its time. */
const LEAST_APART: CssPixels = 4;
/** A share that is lower than this is not seen. */
const LEAST: CssPixels = 0.5;

/** Are there so many spans of a task in view that shapes would run into one another? */
export function isLaneCrowded(frame: Frame, task: TaskId): boolean {
  const { model, scale, live } = frame;
  const most = (viewRight(frame) - viewLeft(frame)) / LEAST_APART;
  if (scale.magnified || live || model.spanCount(task) <= most) return false;
  const [first, after] = spansInView(frame, spansIn(frame, task));
  return after - first > most;
}

/**
 * A lane with more spans than pixels: each cell is as thick as the share of its time in which the task held a thread,
 * and a thin line says what it mostly did in the rest.
 */
export function drawCrowdedLane(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, model, scale, scrollX, scrollY } = frame;
  const times = timesOfTask(model, task);
  const y = taskY(layout, task, scrollY);
  const block = layout.taskBlock;
  // Cells are counted from the run's beginning, so that they stand still while one scrolls.
  const first = Math.floor(scrollX / CELL);
  const timeAt = (cell: number) => traceTime(Math.min(model.total, (cell * CELL) / scale.pixelsPerMs));
  const sumsAt = (time: TraceTime) => TOLD_APART.map((state) => times.timeUntil(state, time));
  let start = timeAt(first);
  let before = sumsAt(start);
  for (let cell = first; ; cell++) {
    const x = palette.gutter + cell * CELL - scrollX;
    if (x >= viewRight(frame)) return;
    const end = timeAt(cell + 1);
    const sums = sumsAt(end);
    const elapsed = Math.max(1e-9, end - start);
    const [running = 0, blocked = 0, suspended = 0, ready = 0] = sums.map(
      (sum, k) => (sum - (before[k] as number)) / elapsed,
    );
    const bottom = y + ((running + blocked) * block) / 2;
    const rest = suspended >= ready ? "suspended" : "ready";
    fill(rest, suspended + ready > 0.01 ? 2 * palette.unit : 0, y + palette.unit);
    fill("running", running * block, bottom);
    fill("blocked", blocked * block, bottom - running * block);
    [start, before] = [end, sums];

    function fill(state: ToldApart, height: CssPixels, lower: CssPixels) {
      if (height < LEAST) return;
      ctx.fillStyle = palette.states[state].graphic;
      ctx.fillRect(x, lower - height, CELL, height);
    }
  }
}
