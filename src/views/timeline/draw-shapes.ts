import type { CssPixels } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import type { TaskState } from "#trace/model-types.ts";
import type { Box, Pen } from "#ui/canvas/pen.ts";

/** A solid block; even an instant on a true scale leaves a line. */
export function drawBlock(ctx: Pen, [x, y, width, height]: Box, color: string, unit: number): void {
  ctx.fillStyle = color;
  if (width < 4 * unit) {
    // Too narrow for its corners to be seen, and there may be hundreds of these.
    ctx.fillRect(x, y, Math.max(width, 2 * unit), height);
    return;
  }
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 3 * unit);
  ctx.fill();
}

/** A dotted hairline that begins with an open dot. */
export function drawDotted(
  ctx: Pen,
  x1: CssPixels,
  x2: CssPixels,
  y: CssPixels,
  palette: Palette,
  [left, right]: readonly [left: CssPixels, right: CssPixels] = [x1, x2],
): void {
  const { unit, panel, states } = palette;
  const dot = 4.5 * unit;
  ctx.save();
  ctx.strokeStyle = states.created.graphic;
  ctx.lineWidth = 2 * unit;
  ctx.setLineDash([2 * unit, 2.5 * unit]);
  ctx.beginPath();
  ctx.moveTo(Math.max(x1, x1 + Math.floor((left - x1) / dot) * dot), y);
  ctx.lineTo(Math.min(x2, right), y);
  ctx.stroke();
  ctx.lineWidth = 1.5 * unit;
  ctx.setLineDash([2 * unit, 1.6 * unit]);
  ctx.beginPath();
  ctx.arc(x1, y, 3.5 * unit, 0, 2 * Math.PI);
  ctx.fillStyle = panel;
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}

/** A filled dot with an optional rim. */
export function drawDot(
  ctx: Pen,
  x: CssPixels,
  y: CssPixels,
  radius: CssPixels,
  fill: string,
  rim?: { readonly color: string; readonly width: CssPixels },
): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  if (!rim) return;
  ctx.strokeStyle = rim.color;
  ctx.lineWidth = rim.width;
  ctx.stroke();
}

/** A callback's mark. */
export function drawDiamond(ctx: Pen, x: CssPixels, y: CssPixels, radius: CssPixels, color: string): void {
  ctx.beginPath();
  ctx.moveTo(x, y - radius);
  ctx.lineTo(x + radius, y);
  ctx.lineTo(x, y + radius);
  ctx.lineTo(x - radius, y);
  ctx.closePath();
  ctx.fillStyle = color;
  ctx.fill();
}

/** Which states are drawn as a glyph rather than a stretch. */
export const isCap = (state: TaskState): boolean =>
  state === "done" || state === "failed" || state === "cancelled" || state === "pending";
