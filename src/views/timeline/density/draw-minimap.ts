import type { TraceModel } from "#trace/model-types.ts";
import type { CanvasSize } from "#ui/canvas.tsx";
import type { Geometry } from "../geometry.ts";
import { createKept, drawKept } from "../kept-picture.ts";
import { CELL, drawCells } from "./draw-shares.ts";
import type { Part } from "./minimap.ts";
import { sharesOf } from "./shares-of.ts";

/** A window narrower than this could not be seen, nor taken hold of. */
const LEAST_WINDOW = 6;

const picture = createKept();

/** Draws all lanes as shares of time; what is out of view in pencil; and a frame around what is in view. */
export function drawMinimap(
  ctx: CanvasRenderingContext2D,
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
    drawKept(ctx, picture, [width, height], [shares, palette], (kept) => {
      kept.fillStyle = palette.panel;
      kept.fillRect(0, 0, width, height);
      drawCells(kept, palette, shares, place);
    });
  }
  const wide = Math.max(LEAST_WINDOW * unit, (right - left) * width);
  const begin = Math.min(left * width, width - wide);
  ctx.globalAlpha = 1 - palette.ghost;
  ctx.fillStyle = palette.panel;
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
