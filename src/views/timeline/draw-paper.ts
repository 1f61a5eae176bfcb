import type { CssPixels } from "#base/units.ts";
import { type Frame, toCanvasX, viewLeft } from "./frame.ts";
import { rowY } from "./lane-layout.ts";

interface Piece {
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly color: string;
}

/** The lane of the selected task: what it covers of the canvas; undefined when it is out of view. */
export function selectedBand({ layout, palette, selected, scrollY }: Frame) {
  const row = selected === undefined ? undefined : layout.order.rowOf(selected);
  if (row === undefined) return undefined;
  const middle = rowY(layout, row, scrollY);
  const half = layout.taskHeight / 2 - 2 * palette.unit;
  const top = Math.max(Math.ceil(layout.viewTop), Math.round(middle - half));
  const bottom = Math.min(layout.height, Math.round(middle + half));
  return bottom > top ? { top, bottom } : undefined;
}

/** The ground of the plot in rectangles that do not overlap: panel, tinted columns, the band of the selected task. */
function paperPieces(frame: Frame): readonly Piece[] {
  const { scale, palette, width, height, scrollX } = frame;
  const band = selectedBand(frame);
  const rows = band
    ? [
        [0, band.top],
        [band.bottom, height],
      ]
    : [[0, height]];
  const pieces: Piece[] = [];
  if (band) pieces.push({ x: 0, y: band.top, width, height: band.bottom - band.top, color: palette.bg });
  const add = (from: CssPixels, to: CssPixels, color: string) => {
    for (const [top = 0, bottom = 0] of rows)
      if (to > from && bottom > top)
        pieces.push({ x: from, y: top, width: to - from, height: bottom - top, color });
  };
  let x = 0;
  for (const part of scale.partsIn(scrollX, scrollX + width)) {
    if (part.kind === "stretch") continue;
    const from = Math.max(Math.round(viewLeft(frame)), Math.round(toCanvasX(frame, part.from)));
    const to = Math.min(width, Math.round(toCanvasX(frame, part.to)));
    add(x, from, palette.panel);
    add(from, to, palette.sunken);
    x = Math.max(x, to);
  }
  add(x, width, palette.panel);
  return pieces;
}

/** Lays the ground. */
export function drawPaper(frame: Frame): void {
  for (const { x, y, width, height, color } of paperPieces(frame)) {
    frame.ctx.fillStyle = color;
    frame.ctx.fillRect(x, y, width, height);
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
  ctx.beginPath();
  ctx.rect(from, layout.axis + 1, width - from, height);
  ctx.clip();
  ctx.globalAlpha = 1 - palette.ghost;
  drawPaper(frame);
  ctx.restore();
}
