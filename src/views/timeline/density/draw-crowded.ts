import type { CssPixels } from "#base/units.ts";
import type { TaskId } from "#trace/trace.ts";
import { type Frame, viewLeft, viewRight } from "../frame.ts";
import { taskY } from "../lane-layout.ts";
import { spansIn, spansInView } from "../visible.ts";
import { CELL } from "./draw-shares.ts";
import { forEachPiece, type ToldApart, timesOfTask } from "./sum-times.ts";

/** With more spans than one for so many px in view, a lane is drawn as shares of its time. */
const LEAST_APART: CssPixels = 4;
/** A share that is lower than this is not seen. */
const LEAST: CssPixels = 0.5;
/** A cell that waited for less of its time does not say so. */
const LEAST_WAIT = 0.01;

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
  const y = taskY(layout, task, scrollY);
  const block = layout.taskBlock;
  // Cells are counted from the run's beginning, so that they stand still while one scrolls.
  const first = Math.floor(scrollX / CELL);
  const last = Math.ceil((viewRight(frame) - palette.gutter + scrollX) / CELL);
  const cells = { first, last, length: CELL / scale.pixelsPerMs, end: model.total };
  forEachPiece(timesOfTask(model, task), cells, (cell, shares) => {
    const x = palette.gutter + cell * CELL - scrollX;
    const fill = (state: ToldApart, height: CssPixels, bottom: CssPixels) => {
      if (height < LEAST) return;
      ctx.fillStyle = palette.states[state].graphic;
      ctx.fillRect(x, bottom - height, CELL, height);
    };
    const [running = 0, blocked = 0, suspended = 0, ready = 0] = Array.from(shares);
    const bottom = y + ((running + blocked) * block) / 2;
    const waits = suspended + ready > LEAST_WAIT ? 2 * palette.unit : 0;
    fill(suspended >= ready ? "suspended" : "ready", waits, y + palette.unit);
    fill("running", running * block, bottom);
    fill("blocked", blocked * block, bottom - running * block);
  });
}
