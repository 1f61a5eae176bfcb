import type { CssPixels } from "#base/units.ts";
import { paintShares } from "#trace/time-shares/paint-shares.ts";
import { SHARED_STATES, type TimeShares } from "#trace/time-shares/time-shares.ts";
import { type Frame, viewRight } from "../frame.ts";
import type { Palette } from "../palette.ts";
import { pixelOf } from "./pixel-of.ts";
import { sharesOf } from "./shares-of.ts";

/** Each cell is so wide, and at least so high. */
export const CELL: CssPixels = 2;

/** Where cells are put: the first begins at `left`; the run is seen from one share of it to another. */
export interface SharesPlace {
  readonly left: CssPixels;
  readonly top: CssPixels;
  readonly columns: number;
  readonly height: CssPixels;
  readonly from: number;
  readonly to: number;
  readonly firstColumn: number;
}

/** All lanes at once, many to a pixel: how they spend their time. */
export function drawShares(frame: Frame): void {
  const { ctx, palette, layout, model, scale, scrollX } = frame;
  const { order, taskHeight, taskTop } = layout;
  const height = taskHeight * order.count;
  if (order.count === 0 || model.total === 0) return;
  const firstColumn = Math.floor(scrollX / CELL);
  const left = palette.gutter + firstColumn * CELL - scrollX;
  const columns = Math.max(1, Math.ceil((viewRight(frame) - left) / CELL));
  const perCell = CELL / scale.pixelsPerMs / model.total;
  const shares = sharesOf(model, order, Math.floor(height / CELL));
  const [from, to] = [firstColumn * perCell, (firstColumn + columns) * perCell];
  drawCells(ctx, palette, shares, { left, top: taskTop, columns, height, from, to, firstColumn });
}

let image: OffscreenCanvas | undefined;
let data: ImageData | undefined;

/** Draws shares cell by cell, on the colour of the panel. */
export function drawCells(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  shares: TimeShares,
  place: SharesPlace,
): void {
  if (typeof OffscreenCanvas === "undefined") {
    drawRuns(ctx, palette, shares, place);
    return;
  }
  const { left, top, columns, height } = place;
  const { groups } = shares;
  image ??= new OffscreenCanvas(columns, groups);
  if (data?.width !== columns || data.height !== groups) {
    image.width = columns;
    image.height = groups;
    data = new ImageData(columns, groups);
  }
  const pixels = new Uint32Array(data.data.buffer);
  const colors = Uint32Array.from(SHARED_STATES, (state) => pixelOf(palette.states[state].graphic));
  paintShares(shares, { ...place, pixels, colors, paper: pixelOf(palette.panel) });
  const inner = image.getContext("2d", { alpha: false });
  inner?.putImageData(data, 0, 0);
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(image, left, top, columns * CELL, height);
}

/** The same without pixels to write to: neighbours of one state as one rectangle. */
function drawRuns(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  shares: TimeShares,
  place: SharesPlace,
): void {
  const { left, top, columns, height } = place;
  const pixels = new Uint32Array(columns * shares.groups);
  paintShares(shares, { ...place, pixels, colors: Uint32Array.of(0, 1, 2, 3), paper: SHARED_STATES.length });
  const rowHeight = height / shares.groups;
  for (let group = 0; group < shares.groups; group++)
    for (let x = 0, start = 0; x < columns; x++) {
      const kind = pixels[group * columns + x] as number;
      if (x + 1 < columns && pixels[group * columns + x + 1] === kind) continue;
      const state = SHARED_STATES[kind];
      if (state) {
        ctx.fillStyle = palette.states[state].graphic;
        ctx.fillRect(left + start * CELL, top + group * rowHeight, (x + 1 - start) * CELL, rowHeight);
      }
      start = x + 1;
    }
}
