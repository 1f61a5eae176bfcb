import type { CssPixels } from "#base/units.ts";
import { clipTo, extentInView, type Frame, toCanvasX, viewLeft } from "./frame.ts";
import { hoveredBand, hoveredGround } from "./inspect/draw-hovered.ts";
import { bandOf } from "./lane-band.ts";

/** Lays the ground in rectangles that do not overlap: panel, tinted columns, the bands of marked lanes. */
export function drawPaper(frame: Frame): void {
  const { ctx, palette, width, height } = frame;
  const marked = [
    { band: bandOf(frame, frame.selected), color: palette.bg },
    { band: hoveredBand(frame), color: hoveredGround(palette) },
  ].flatMap(({ band, color }) => (band ? [{ ...band, color }] : []));
  marked.sort((a, b) => a.top - b.top);
  const between = (from: CssPixels, to: CssPixels, color: string) => {
    if (to <= from) return;
    ctx.fillStyle = color;
    let y = 0;
    for (const { top, bottom } of marked) {
      if (top > y) ctx.fillRect(from, y, to - from, top - y);
      y = bottom;
    }
    if (height > y) ctx.fillRect(from, y, to - from, height - y);
  };
  let x = 0;
  for (const part of extentInView(frame).parts) {
    if (part.kind === "stretch") continue;
    const from = Math.max(Math.round(viewLeft(frame)), Math.round(toCanvasX(frame, part.from)));
    const to = Math.min(width, Math.round(toCanvasX(frame, part.to)));
    between(x, from, palette.panel);
    between(from, to, palette.sunken);
    x = Math.max(x, to);
  }
  between(x, width, palette.panel);
  for (const { top, bottom, color } of marked) {
    ctx.fillStyle = color;
    ctx.fillRect(0, top, width, bottom - top);
  }
}

/** At the end there is no future: what stands right of the playhead is how it all ended. */
export const hasFuture = ({ model, position }: Frame): boolean =>
  position.step < model.trace.length - 1 || position.time < model.total;

/**
 * Turns what is right of the playhead from ink into pencil, by laying the ground over it once more, thinly. Seen as a
 * whole this is what group opacity would give, without drawing everything twice.
 */
export function washFuture(frame: Frame): void {
  const { ctx, palette, layout, now, width, height } = frame;
  if (!hasFuture(frame)) return;
  const from = Math.max(viewLeft(frame) - 4 * palette.unit, now);
  if (from >= width) return;
  ctx.save();
  clipTo(ctx, [from, layout.axis + 1, width - from, height]);
  ctx.globalAlpha = 1 - palette.ghost;
  drawPaper(frame);
  ctx.restore();
}
