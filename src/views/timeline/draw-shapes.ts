import type { CssPixels } from "#base/units.ts";
import type { TaskState } from "#trace/model-types.ts";
import type { Palette, StateColors } from "./palette.ts";
import { drawSprite, spriteOf } from "./sprite.ts";

type Context = CanvasRenderingContext2D;
type Range = readonly [left: CssPixels, right: CssPixels];

/** A slack cable between two pegs: its control points lie at 18 % of the width, and it hangs by `sag`. */
const KNEE = 0.18;

/** How deep a cable of this width hangs in a block of this height. */
export const sagOf = (height: CssPixels, width: CssPixels, unit: number): CssPixels =>
  Math.min(height * 0.94, 6 * unit + width * 0.06);

/** A cable wider than this, given how deep it hangs, lies flat in its middle; this much of it is curved. */
const curvedOf = (width: CssPixels, sag: CssPixels): CssPixels => Math.min(width, 14 * sag);

/**
 * Draws the cable from (x1, y) to (x2, y), with the pale cloth above it. Of one that is wider than the view, only what
 * lies between `left` and `right`: antialiased curves are the dearest thing in a picture.
 */
export function drawHammock(
  ctx: Context,
  [x1, x2, y, sag]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
  colors: StateColors,
  lineWidth: CssPixels,
  [left, right]: Range = [x1, x2],
): void {
  const curved = curvedOf(x2 - x1, sag);
  const bottom = y + sag;
  // Each half of a cubic curve, as de Casteljau cuts it: its control points lie at 4/3 of the sag.
  const half = curved / 2;
  const outer = (curved * KNEE) / 2;
  const inner = (curved * (1 + KNEE)) / 4;
  const low = y + (sag * 2) / 3;
  const begin = x1 + half < left ? left : x1;
  const end = x2 - half > right ? right : x2;
  const cable = () => {
    ctx.moveTo(begin, begin === x1 ? y : bottom);
    if (begin === x1) ctx.bezierCurveTo(x1 + outer, low, x1 + inner, bottom, x1 + half, bottom);
    if (end === x2) {
      ctx.lineTo(x2 - half, bottom);
      ctx.bezierCurveTo(x2 - inner, bottom, x2 - outer, low, x2, y);
    } else ctx.lineTo(end, bottom);
  };
  ctx.beginPath();
  cable();
  ctx.lineTo(end, y);
  ctx.lineTo(begin, y);
  ctx.fillStyle = colors.fill;
  ctx.fill();
  ctx.beginPath();
  cable();
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
  const curved = curvedOf(x2 - x1, sag);
  const edge = Math.min(x - x1, x2 - x);
  if (edge >= curved / 2) return y + sag;
  const along = edge / curved;
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

/** Repeats of a pattern in one sprite. */
const REPEATS = 32;

/**
 * Hatches a rectangle: `tape` is the hazard tape of a frozen loop, `calm` the light hatch of a thread that waits. Of
 * what is wider than the view, only the part between `left` and `right` is drawn; the stripes keep their place in it.
 */
export function drawHatch(
  ctx: Context,
  [x, y, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
  colors: StateColors,
  style: "tape" | "calm",
  unit: number,
  [left, right]: Range = [x, x + width],
): void {
  const period = (style === "tape" ? 9 : 6.5) * unit;
  const advance = period * Math.SQRT2;
  const from = Math.max(x, x + Math.floor((left - x) / advance - 1) * advance);
  const to = Math.min(x + width, right + advance);
  const stripes = (inner: Context, start: CssPixels, top: CssPixels, end: CssPixels) => {
    inner.beginPath();
    for (let at = start - Math.ceil(height / advance) * advance; at < end; at += advance) {
      inner.moveTo(at, top + height);
      inner.lineTo(at + height, top);
    }
    inner.strokeStyle = colors.graphic;
    inner.lineWidth = period * (style === "tape" ? 0.5 : 0.26);
    inner.stroke();
  };
  const length = REPEATS * advance;
  const key = `${style}${height}|${unit}|${colors.graphic}${colors.fill}`;
  const sprite = spriteOf(ctx, key, [length, height], (inner) => {
    inner.fillStyle = colors.fill;
    inner.fillRect(0, 0, length, height);
    stripes(inner, 0, 0, length);
  });
  ctx.save();
  if (sprite) {
    const inset = 2 * unit;
    for (let at = from + inset; at < to - inset; at += length)
      drawSprite(ctx, sprite, [0, Math.min(length, to - inset - at), height - 2 * inset], at, y + inset);
  }
  ctx.beginPath();
  const box = [from + unit, y + unit, Math.max(0, to - from - 2 * unit), height - 2 * unit] as const;
  // On a low block nobody sees round corners, and there may be dozens of these.
  if (height < 24 * unit) ctx.rect(...box);
  else ctx.roundRect(...box, 2 * unit);
  if (!sprite) {
    ctx.fillStyle = colors.fill;
    ctx.fill();
  }
  ctx.lineWidth = (style === "tape" ? 2 : 1.5) * unit;
  ctx.strokeStyle = colors.graphic;
  ctx.stroke();
  if (!sprite) {
    ctx.clip();
    stripes(ctx, from, y, to);
  }
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

/** Beads on a wire from x1 to x2, as far as they lie between `left` and `right`. */
export function drawBeads(
  ctx: Context,
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
  const beads = (inner: Context, x: CssPixels, middle: CssPixels, many: number) => {
    inner.fillStyle = color;
    inner.beginPath();
    for (let bead = 0; bead < many; bead++) {
      inner.moveTo(x + bead * gap + radius, middle);
      inner.arc(x + bead * gap, middle, radius, 0, 2 * Math.PI);
    }
    inner.fill();
  };
  const half = Math.ceil(radius) + 1;
  const sprite = spriteOf(ctx, `beads${unit}|${color}`, [REPEATS * gap, 2 * half], (inner) =>
    beads(inner, gap / 2, half, REPEATS),
  );
  if (!sprite) {
    beads(ctx, first + begin * gap, y, end - begin);
    return;
  }
  for (let bead = begin; bead < end; bead += REPEATS) {
    const many = Math.min(REPEATS, end - bead);
    drawSprite(ctx, sprite, [0, many * gap, 2 * half], first + (bead - 0.5) * gap, y - half);
  }
}

/** A dotted hairline that begins with an open dot. */
export function drawDotted(
  ctx: Context,
  x1: CssPixels,
  x2: CssPixels,
  y: CssPixels,
  palette: Palette,
  [left, right]: Range = [x1, x2],
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
