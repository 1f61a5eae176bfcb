import type { CssPixels } from "#base/units.ts";
import { type Frame, toCanvasX, viewLeft } from "../frame.ts";
import { drawText, textWidth } from "../text.ts";

/** A measured stretch on the canvas, and the flag that says how long it is. */
interface MeasuredBox {
  readonly from: CssPixels;
  readonly to: CssPixels;
  readonly flag: CssPixels;
  readonly flagWidth: CssPixels;
}

const flagStyle = ({ palette }: Frame) =>
  ({ size: palette.caption, weight: 600, color: palette.onInk }) as const;

/** The flag stands inside the stretch where there is room for it, else beside it. */
function measuredBox(frame: Frame): MeasuredBox | undefined {
  const { ctx, palette, measured, scale, width } = frame;
  if (!measured) return undefined;
  const { unit } = palette;
  const from = toCanvasX(frame, scale.x(measured.from));
  const to = toCanvasX(frame, scale.x(measured.to));
  const flagWidth = textWidth(ctx, palette, measured.label, flagStyle(frame)) + 14 * unit;
  const [start, end] = [Math.max(from, viewLeft(frame)), Math.min(to, width)];
  const gap = 6 * unit;
  const right = to + gap;
  const left = Math.max(viewLeft(frame), from - gap - flagWidth);
  const isInside = end - start >= flagWidth + 2 * gap;
  const flag = isInside ? (start + end - flagWidth) / 2 : right + flagWidth <= width ? right : left;
  return { from, to, flag, flagWidth };
}

/** From where to where the ruler has to be free of labels. */
export function measuredExtent(frame: Frame): readonly [left: CssPixels, right: CssPixels] | undefined {
  const box = measuredBox(frame);
  return box && [Math.min(box.from, box.flag), Math.max(box.to, box.flag + box.flagWidth)];
}

/** Draws a measured stretch: both its ends through all lanes, and over the ruler how long it is. */
export function drawMeasure(frame: Frame): void {
  const { ctx, palette, layout, measured, width, height } = frame;
  const box = measuredBox(frame);
  if (!box || !measured) return;
  const { unit, ink } = palette;
  const { from, to, flag, flagWidth } = box;
  const left = viewLeft(frame) - 2 * unit;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, 0, width - left, height);
  ctx.clip();
  ctx.globalAlpha = 0.07;
  ctx.fillStyle = ink;
  ctx.fillRect(from, layout.axis, to - from, height - layout.axis);
  ctx.globalAlpha = 1;
  for (const x of [from, to]) ctx.fillRect(x - 0.75 * unit, layout.axis - 20 * unit, 1.5 * unit, height);
  // Below the playhead's caret, which stands 9 px high.
  const y = layout.axis - 11 * unit;
  ctx.fillRect(from, y - 0.75 * unit, to - from, 1.5 * unit);
  ctx.fillRect(flag, y - 9 * unit, flagWidth, 18 * unit);
  drawText(ctx, palette, measured.label, flag + 7 * unit, y, flagStyle(frame));
  ctx.restore();
}
