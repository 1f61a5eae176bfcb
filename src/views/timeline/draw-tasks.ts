import type { CssPixels } from "#base/units.ts";
import type { TaskId } from "#trace/trace.ts";
import { depthRoom, drawCable, sagOf } from "#ui/marks/draw-cable.ts";
import { drawBeads, drawHatch } from "#ui/marks/draw-patterns.ts";
import { dropsOf } from "./draw-drops.ts";
import { drawGlyph } from "./draw-glyph.ts";
import { drawLabel } from "./draw-label.ts";
import { drawPlate } from "./draw-plate.ts";
import { drawBlock, drawDot, drawDotted, isCap } from "./draw-shapes.ts";
import { canvasX, type Frame, freezesLoop, inView, isUncovered, viewLeft, viewRight } from "./frame.ts";
import { placeLabel } from "./label-place.ts";
import { taskY, visibleRows } from "./lane-layout.ts";
import { placeFromStretch, placeInStretch } from "./place-in-stretch.ts";
import { spanText } from "./span-text.ts";
import { textWidth } from "./text.ts";
import { spansOfLane } from "./visible.ts";

/** What lies under the thread line: all that holds no thread. */
export function drawWaiting(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, model } = frame;
  const { unit, states } = palette;
  const y = taskY(layout, task, frame.scrollY);
  for (const { row, x1, x2 } of spansOfLane(frame, task)) {
    if (x2 - x1 < unit) continue;
    const state = model.spanRows.stateAt(row);
    if (state === "created") drawDotted(ctx, x1, x2, y, palette, inView(frame));
    else if (state === "ready") {
      drawBeads(ctx, x1, x2, y, states.ready.graphic, unit, inView(frame));
      drawReadyLabel(frame, [x1, x2, y], task, row);
    } else if (state === "suspended") drawSuspended(frame, row, x1, x2, y);
  }
}

/** What lies over the thread line: what holds a thread, and the pegs of the cables. */
export function drawHolding(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, model } = frame;
  const { unit, states } = palette;
  const y = taskY(layout, task, frame.scrollY);
  const height = layout.taskBlock;
  for (const { row, x1, x2 } of spansOfLane(frame, task)) {
    const state = model.spanRows.stateAt(row);
    if (state === "running") drawRunning(frame, row, x1, x2, y);
    else if (state === "blocked") drawBlocked(frame, row, x1, x2, y);
    else if (state === "suspended" && x2 - x1 >= unit)
      for (const x of [x1, x2]) drawDot(ctx, x, y - height * 0.42, 3.6 * unit, states.suspended.graphic);
  }
}

/** How it ended: a sign that stands right of the moment. */
export function drawEnding(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, model } = frame;
  const { unit, states } = palette;
  const last = model.spanCount(task) - 1;
  // Whatever ends a task is its last span.
  if (last < 0) return;
  const row = model.spanRow(task, last);
  const state = model.spanRows.stateAt(row);
  if (!isCap(state)) return;
  const y = taskY(layout, task, frame.scrollY);
  const cap = Math.min(palette.size === "compact" ? 15 * unit : 18 * unit, layout.taskBlock);
  const x1 = canvasX(frame, model.spanRows.fromAt(row));
  const x = palette.size === "compact" ? x1 + cap * 0.1 : x1 + 6 * unit + cap / 2;
  if (x + cap > viewLeft(frame) && x1 <= viewRight(frame)) drawGlyph(ctx, state, x, y, cap, states[state]);
}

/** In the design's px: what is narrower has no room for a word, and is not asked for one. */
const LEAST_LABELLED = 30;

const CABLE_WIDTH = 2.5;
/** How far the brackets and tails of a line reach below its middle, in em. */
const BELOW_MIDDLE = 0.6;

/** A lane's axis where the task is not there yet, and after it has ended. */
export function drawAxis(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, model } = frame;
  const count = model.spanCount(task);
  const y = Math.round(taskY(layout, task, frame.scrollY));
  const left = viewLeft(frame);
  const right = viewRight(frame);
  ctx.fillStyle = palette.line;
  const rule = (from: CssPixels, to: CssPixels) => {
    const start = Math.max(left, from);
    const end = Math.min(right, to);
    if (end > start) ctx.fillRect(start, y, end - start, 1);
  };
  if (count === 0) {
    rule(left, right);
    return;
  }
  const { spanRows } = model;
  const last = model.spanRow(task, count - 1);
  rule(left, canvasX(frame, spanRows.fromAt(model.spanRow(task, 0))) - 6 * palette.unit);
  if (isCap(spanRows.stateAt(last))) rule(canvasX(frame, spanRows.fromAt(last)) + 28 * palette.unit, right);
}

/** Does a thread cross these px of a task's lane, on its way to a lower one? */
function isCrossed(frame: Frame, task: TaskId, from: CssPixels, to: CssPixels): boolean {
  const { layout, scrollY } = frame;
  const [, last] = visibleRows(layout, scrollY);
  const row = layout.order.rowOf(task) ?? last;
  for (let below = row + 1; below <= last; below++)
    if (dropsOf(frame, layout.order.taskAt(below)).some((x) => x > from && x < to)) return true;
  return false;
}

