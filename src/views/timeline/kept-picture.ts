import type { CssPixels } from "#base/units.ts";

type Context = CanvasRenderingContext2D;

/** A part of a picture as it was when it was last drawn, and what it was drawn from. */
interface KeptPicture {
  last: { readonly causes: readonly unknown[]; readonly image: OffscreenCanvas } | undefined;
}

export const createKept = (): KeptPicture => ({ last: undefined });

/**
 * Draws the upper left part of a picture, or copies it as it was while nothing in `causes` has changed: names and the
 * minimap's lanes stay what they are while one pans and zooms.
 */
export function drawKept(
  ctx: Context,
  kept: KeptPicture,
  [width, height]: readonly [CssPixels, CssPixels],
  causes: readonly unknown[],
  draw: (ctx: Context) => void,
): void {
  if (typeof OffscreenCanvas === "undefined") {
    draw(ctx);
    return;
  }
  const ratio = ctx.getTransform().a;
  const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  const all = [columns, rows, ...causes];
  if (!kept.last || all.some((cause, k) => cause !== kept.last?.causes[k])) {
    const image = kept.last?.image ?? new OffscreenCanvas(columns, rows);
    if (image.width !== columns) image.width = columns;
    if (image.height !== rows) image.height = rows;
    // The two kinds of context draw alike; what they differ in is not used here.
    const inner = image.getContext("2d", { alpha: false }) as unknown as Context | null;
    if (!inner) return;
    inner.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(inner);
    kept.last = { causes: all, image };
  }
  ctx.drawImage(kept.last.image, 0, 0, columns / ratio, rows / ratio);
}
