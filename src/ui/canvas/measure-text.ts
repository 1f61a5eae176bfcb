import type { CssPixels } from "#base/units.ts";

let ctx: CanvasRenderingContext2D | null | undefined;

/** Width of a text in a font, by a canvas that is never seen. */
export function measureText(font: string, text: string): CssPixels {
  ctx ??= document.createElement("canvas").getContext("2d");
  if (!ctx) return 0;
  ctx.font = font;
  return ctx.measureText(text).width;
}
