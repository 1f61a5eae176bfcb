import { tickInterval, tickLabel } from "#base/ticks.ts";
import type { CssPixels } from "#base/units.ts";
import { clipTo, extentInView, type Frame, toCanvasX, viewLeft, viewRight } from "./frame.ts";
import { measuredExtent } from "./inspect/draw-measure.ts";
import { drawText, textWidth } from "./text.ts";
import type { AxisPart } from "./time-scale.ts";

/** An instant's label: seconds with one decimal, or as many as it has. */
export function instantLabel(ms: number, least: number): string {
  const rounded = Math.round(ms);
  const decimals = rounded % 1000 === 0 ? 0 : rounded % 100 === 0 ? 1 : rounded % 10 === 0 ? 2 : 3;
  return (rounded / 1000).toFixed(Math.max(least, decimals));
}

/** Ticks where time passes, brackets around the instants that are magnified. */
export function drawRuler(frame: Frame): void {
  const { ctx, palette, width, height, layout } = frame;
  const { unit } = palette;
  ctx.save();
  clipTo(ctx, [viewLeft(frame) - 4 * unit, 0, width, height]);
  const parts = extentInView(frame).parts;
  const labels: Extent[] = [];
  for (const part of parts)
    if (part.kind === "column") {
      const label = drawBracket(frame, part, labels.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY);
      if (label) labels.push(label);
    }
  if (parts.length <= MOST_NARROW)
    for (const part of parts) if (part.kind === "column") drawNarrowInstant(frame, part, labels);
  const measured = measuredExtent(frame);
  const taken = measured ? [...labels, measured] : labels;
  for (const part of parts) if (part.kind === "stretch") drawTicks(frame, part, taken);
  ctx.restore();
  ctx.fillStyle = palette.line;
  if (layout.order.count > 0)
    ctx.fillRect(0, Math.round(layout.separator - (layout.sticky ? 0 : frame.scrollY)), width, 1);
}

/** What a label takes up of the ruler. */
type Extent = readonly [left: CssPixels, right: CssPixels];

/** `labels`: what the brackets, which come first, and what is measured take up. */
function drawTicks(frame: Frame, part: AxisPart, labels: readonly Extent[]): void {
  const { ctx, palette, scale, layout, now, paused } = frame;
  const { unit } = palette;
  const { axis } = layout;
  const left = toCanvasX(frame, part.from);
  const right = toCanvasX(frame, part.to);
  ctx.fillStyle = palette.lineStrong;
  ctx.fillRect(left, Math.round(axis) - 0.5, right - left, 1);
  const interval = tickInterval(scale.pixelsPerMs, 46 * unit);
  const minor = interval / 2;
  const inView = (x: CssPixels) =>
    Math.min(part.end, Math.max(part.start, part.start + (x - left) / scale.pixelsPerMs));
  const last = Math.floor(inView(viewRight(frame)) / minor);
  for (let k = Math.ceil(inView(viewLeft(frame)) / minor); k <= last; k++) {
    const time = k * minor;
    if (scale.magnified && (time <= part.start || time >= part.end)) continue;
    const x = left + (time - part.start) * scale.pixelsPerMs;
    const long = k % 2 === 0;
    ctx.fillStyle = palette.lineStrong;
    ctx.fillRect(Math.round(x) - 0.5, axis - (long ? 7 : 4) * unit, 1, (long ? 7 : 4) * unit);
    if (!long) continue;
    const text = tickLabel(time, interval);
    const half = textWidth(ctx, palette, text, { size: palette.caption }) / 2 + 3 * unit;
    // The label of the very beginning stands right of its tick rather than over the names.
    const middle = Math.max(x, viewLeft(frame) + half - 6 * unit);
    const hidden = paused && Math.abs(x - now) < half + 10 * unit;
    const crowded = scale.magnified && (x - half < left || x + half > right);
    const cut = middle + half - 3 * unit > frame.width;
    const taken = labels.some(([from, to]) => middle + half > from && middle - half < to);
    if (hidden || crowded || cut || taken) continue;
    drawText(ctx, palette, text, middle, axis - 16 * unit, {
      size: palette.caption,
      color: palette.ink3,
      align: "center",
    });
  }
}

/** In the design's px: a bracket around less would be a blot. */
const LEAST_BRACKET = 4;

/** With more parts than this in view, there is no room for instants without a bracket of their own. */
const MOST_NARROW = 120;

/** An instant too narrow for a bracket has a tick, and its time where the others leave room; it joins `labels`. */
function drawNarrowInstant(frame: Frame, part: AxisPart, labels: Extent[]): void {
  const { ctx, palette, layout, now } = frame;
  const { unit } = palette;
  const from = toCanvasX(frame, part.from);
  const to = toCanvasX(frame, part.to);
  if (to - from >= LEAST_BRACKET * unit) return;
  const middle = (from + to) / 2;
  ctx.fillStyle = palette.ink;
  ctx.fillRect(middle - 0.75 * unit, layout.axis - 7 * unit, 1.5 * unit, 7 * unit);
  const style = { size: palette.caption, weight: 600, color: palette.ink } as const;
  const text = instantLabel(part.start, palette.size === "compact" ? 0 : 1);
  const half = textWidth(ctx, palette, text, style) / 2;
  const air = 6 * unit;
  const measured = measuredExtent(frame);
  const isTaken = [...labels, ...(measured ? [measured] : [])].some(
    ([left, right]) => middle + half + air > left && middle - half - air < right,
  );
  const isOut = middle - half < viewLeft(frame) || middle + half > frame.width;
  if (isTaken || isOut || Math.abs(middle - now) < half + 10 * unit) return;
  drawText(ctx, palette, text, middle - half, layout.axis - 16 * unit, style);
  labels.push([middle - half, middle + half]);
}

/** Draws one instant's bracket, and its label unless it would touch the one before, which ends at `labelled`. */
function drawBracket(frame: Frame, part: AxisPart, labelled: CssPixels): Extent | undefined {
  const { ctx, palette, layout, now } = frame;
  const { unit } = palette;
  const { axis } = layout;
  const from = toCanvasX(frame, part.from);
  const to = toCanvasX(frame, part.to);
  if (to - from < LEAST_BRACKET * unit) return undefined;
  const inset = Math.min(unit, (to - from) / 4);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.5 * unit;
  ctx.beginPath();
  ctx.moveTo(from + inset, axis - 7 * unit);
  ctx.lineTo(from + inset, axis);
  ctx.lineTo(to - inset, axis);
  ctx.lineTo(to - inset, axis - 7 * unit);
  ctx.stroke();
  const left = Math.max(from, viewLeft(frame));
  const right = Math.min(to, viewRight(frame));
  const number = instantLabel(part.start, palette.size === "compact" ? 0 : 1);
  const style = { size: palette.caption, weight: 600, color: palette.ink } as const;
  const text = right - left > 50 * unit ? `${number} s` : number;
  const size = textWidth(ctx, palette, text, style);
  if (right - left < size + 4 * unit && to - from < size * 0.8) return undefined;
  const middle = (left + right) / 2;
  let x = middle - size / 2;
  const gap = 12 * unit;
  if (Math.abs(middle - now) < size / 2 + gap)
    x = now + gap + size < to || now - gap - size < from ? now + gap : now - gap - size;
  if (x < labelled + 6 * unit || x < viewLeft(frame) - 4 * unit) return undefined;
  const measured = measuredExtent(frame);
  const isTaken = measured && x < measured[1] && x + size > measured[0];
  if (isTaken || x + size > frame.width) return undefined;
  drawText(ctx, palette, text, x, axis - 16 * unit, style);
  return [x, x + size];
}
