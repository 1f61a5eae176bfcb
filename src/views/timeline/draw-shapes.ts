import type { CssPixels } from "#base/units.ts";
import type { TaskState } from "#trace/model-types.ts";
import type { Palette, StateColors } from "./palette.ts";

type Context = CanvasRenderingContext2D;

/** A slack cable between two pegs: its control points lie at 18 % of the width, and it hangs by `sag`. */
const KNEE = 0.18;

/** How deep a cable of this width hangs in a block of this height. */
export const sagOf = (height: CssPixels, width: CssPixels, unit: number): CssPixels =>
  Math.min(height * 0.94, 6 * unit + width * 0.06);

/** Draws the cable from (x1, y) to (x2, y), with the pale cloth above it. */
export function drawHammock(
  ctx: Context,
  [x1, x2, y, sag]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
  colors: StateColors,
  lineWidth: CssPixels,
): void {
  const knee = (x2 - x1) * KNEE;
  // A cubic curve whose two control points lie at 4/3 of the sag hangs by exactly the sag.
  const low = y + (sag * 4) / 3;
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.bezierCurveTo(x1 + knee, low, x2 - knee, low, x2, y);
  ctx.fillStyle = colors.fill;
  ctx.fill();
  ctx.strokeStyle = colors.graphic;
  ctx.lineWidth = lineWidth;
  ctx.stroke();
}

/** Height of the cable of `drawHammock` at x: the curve's parameter is found by halving, its x being monotone. */
export function hammockY(
  x1: CssPixels,
  x2: CssPixels,
  y: CssPixels,
  sag: CssPixels,
  x: CssPixels,
): CssPixels {
  const along = (x - x1) / (x2 - x1);
  let low = 0;
  let high = 1;
  for (let round = 0; round < 24; round++) {
    const s = (low + high) / 2;
    const at = 3 * (1 - s) ** 2 * s * KNEE + 3 * (1 - s) * s * s * (1 - KNEE) + s ** 3;
    if (at < along) low = s;
    else high = s;
  }
  const s = (low + high) / 2;
  return y + 4 * s * (1 - s) * sag;
}

/** Hatches a rectangle: `tape` is the hazard tape of a frozen loop, `calm` the light hatch of a thread that waits. */
export function drawHatch(
  ctx: Context,
  [x, y, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
  colors: StateColors,
  style: "tape" | "calm",
  unit: number,
): void {
  const period = (style === "tape" ? 9 : 6.5) * unit;
  const stripe = period * (style === "tape" ? 0.5 : 0.26);
  const border = (style === "tape" ? 2 : 1.5) * unit;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(x + unit, y + unit, Math.max(0, width - 2 * unit), height - 2 * unit, 2 * unit);
  ctx.fillStyle = colors.fill;
  ctx.fill();
  ctx.lineWidth = border;
  ctx.strokeStyle = colors.graphic;
  ctx.stroke();
  ctx.clip();
  ctx.beginPath();
  const advance = period * Math.SQRT2;
  for (let left = x - height; left < x + width; left += advance) {
    ctx.moveTo(left, y + height);
    ctx.lineTo(left + height, y);
  }
  ctx.lineWidth = stripe;
  ctx.stroke();
  ctx.restore();
}

/** A solid block; even an instant on a true scale leaves a line. */
export function drawBlock(
  ctx: Context,
  [x, y, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
  color: string,
  unit: number,
): void {
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

/** Beads on a wire from x1 to x2. */
export function drawBeads(
  ctx: Context,
  x1: CssPixels,
  x2: CssPixels,
  y: CssPixels,
  color: string,
  unit: number,
): void {
  const width = x2 - x1;
  ctx.strokeStyle = color;
  ctx.lineWidth = unit;
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.lineTo(x2, y);
  ctx.stroke();
  if (width < 6 * unit) return;
  const gap = 9 * unit;
  const count = Math.max(1, Math.floor((width - 3 * unit) / gap));
  const first = x1 + (width - (count - 1) * gap) / 2;
  ctx.fillStyle = color;
  ctx.beginPath();
  for (let bead = 0; bead < count; bead++) {
    const x = first + bead * gap;
    ctx.moveTo(x + 2.7 * unit, y);
    ctx.arc(x, y, 2.7 * unit, 0, 2 * Math.PI);
  }
  ctx.fill();
}

/** A dotted hairline that begins with an open dot. */
export function drawDotted(ctx: Context, x1: CssPixels, x2: CssPixels, y: CssPixels, palette: Palette): void {
  const { unit, panel, states } = palette;
  ctx.save();
  ctx.strokeStyle = states.created.graphic;
  ctx.lineWidth = 2 * unit;
  ctx.setLineDash([2 * unit, 2.5 * unit]);
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.lineTo(x2, y);
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
  ctx: Context,
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
export function drawDiamond(
  ctx: Context,
  x: CssPixels,
  y: CssPixels,
  radius: CssPixels,
  color: string,
): void {
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
