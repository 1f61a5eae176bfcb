import type { CssPixels } from "#base/units.ts";
import { clipTo, type Frame, partsInView, toCanvasX, viewLeft } from "./frame.ts";
import { hoveredBand, hoveredGround } from "./inspect/draw-hovered.ts";
import { bandOf } from "./lane-band.ts";

interface Piece {
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly color: string;
}

/** The ground of the plot in rectangles that do not overlap: panel, tinted columns, the bands of marked lanes. */
function paperPieces(frame: Frame): readonly Piece[] {
  const { palette, width, height } = frame;
  const marked = [
    { band: bandOf(frame, frame.selected), color: palette.bg },
    { band: hoveredBand(frame), color: hoveredGround(palette) },
  ].flatMap(({ band, color }) => (band ? [{ ...band, color }] : []));
  marked.sort((a, b) => a.top - b.top);
  const pieces: Piece[] = marked.map(({ top, bottom, color }) => {
    return { x: 0, y: top, width, height: bottom - top, color };
  });
  const edges = [0, ...marked.flatMap(({ top, bottom }) => [top, bottom]), height];
  const add = (from: CssPixels, to: CssPixels, color: string) => {
    if (to <= from) return;
    for (let k = 0; k < edges.length; k += 2) {
      const [top = 0, bottom = 0] = edges.slice(k, k + 2);
      if (bottom > top) pieces.push({ x: from, y: top, width: to - from, height: bottom - top, color });
    }
  };
  let x = 0;
  for (const part of partsInView(frame)) {
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
  clipTo(ctx, [from, layout.axis + 1, width - from, height]);
  ctx.globalAlpha = 1 - palette.ghost;
  drawPaper(frame);
  ctx.restore();
}
