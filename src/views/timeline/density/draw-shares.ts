import type { CssPixels } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import { paintShares } from "#trace/time-shares/paint-shares.ts";
import { SHARED_STATES, type TimeShares } from "#trace/time-shares/time-shares.ts";
import type { Pen } from "#ui/canvas/pen.ts";
import { type Frame, viewRight } from "../frame.ts";
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
  // As many wherever the first one begins: what is painted already can then be used again.
  const columns = Math.max(1, Math.ceil((viewRight(frame) - palette.gutter) / CELL) + 1);
  const perCell = CELL / scale.pixelsPerMs / model.total;
  const shares = sharesOf(model, order, Math.floor(height / CELL));
  const [from, to] = [firstColumn * perCell, (firstColumn + columns) * perCell];
  drawCells(ctx, palette, shares, { left, top: taskTop, columns, height, from, to, firstColumn });
}

/** Draws shares cell by cell, on the colour of the panel. */
export function drawCells(ctx: Pen, palette: Palette, shares: TimeShares, place: SharesPlace): void {
  const { left, top, columns, height } = place;
  const cells = ctx.cells(columns * shares.groups);
  const { begin, end } = moveKnown(cells, shares, place);
  paintShares(shares, { ...place, cells, only: { begin, end } });
  const known = painted.get(shares)?.cells;
  const copy = known?.length === cells.length ? known : new Uint8Array(cells.length);
  copy.set(cells);
  painted.set(shares, { place, cells: copy });
  const colors = [...SHARED_STATES.map((state) => palette.states[state].graphic), palette.panel];
  ctx.drawCells(cells, columns, colors, [left, top, columns * CELL, height]);
}

/** What was painted last, and where. */
const painted = new WeakMap<TimeShares, { readonly place: SharesPlace; readonly cells: Uint8Array }>();

/** While one pans, cells only move: copies those known from the last picture, and says which columns are still to paint. */
function moveKnown(cells: Uint8Array, shares: TimeShares, { columns, from, to, firstColumn }: SharesPlace) {
  const all = { begin: 0, end: columns };
  const last = painted.get(shares);
  if (last?.place.columns !== columns) return all;
  const perCell = (to - from) / columns;
  const isSameScale = Math.abs((last.place.to - last.place.from) / columns - perCell) < 1e-9 * perCell;
  const shift = firstColumn - last.place.firstColumn;
  if (!isSameScale || Math.abs(shift) >= columns) return all;
  const [begin, kept] = [Math.max(0, -shift), columns - Math.abs(shift)];
  for (let row = 0; row < cells.length; row += columns)
    cells.set(last.cells.subarray(row + begin + shift, row + begin + shift + kept), row + begin);
  return shift > 0 ? { begin: kept, end: columns } : { begin: 0, end: begin };
}
