import type { TraceModel } from "#trace/model-types.ts";
import type { CanvasSize } from "#ui/canvas/canvas.tsx";
import type { Pen } from "#ui/canvas/pen.ts";
import type { Geometry } from "../geometry.ts";
import { CELL, drawCells } from "./draw-shares.ts";
import type { Part } from "./minimap.ts";
import { sharesOf } from "./shares-of.ts";

/** A window narrower than this could not be seen, nor taken hold of. */
const LEAST_WINDOW = 6;

/** How much of the lanes' colours is left, and how dark the veil is that lies over what is out of view. */
const TINT = 0.5;
const VEIL = 0.3;

/** Draws all lanes as shares of time; a veil over what is out of view; and a frame around what is in view. */
export function drawMinimap(
  ctx: Pen,
  { width, height }: CanvasSize,
  { palette, layout }: Geometry,
  model: TraceModel,
  { left, right, top, bottom }: Part,
): void {
  const { unit } = palette;
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, 0, width, height);
  const columns = Math.ceil(width / CELL);
  const inset = 2 * unit;
  const inner = height - 2 * inset;
  if (layout.order.count > 0 && model.total > 0) {
    const shares = sharesOf(model, layout.order, Math.floor(inner / CELL));
    const place = {
      left: 0,
      top: inset,
      columns,
      height: inner,
      from: 0,
      to: (columns * CELL) / width,
      firstColumn: 0,
    };
    const layer = ctx.layer({
      ...{ name: "lanes", width, height },
      causes: [shares, palette],
      paint(inner) {
        inner.fillStyle = palette.panel;
        inner.fillRect(0, 0, width, height);
        drawCells(inner, palette, shares, place);
        // A tint of it: a strip in full colour would speak louder than the lanes.
        inner.globalAlpha = 1 - TINT;
        inner.fillRect(0, 0, width, height);
        inner.globalAlpha = 1;
      },
    });
    ctx.drawLayer(layer, [0, 0, width, height], [0, 0, width, height]);
  }
  const wide = Math.max(LEAST_WINDOW * unit, (right - left) * width);
  const begin = Math.min(left * width, width - wide);
  // Grey, not pale: pale is what has not happened yet.
  ctx.globalAlpha = VEIL;
  ctx.fillStyle = palette.lineStrong;
  ctx.fillRect(0, 0, begin, height);
  ctx.fillRect(begin + wide, 0, width, height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.5 * unit;
  ctx.strokeRect(begin + unit, inset / 2, wide - 2 * unit, height - inset);
  if (bottom - top > 0.99) return;
  // Which of the lanes are in view, as on a scroll bar.
  const high = Math.max(LEAST_WINDOW * unit, (bottom - top) * inner);
  ctx.fillStyle = palette.ink;
  ctx.fillRect(begin, Math.min(inset + top * inner, height - inset - high), 4 * unit, high);
}
