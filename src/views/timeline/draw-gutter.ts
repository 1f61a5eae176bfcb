import type { CssPixels } from "#base/units.ts";
import { drawLaneScale } from "./density/draw-lane-scale.ts";
import { drawGlyph } from "./draw-glyph.ts";
import { drawHeartbeatName } from "./draw-heartbeat.ts";
import { drawThreadsSummaryName } from "./draw-threads-summary.ts";
import { clipTo, type Frame } from "./frame.ts";
import { drawHoveredName } from "./inspect/draw-hovered.ts";
import { bandOf } from "./lane-band.ts";
import { taskY, threadY } from "./lane-layout.ts";
import { stateNameOf, threadName } from "./span-label.ts";
import { drawText, fitText, textWidth, type Weight } from "./text.ts";

/** The lanes' names at the left, with what each task is doing now. Covers what has scrolled under it. */
export function drawGutter(
  frame: Frame,
  threads: readonly [number, number],
  rows: readonly [number, number],
): void {
  const { ctx, palette, layout, height } = frame;
  const right = palette.gutter - 4 * palette.unit;
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, 0, right, height);
  const band = bandOf(frame, frame.selected);
  if (band) {
    ctx.fillStyle = palette.bg;
    ctx.fillRect(0, band.top, right, band.bottom - band.top);
    ctx.fillStyle = palette.ink;
    ctx.fillRect(0, band.top, 4 * palette.unit, band.bottom - band.top);
  }
  drawHoveredName(frame, right);
  ctx.save();
  clipTo(ctx, [0, layout.axis, right, height]);
  for (let index = threads[0]; index <= threads[1]; index++) drawThreadName(frame, index);
  drawThreadsSummaryName(frame);
  drawHeartbeatName(frame);
  clipTo(ctx, [0, layout.viewTop, right, height]);
  if (layout.detail !== "shapes") drawLaneScale(frame);
  for (let row = rows[0]; row <= rows[1]; row++) drawTaskName(frame, layout.order.taskAt(row));
  ctx.restore();
}

function drawThreadName(frame: Frame, index: number): void {
  const { ctx, palette, layout, tracks, words } = frame;
  const { unit } = palette;
  const track = tracks[index];
  if (!track) return;
  const y = threadY(layout, index, frame.scrollY);
  const compact = palette.size === "compact";
  const { name, role } = threadName(track.info, words);
  const short = track.info.kind === "core" ? words.coreShort : words.threadShort;
  const shown = compact ? short(track.info.worker) : name;
  const style = {
    size: compact ? palette.caption : palette.medium,
    weight: 600,
    color: palette.ink,
  } as const;
  const x = (compact ? 8 : 16) * unit;
  const text = fitText(ctx, palette, shown, palette.gutter - x - 6 * unit, style);
  const two = !compact && role !== "" && layout.threadHeight > 36 * unit;
  drawText(ctx, palette, text, x, two ? y - style.size * 0.5 : y, style);
  if (two)
    drawText(ctx, palette, role, x, y + palette.caption * 0.75, {
      size: palette.caption,
      color: palette.ink3,
    });
}

/** Will nothing come any more? A run under way may still make any task. */
const isOver = ({ live, model, position }: Frame): boolean =>
  position.step === model.trace.length - 1 && live?.underWay !== true;

function drawTaskName(frame: Frame, task: number): void {
  const { ctx, palette, layout, model, position, stateNames } = frame;
  const { unit } = palette;
  const y = taskY(layout, task, frame.scrollY);
  const compact = palette.size === "compact";
  const two = layout.taskHeight >= 38 * unit;
  drawMonogram(frame, task, y, two || compact ? 10 : 9.6);
  if (compact) return;
  const state = model.stateAt(task, position.step);
  const name = model.trace.names[task] ?? "";
  const colors = palette.states[state];
  if (two) {
    const shown = stateNames[stateNameOf(state, isOver(frame))];
    const style = { size: palette.caption, color: state === "absent" ? palette.ink3 : colors.text };
    const right = palette.gutter - 4 * unit;
    // The longest state is as wide as the room is; what stands above it begins where it does.
    const x = (44 * unit + textWidth(ctx, palette, shown, style) <= right ? 44 : CLOSE) * unit;
    drawName(frame, name, y - palette.medium * 0.5, x, right, palette.medium, 600);
    drawText(ctx, palette, shown, x, y + palette.caption * 0.75, style);
    return;
  }
  const glyphX = palette.gutter - 15 * unit;
  const x = 42 * unit;
  const beside = glyphX - 9 * unit;
  // The lane itself tells the state, too: where there is no room for both, whose lane it is matters more.
  const fits = (right: CssPixels) =>
    styleOfName(frame, name, right - CLOSE * unit, palette.small, 400) !== undefined;
  const alone = palette.gutter - 4 * unit;
  const withGlyph = fits(beside) || !fits(alone);
  drawName(frame, name, y, x, withGlyph ? beside : alone, palette.small, 400);
  if (state !== "absent" && withGlyph) drawGlyph(ctx, state, glyphX, y, 14 * unit, colors);
}

/** In the design's px: where a name begins that has no room to keep its usual distance from the ring. */
const CLOSE = 40;

/** A name between two x: written smaller, then closer to its ring, and cut only when that is not enough. */
function drawName(
  frame: Frame,
  name: string,
  y: CssPixels,
  usual: CssPixels,
  right: CssPixels,
  size: CssPixels,
  weight: Weight,
): void {
  const { ctx, palette } = frame;
  const close = CLOSE * palette.unit;
  const [x, style] = [usual, close]
    .map((left) => [left, styleOfName(frame, name, right - left, size, weight)] as const)
    .find(([, found]) => found !== undefined) ?? [usual, undefined];
  const shown = { ...(style ?? { size, weight }), color: palette.ink };
  drawText(ctx, palette, fitText(ctx, palette, name, right - x, shown), x, y, shown);
}

/** The largest style in which a whole name has room; undefined when there is none. */
function styleOfName(
  { ctx, palette }: Frame,
  name: string,
  room: CssPixels,
  largest: CssPixels,
  weight: Weight,
): { readonly size: CssPixels; readonly weight: Weight } | undefined {
  const { small, caption } = palette;
  const bold = [largest, small, caption].map((size) => ({ size, weight }));
  return [...bold, { size: caption, weight: 400 as const }].find(
    (style) => textWidth(ctx, palette, name, style) <= room,
  );
}

/** The task's short mark in its ring, which a long number makes wider. */
function drawMonogram(frame: Frame, task: number, y: CssPixels, size: CssPixels): void {
  const { ctx, palette, monograms, selected } = frame;
  const { unit } = palette;
  const radius = size * unit;
  const middle = (palette.size === "compact" ? 22 : 26) * unit;
  const isSelected = task === selected;
  const mark = monograms[task] ?? "";
  const style = {
    size: radius * (mark.length > 2 ? 0.8 : mark.length > 1 ? 1 : 1.15),
    weight: 600,
    color: isSelected ? palette.onInk : palette.ink,
    align: "center",
  } as const;
  const half = Math.max(radius, textWidth(ctx, palette, mark, style) / 2 + 3 * unit);
  ctx.beginPath();
  ctx.roundRect(middle - half, y - radius, 2 * half, 2 * radius, radius);
  ctx.fillStyle = isSelected ? palette.ink : palette.panel;
  ctx.fill();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.5 * unit;
  ctx.stroke();
  drawText(ctx, palette, mark, middle, y, style);
}