function drawReadyLabel(
  frame: Frame,
  [x1, x2, y]: readonly [CssPixels, CssPixels, CssPixels],
  task: TaskId,
  row: number,
): void {
  const { ctx, palette, layout, model, selected, stateNames } = frame;
  const { unit } = palette;
  const activity = model.spanRows.activityAt(row);
  // The beads are the message: enough of them must be left on both sides.
  // Who only waits for its next slice has many such stretches: its words wait for a long one.
  const least = (activity === undefined ? 64 : 200) * unit;
  if (layout.taskBlock <= 14 * unit || x2 - x1 < least) return;
  const style = { size: palette.small, color: palette.states.ready.text };
  const room = [x1 + 20 * unit, x2 - 20 * unit] as const;
  const indent = { share: 0, least: 6 * unit };
  for (const text of [spanText(frame, row), stateNames.ready]) {
    const width = textWidth(ctx, palette, text, style) + 12 * unit;
    if (x2 - x1 < width + least) continue;
    const clear = placeInStretch(frame, room, width, indent);
    const x = clear ?? placeFromStretch(frame, room, width, indent);
    if (x === undefined || (clear === undefined && isCrossed(frame, task, x, x + width))) continue;
    ctx.fillStyle = task === selected ? palette.bg : palette.panel;
    ctx.fillRect(x, y - 10 * unit, width, 20 * unit);
    drawLabel(frame, text, x + 6 * unit, y, style);
    return;
  }
}

function drawSuspended(frame: Frame, row: number, x1: CssPixels, x2: CssPixels, y: CssPixels): void {
  const { ctx, palette, layout, stateNames } = frame;
  const { unit, states } = palette;
  const sag = sagOf(layout.taskBlock, x2 - x1, unit);
  const top = y - layout.taskBlock * 0.42;
  const cable = { x1, x2, y: top, sag };
  drawCable(ctx, cable, states.suspended, CABLE_WIDTH * unit, inView(frame));
  const style = { size: palette.small, color: states.suspended.text };
  if (sag <= style.size * 1.5) return;
  if (x2 - x1 < LEAST_LABELLED * unit) return;
  // Higher up there is more room between the two halves of the rope.
  const [usual, high] = [sag * 0.39, Math.min(sag * 0.39, style.size * 0.62)];
  for (const text of [spanText(frame, row), stateNames.suspended])
    for (const middle of [usual, high]) {
      const room = depthRoom(cable, middle + style.size * BELOW_MIDDLE + CABLE_WIDTH * unit);
      const width = textWidth(ctx, palette, text, style);
      const x = room && placeInStretch(frame, room, width, { from: x1, share: 0.2, least: 12 * unit });
      if (x === undefined) continue;
      drawLabel(frame, text, x, top + middle, style);
      return;
    }
}

function drawRunning(frame: Frame, row: number, x1: CssPixels, x2: CssPixels, y: CssPixels): void {
  const { ctx, palette, layout } = frame;
  const height = layout.taskBlock;
  drawBlock(ctx, [x1, y - height / 2, x2 - x1, height], palette.states.running.graphic, palette.unit);
  if (x2 - x1 < LEAST_LABELLED * palette.unit) return;
  const text = spanText(frame, row);
  if (text === "") return;
  drawLabelOnBlock(frame, text, x1, x2, y, palette.states.running.on);
}

function drawLabelOnBlock(
  frame: Frame,
  text: string,
  x1: CssPixels,
  x2: CssPixels,
  y: CssPixels,
  color: string,
): void {
  const { ctx, palette, now, paused } = frame;
  const { unit } = palette;
  const style = { size: Math.min(palette.small, frame.layout.taskBlock * 0.7), color, weight: 600 as const };
  const width = textWidth(ctx, palette, text, style);
  const x = placeLabel({
    preferred: Math.max(x1, viewLeft(frame)) + 18 * unit,
    width,
    from: Math.max(x1, viewLeft(frame)) + 8 * unit,
    to: Math.min(x2, viewRight(frame)) - 8 * unit,
    avoid: paused ? now : undefined,
    margin: 9 * unit,
  });
  if (x !== undefined && isUncovered(frame, x + width))
    drawLabel(frame, text, x, y, { ...style, ahead: palette.ink });
}

function drawBlocked(frame: Frame, row: number, x1: CssPixels, x2: CssPixels, y: CssPixels): void {
  const { ctx, palette, layout, stateNames } = frame;
  const tape = freezesLoop(frame);
  const height = layout.taskBlock;
  const colors = palette.states.blocked;
  const box = [x1, y - height / 2, Math.max(x2 - x1, 2 * palette.unit), height] as const;
  if (x2 - x1 < 5 * palette.unit) {
    drawBlock(ctx, box, colors.graphic, palette.unit);
    return;
  }
  drawHatch(ctx, box, colors, tape ? "tape" : "calm", palette.unit, inView(frame));
  if (x2 - x1 < LEAST_LABELLED * palette.unit) return;
  const call = spanText(frame, row);
  drawPlate(frame, box, { strong: stateNames.blocked, call, mono: true }, tape);
}
