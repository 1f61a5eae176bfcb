import type { CssPixels } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import type { Frame } from "../frame.ts";
import { type Band, bandOf } from "../lane-band.ts";

/** The lane that is pointed at, in this view or another; a selected one is marked already. */
export const hoveredBand = (frame: Frame): Band | undefined =>
  frame.hovered === frame.selected ? undefined : bandOf(frame, frame.hovered);

/** Its ground: half way from the panel to that of a selected lane. */
export const hoveredGround = ({ bg, panel }: Palette): string => `color-mix(in srgb, ${bg}, ${panel})`;

/** The ground behind its name, and the tab at the very left, half as strong as that of a selected lane. */
export function drawHoveredName(frame: Frame, right: CssPixels): void {
  const { ctx, palette } = frame;
  const band = hoveredBand(frame);
  if (!band) return;
  const { top, bottom } = band;
  ctx.fillStyle = hoveredGround(palette);
  ctx.fillRect(0, top, right, bottom - top);
  ctx.fillStyle = `color-mix(in srgb, ${palette.ink}, ${palette.panel})`;
  ctx.fillRect(0, top, 4 * palette.unit, bottom - top);
}
