import type { CssPixels, Milliseconds } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Pen } from "#ui/canvas/pen.ts";
import { drawCable, sagOf } from "#ui/marks/draw-cable.ts";
import { drawBeads, drawHatch } from "#ui/marks/draw-patterns.ts";
import type { LanePlace } from "./lanes-of.ts";

/** What one lane is drawn with. */
export interface Lane {
  readonly pen: Pen;
  readonly palette: Palette;
  readonly model: TraceModel;
  readonly place: LanePlace;
  /** The middle of the lane. */
  readonly y: CssPixels;
  x(time: Milliseconds): CssPixels;
}

/** Of a step that takes no time, in the design's px: less could not be seen. */
const INSTANT = 3;

/** How much of a lane a plain bar fills: what holds a thread is thick, what does not is thin. */
const THICKNESS: Readonly<Partial<Record<TaskState, number>>> = {
  running: 0.84,
  blocked: 0.84,
  failed: 0.84,
  suspended: 0.3,
  ready: 0.3,
  cancelled: 0.3,
};

/** What holds no thread first: what holds one lies over it. */
export function drawLane(lane: Lane, task: TaskId): void {
  const { model } = lane;
  const rows = Array.from({ length: model.spanCount(task) }, (_, k) => model.spanRow(task, k));
  const draw = lane.place.hasShapes ? drawShape : drawBar;
  const isHolding = (state: TaskState) => state === "running" || state === "blocked" || state === "failed";
  for (const holds of [false, true])
    for (const row of rows) {
      const state = model.spanRows.stateAt(row);
      if (isHolding(state) !== holds) continue;
      draw(lane, state, lane.x(model.spanRows.startAt(row)), lane.x(model.spanRows.endAt(row)));
    }
}

function drawBar({ pen, palette, place, y }: Lane, state: TaskState, x1: CssPixels, x2: CssPixels): void {
  const thickness = THICKNESS[state];
  if (thickness === undefined) return;
  const isInstant = state === "failed" || state === "cancelled" || x2 - x1 < palette.unit;
  if (isInstant && thickness < 0.8 && state !== "cancelled") return;
  const height = Math.max(1, place.pitch * thickness);
  pen.fillStyle = palette.states[state].graphic;
  pen.fillRect(x1, y - height / 2, isInstant ? palette.unit : x2 - x1, height);
}

function drawShape(lane: Lane, state: TaskState, x1: CssPixels, x2: CssPixels): void {
  const { pen, palette, place, y } = lane;
  const { unit, states } = palette;
  const { block } = place;
  const isLong = x2 - x1 >= 2 * unit;
  switch (state) {
    case "created":
      if (isLong) drawDots(lane, x1, x2);
      return;
    case "ready":
      if (isLong) drawBeads(pen, x1, x2, y, states.ready.graphic, unit);
      return;
    case "suspended": {
      if (!isLong) return;
      const sag = sagOf(block, x2 - x1, unit) * 0.9;
      drawCable(pen, { x1, x2, y: y - block * 0.42, sag }, states.suspended, 2 * unit);
      return;
    }
    case "running":
      drawRunning(lane, x1, x2);
      return;
    case "blocked": {
      const box = [x1, y - block / 2, x2 - x1, block] as const;
      if (isLong) drawHatch(pen, box, states.blocked, freezesLoop(lane) ? "tape" : "calm", unit);
      return;
    }
    case "failed":
    case "cancelled":
      drawEnding(lane, state, x1);
      return;
  }
}

/** A wait that keeps the one thread of a loop stops everybody; elsewhere only its own. */
const freezesLoop = ({ model }: Lane): boolean => model.scenario.mode === "async";

function drawDots({ pen, palette, y }: Lane, x1: CssPixels, x2: CssPixels): void {
  const { unit, states } = palette;
  pen.strokeStyle = states.created.graphic;
  pen.lineWidth = 1.5 * unit;
  pen.setLineDash([2 * unit, 4 * unit]);
  pen.beginPath();
  pen.moveTo(x1, y);
  pen.lineTo(x2, y);
  pen.stroke();
  pen.setLineDash([]);
}

function drawRunning({ pen, palette, place, y }: Lane, x1: CssPixels, x2: CssPixels): void {
  const { unit, states } = palette;
  const width = Math.max(INSTANT * unit, x2 - x1);
  pen.fillStyle = states.running.graphic;
  pen.fillRect((x1 + x2 - width) / 2, y - place.block / 2 - unit / 2, width, place.block + unit);
}

/** Of failures and cancellations a mark as high as the lane, crossed or hollow; those that are done need none. */
function drawEnding({ pen, palette, place, y }: Lane, state: "failed" | "cancelled", x: CssPixels): void {
  const { unit, states } = palette;
  const size = Math.min(place.block, 14 * unit);
  const left = x + 2 * unit;
  if (state === "failed") {
    pen.fillStyle = states.failed.graphic;
    pen.fillRect(left, y - size / 2, size, size);
  }
  pen.strokeStyle = state === "failed" ? states.failed.on : states.cancelled.graphic;
  pen.lineWidth = 1.5 * unit;
  const inset = size * 0.28;
  pen.beginPath();
  if (state === "cancelled") pen.arc(left + size / 2, y, size / 2 - unit, 0, 2 * Math.PI);
  pen.moveTo(left + inset, y - size / 2 + inset);
  pen.lineTo(left + size - inset, y + size / 2 - inset);
  if (state === "failed") {
    pen.moveTo(left + size - inset, y - size / 2 + inset);
    pen.lineTo(left + inset, y + size / 2 - inset);
  }
  pen.stroke();
}
