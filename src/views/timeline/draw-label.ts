import type { CssPixels } from "#base/units.ts";
import { hasFuture } from "./draw-paper.ts";
import { clipTo, type Frame, knownRight, viewLeft } from "./frame.ts";
import { drawText, type TextStyle, textWidth } from "./text.ts";

/** A label of which at least a part lies in the future. */
interface AheadLabel {
  readonly text: string;
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly style: TextStyle;
}

/** The labels ahead that are drawn in one clip, below `top`. */
export interface AheadLabels {
  readonly top: CssPixels;
  readonly labels: AheadLabel[];
}

/** How much of a label's ink is left in the future: more than of a shape, for letters as pale as that cannot be read. */
const LABEL_GHOST = 0.75;

/** A label on a lane. `ahead`: its colour in the future, where the ground it is made for is washed out. */
export function drawLabel(
  frame: Frame,
  text: string,
  x: CssPixels,
  y: CssPixels,
  { ahead, ...style }: TextStyle & { readonly ahead?: string },
): void {
  const { ctx, palette, now } = frame;
  const width = textWidth(ctx, palette, text, style);
  const left = style.align === "center" ? x - width / 2 : x;
  const future = hasFuture(frame);
  if (!future || left < now) drawText(ctx, palette, text, x, y, style);
  if (future && left + width > now)
    frame.ahead.at(-1)?.labels.push({ text, x, y, style: { ...style, color: ahead ?? style.color } });
}

/** Writes the labels of the future over what was washed. */
export function drawLabelsAhead(frame: Frame): void {
  const { ctx, palette, ahead, now, height } = frame;
  const left = Math.max(viewLeft(frame) - 4 * palette.unit, now);
  const right = knownRight(frame);
  if (right <= left) return;
  for (const { top, labels } of ahead) {
    if (labels.length === 0) continue;
    ctx.save();
    clipTo(ctx, [left, top, right - left, height - top]);
    ctx.globalAlpha = LABEL_GHOST;
    for (const { text, x, y, style } of labels) drawText(ctx, palette, text, x, y, style);
    ctx.restore();
  }
}
