import type { CssPixels } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import type { Pen } from "#ui/canvas/pen.ts";

export type Weight = 400 | 600;

/** Text on the canvas, middle of the line at y. */
export interface TextStyle {
  readonly size: CssPixels;
  readonly color: string;
  readonly weight?: Weight;
  readonly align?: CanvasTextAlign;
  readonly mono?: boolean;
}

const fonts = new Map<number, string>();

/** The families are the page's own and never change: size, weight and kind tell its fonts apart. */
function fontOf(palette: Palette, { size, weight = 400, mono = false }: Omit<TextStyle, "color">): string {
  const key = size * 4 + (mono ? 2 : 0) + (weight === 600 ? 1 : 0);
  const font = fonts.get(key) ?? `${weight} ${size}px ${mono ? palette.mono : palette.ui}`;
  fonts.set(key, font);
  return font;
}

/** Draws one line of text and leaves the context's font behind. */
export function drawText(
  ctx: Pen,
  palette: Palette,
  text: string,
  x: CssPixels,
  y: CssPixels,
  style: TextStyle,
): void {
  ctx.font = fontOf(palette, style);
  ctx.fillStyle = style.color;
  ctx.textAlign = style.align ?? "left";
  ctx.textBaseline = "alphabetic";
  // The middle of a line of digits and capitals lies .355 em above its base line.
  ctx.fillText(text, x, y + style.size * 0.355);
}

/** By font and text. */
const widths = new Map<string, Map<string, CssPixels>>();
const MOST_WIDTHS = 4000;

/** Width of a text; remembered, for the same labels come back in every frame. */
export function textWidth(
  ctx: Pen,
  palette: Palette,
  text: string,
  style: Omit<TextStyle, "color">,
): CssPixels {
  const font = fontOf(palette, style);
  const ofFont = widths.get(font) ?? new Map<string, CssPixels>();
  const known = ofFont.get(text);
  if (known !== undefined) return known;
  if (ofFont.size >= MOST_WIDTHS) ofFont.clear();
  ctx.font = font;
  const { width } = ctx.measureText(text);
  widths.set(font, ofFont.set(text, width));
  return width;
}

/** The text, or as much of its beginning as fits, with an ellipsis; empty when not even that does. */
export function fitText(
  ctx: Pen,
  palette: Palette,
  text: string,
  most: CssPixels,
  style: Omit<TextStyle, "color">,
): string {
  if (textWidth(ctx, palette, text, style) <= most) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const candidate = `${letters.slice(0, middle).join("")}…`;
    if (textWidth(ctx, palette, candidate, style) <= most) low = middle;
    else high = middle - 1;
  }
  return low > 0 ? `${letters.slice(0, low).join("")}…` : "";
}
