import type { CssPixels } from "#base/units.ts";
import type { Box, Layer, Pen } from "#ui/canvas/pen.ts";
import type { MarkColors } from "./mark-colors.ts";

type Range = readonly [left: CssPixels, right: CssPixels];

/** Repeats of a pattern in one layer. */
const REPEATS = 32;

const wholePixels = ({ ratio }: Pen, length: CssPixels): CssPixels => Math.round(length * ratio) / ratio;

/** Copies the beginning of a layer to (x, y), moved to whole device px: between them it would be blurred. */
function copyPattern(
  ctx: Pen,
  layer: Layer,
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
) {
  const whole = (length: CssPixels) => wholePixels(ctx, length);
  if (whole(width) <= 0 || whole(height) <= 0) return;
  ctx.drawLayer(layer, [0, 0, width, height], [whole(x), whole(y), whole(width), whole(height)]);
}

/**
 * Hatches a rectangle: `tape` is the hazard tape of a frozen loop, `calm` the light hatch of a thread that waits. Of
 * what is wider than the view, only the part between `left` and `right` is drawn; the stripes keep their place in it.
 */
export function drawHatch(
  ctx: Pen,
  [x, y, width, height]: Box,
  colors: MarkColors,
  style: "tape" | "calm",
  unit: number,
  [left, right]: Range = [x, x + width],
): void {
  const period = (style === "tape" ? 9 : 6.5) * unit;
  // As long as a whole number of device px: one copy then ends exactly where the next begins, in the middle of its rhythm.
  const length = wholePixels(ctx, REPEATS * period * Math.SQRT2);
  const advance = length / REPEATS;
  const layer = ctx.layer({
    name: `${style}${height}|${unit}|${colors.graphic}${colors.fill}`,
    width: length,
    height,
    causes: [],
    paint(inner) {
      inner.fillStyle = colors.fill;
      inner.fillRect(0, 0, length, height);
      inner.beginPath();
      for (let at = -Math.ceil(height / advance) * advance; at < length; at += advance) {
        inner.moveTo(at, height);
        inner.lineTo(at + height, 0);
      }
      inner.strokeStyle = colors.graphic;
      inner.lineWidth = period * (style === "tape" ? 0.5 : 0.26);
      inner.stroke();
    },
  });
  const from = Math.max(x, x + Math.floor((left - x) / advance - 1) * advance);
  const to = Math.min(x + width, right + advance);
  const inset = 2 * unit;
  for (let at = wholePixels(ctx, from + inset); at < to - inset; at += length)
    copyPattern(ctx, layer, at, y + inset, Math.min(length, to - inset - at), height - 2 * inset);
  ctx.beginPath();
  const box = [from + unit, y + unit, Math.max(0, to - from - 2 * unit), height - 2 * unit] as const;
  // On a low block nobody sees round corners, and there may be dozens of these.
  if (height < 24 * unit) ctx.rect(...box);
  else ctx.roundRect(...box, 2 * unit);
  ctx.lineWidth = (style === "tape" ? 2 : 1.5) * unit;
  ctx.strokeStyle = colors.graphic;
  ctx.stroke();
}

/** Beads on a wire from x1 to x2, as far as they lie between `left` and `right`. */
export function drawBeads(
  ctx: Pen,
  x1: CssPixels,
  x2: CssPixels,
  y: CssPixels,
  color: string,
  unit: number,
  [left, right]: Range = [x1, x2],
): void {
  const width = x2 - x1;
  const from = Math.max(x1, left);
  const to = Math.min(x2, right);
  if (to <= from) return;
  ctx.fillStyle = color;
  ctx.fillRect(from, y - unit / 2, to - from, unit);
  if (width < 6 * unit) return;
  const gap = 9 * unit;
  const radius = 2.7 * unit;
  const count = Math.max(1, Math.floor((width - 3 * unit) / gap));
  const first = x1 + (width - (count - 1) * gap) / 2;
  const begin = Math.max(0, Math.ceil((from - radius - first) / gap));
  const end = Math.min(count, Math.floor((to + radius - first) / gap) + 1);
  const half = Math.ceil(radius) + 1;
  const layer = ctx.layer({
    name: `beads${unit}|${color}`,
    width: REPEATS * gap,
    height: 2 * half,
    causes: [],
    paint(inner) {
      inner.fillStyle = color;
      inner.beginPath();
      for (let bead = 0; bead < REPEATS; bead++) {
        const x = (bead + 0.5) * gap;
        inner.moveTo(x + radius, half);
        inner.arc(x, half, radius, 0, 2 * Math.PI);
      }
      inner.fill();
    },
  });
  for (let bead = begin; bead < end; bead += REPEATS) {
    const many = Math.min(REPEATS, end - bead);
    copyPattern(ctx, layer, first + (bead - 0.5) * gap, y - half, many * gap, 2 * half);
  }
}
