import type { CssPixels } from "#base/units.ts";
import type { Pen } from "#ui/canvas/pen.ts";
import type { MarkColors } from "./mark-colors.ts";

/** A slack cable from peg (x1, y) to peg (x2, y), hanging by `sag`. */
export interface Cable {
  readonly x1: CssPixels;
  readonly x2: CssPixels;
  readonly y: CssPixels;
  readonly sag: CssPixels;
}

/** The control points of its one cubic curve lie at this share of the width from the pegs, and 4/3 of the sag down. */
const KNEE = 0.18;
/** More halvings than a screen has pixels across. */
const HALVINGS = 24;

/** How deep a cable of this width hangs in a block of this height. */
export const sagOf = (height: CssPixels, width: CssPixels, unit: number): CssPixels =>
  Math.min(height * 0.94, 6 * unit + width * 0.06);

/** How far along a curve's x is, as a share of the width, at its parameter. */
const along = (t: number) => t * (3 * (1 - t) * ((1 - t) * KNEE + t * (1 - KNEE)) + t * t);
const alongSlope = (t: number) => 3 * ((1 - t) ** 2 + t * t) * KNEE + 6 * (1 - t) * t * (1 - 2 * KNEE);

/** The curve's parameter at x, found by halving: its x is monotone. */
function parameterAt({ x1, x2 }: Cable, x: CssPixels): number {
  const share = (x - x1) / (x2 - x1);
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 1;
  let low = 0;
  let high = 1;
  for (let round = 0; round < HALVINGS; round++) {
    const middle = (low + high) / 2;
    if (along(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const heightAt = ({ y, sag }: Cable, t: number): CssPixels => y + 4 * t * (1 - t) * sag;

/** Height of the cable at x. */
export const cableY = (cable: Cable, x: CssPixels): CssPixels => heightAt(cable, parameterAt(cable, x));

/** Between which x it hangs at least so deep below its pegs; undefined where it never does. */
export function depthRoom(
  { x1, x2, sag }: Cable,
  depth: CssPixels,
): readonly [from: CssPixels, to: CssPixels] | undefined {
  if (depth >= sag) return undefined;
  const begin = (1 - Math.sqrt(1 - Math.max(0, depth) / sag)) / 2;
  const inset = along(begin) * (x2 - x1);
  return [x1 + inset, x2 - inset];
}

/**
 * Draws the cable, with the pale cloth above it, as far as it lies between `left` and `right`: of one that is a
 * thousand times as wide as the screen, the part in view is a cubic curve of its own.
 */
export function drawCable(
  ctx: Pen,
  cable: Cable,
  colors: MarkColors,
  lineWidth: CssPixels,
  [left, right]: readonly [left: CssPixels, right: CssPixels] = [cable.x1, cable.x2],
): void {
  const { x1, x2, y, sag } = cable;
  const begin = parameterAt(cable, left);
  const end = parameterAt(cable, right);
  if (end <= begin) return;
  const width = x2 - x1;
  const [fromX, toX] = [x1 + along(begin) * width, x1 + along(end) * width];
  const [fromY, toY] = [heightAt(cable, begin), heightAt(cable, end)];
  // The control points of a part lie along the tangents at its ends, a third of its parameter's length away.
  const third = (end - begin) / 3;
  const a = { x: fromX + alongSlope(begin) * width * third, y: fromY + 4 * (1 - 2 * begin) * sag * third };
  const b = { x: toX - alongSlope(end) * width * third, y: toY - 4 * (1 - 2 * end) * sag * third };
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.bezierCurveTo(a.x, a.y, b.x, b.y, toX, toY);
  ctx.lineTo(toX, y);
  ctx.lineTo(fromX, y);
  ctx.fillStyle = colors.fill;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.bezierCurveTo(a.x, a.y, b.x, b.y, toX, toY);
  ctx.strokeStyle = colors.graphic;
  ctx.lineWidth = lineWidth;
  ctx.stroke();
}
