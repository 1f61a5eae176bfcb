import { lowerBound } from "#base/binary-search.ts";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import type { HeartbeatGap } from "#trace/measurement/heartbeat.ts";
import { drawHatch } from "#ui/marks/draw-patterns.ts";
import { drawPlate } from "./draw-plate.ts";
import { type Frame, freezesLoop, inView, knownRight, timeX, viewLeft, viewRight } from "./frame.ts";
import { stripBox } from "./lane-layout.ts";
import type { HeartbeatStrip } from "./live-layer.ts";
import { drawText, textWidth } from "./text.ts";

/** Closer than this, single ticks would run into a grey area; then one mark stands for all ticks of its cell. */
const LEAST_APART = 4;
/** On a strip lower than this the hatch is finer: more than its border must be seen of it. */
const USUAL_HATCHED = 12;

/** The ticks of each worker as they were measured: even marks while it is free, hatched where there were none. */
export function drawHeartbeat(frame: Frame): void {
  for (const [index, strip] of (frame.live?.strips ?? []).entries()) {
    const [top, height] = stripBox(frame.layout, index, frame.scrollY);
    drawTicks(frame, strip, top, height);
    for (const gap of strip.gaps) drawGap(frame, gap, top, height);
  }
}

function drawTicks(frame: Frame, { ticks }: HeartbeatStrip, top: CssPixels, height: CssPixels): void {
  const { ctx, palette, live, scale, scrollX } = frame;
  const { pixelsPerMs } = scale;
  const inset = height * 0.2;
  ctx.fillStyle = palette.ink2;
  const mark = (x: CssPixels) =>
    ctx.fillRect(x - palette.unit / 2, top + inset, palette.unit, height - 2 * inset);
  const timeAt = (x: CssPixels) => (x - palette.gutter + scrollX) / pixelsPerMs;
  const first = lowerBound(ticks, timeAt(viewLeft(frame)));
  const right = Math.min(viewRight(frame), knownRight(frame));
  const cell = (LEAST_APART * palette.unit) / pixelsPerMs;
  if ((live?.period ?? 0) >= cell) {
    for (let k = first; k < ticks.length; k++) {
      const x = timeX(frame, ticks[k] as (typeof ticks)[number]);
      if (x > right) return;
      mark(x);
    }
    return;
  }
  // Cells are counted from the run's beginning, so that the marks stand still while one scrolls.
  for (let k = first; k < ticks.length; ) {
    const nth = Math.floor((ticks[k] as number) / cell);
    const x = palette.gutter + (nth + 0.5) * LEAST_APART * palette.unit - scrollX;
    if (x > right) return;
    mark(x);
    k = lowerBound(ticks, (nth + 1) * cell, k + 1);
  }
}

function drawGap(frame: Frame, { from, to }: HeartbeatGap, top: CssPixels, height: CssPixels): void {
  const { ctx, palette, words } = frame;
  const { unit, states } = palette;
  const x1 = timeX(frame, from);
  const width = Math.max(timeX(frame, to) - x1, 2 * unit);
  if (x1 + width < viewLeft(frame) || x1 > viewRight(frame)) return;
  const tape = freezesLoop(frame);
  const box = [x1, top, width, height] as const;
  if (width < 5 * unit) {
    ctx.fillStyle = states.blocked.graphic;
    ctx.fillRect(x1, top + height * 0.1, width, height * 0.8);
    return;
  }
  const fineness = Math.min(1, Math.max(0.35, height / (USUAL_HATCHED * unit)));
  drawHatch(ctx, box, states.blocked, tape ? "tape" : "calm", unit * fineness, inView(frame));
  drawPlate(frame, box, { strong: words.noTick(heartbeatSeconds(to - from)), call: "", mono: false }, tape);
}

/** A moment or a length of a gap, no finer than the heart beats. */
export const heartbeatSeconds = (ms: Milliseconds): string => (ms / 1000).toFixed(2);

/** The lane's name at the left, and how often the heart beats where that has room. */
export function drawHeartbeatName(frame: Frame): void {
  const { ctx, palette, layout, words, live } = frame;
  if (!live || layout.heartbeatHeight === 0) return;
  const { unit } = palette;
  const compact = palette.size === "compact";
  const x = (compact ? 8 : 16) * unit;
  const y = layout.heartbeatTop + layout.heartbeatHeight / 2 - (layout.sticky ? 0 : frame.scrollY);
  const style = { size: palette.caption, color: palette.ink2 } as const;
  const name = compact ? words.heartbeatShort : words.heartbeat;
  drawText(ctx, palette, name, x, y, style);
  if (compact) return;
  const after = x + textWidth(ctx, palette, name, style) + 5 * unit;
  const period = words.everyMs(live.period);
  const plain = { size: palette.caption, color: palette.ink3 } as const;
  if (after + textWidth(ctx, palette, period, plain) <= palette.gutter - 6 * unit)
    drawText(ctx, palette, period, after, y, plain);
}
