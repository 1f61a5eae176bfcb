import type { CssPixels } from "#base/units.ts";

/** A small picture, painted once and copied often: without a graphics card a path costs many times what a copy does. */
export interface Sprite {
  readonly image: CanvasImageSource;
  /** Pixels of the image for each CSS px. */
  readonly ratio: number;
}

const sprites = new Map<string, Sprite>();
const MOST = 64;

/** The sprite of this key and the screen's resolution; undefined where none can be made, and paths have to do. */
export function spriteOf(
  ctx: CanvasRenderingContext2D,
  key: string,
  [width, height]: readonly [CssPixels, CssPixels],
  paint: (ctx: CanvasRenderingContext2D) => void,
): Sprite | undefined {
  if (typeof OffscreenCanvas === "undefined") return undefined;
  const ratio = ctx.getTransform().a;
  const name = `${ratio}|${key}`;
  const known = sprites.get(name);
  if (known) return known;
  const image = new OffscreenCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
  // The two kinds of context draw alike; what they differ in is not used here.
  const inner = image.getContext("2d") as unknown as CanvasRenderingContext2D | null;
  if (!inner) return undefined;
  inner.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint(inner);
  if (sprites.size >= MOST) sprites.clear();
  const sprite = { image, ratio };
  sprites.set(name, sprite);
  return sprite;
}

/** Copies a part of a sprite to (x, y), pixel to pixel: it moves by whole pixels, or it would be blurred. */
export function drawSprite(
  ctx: CanvasRenderingContext2D,
  { image, ratio }: Sprite,
  [from, width, height]: readonly [CssPixels, CssPixels, CssPixels],
  x: CssPixels,
  y: CssPixels,
): void {
  const whole = (length: CssPixels) => Math.round(length * ratio);
  const [w, h] = [whole(width), whole(height)];
  if (w < 1 || h < 1) return;
  ctx.drawImage(image, whole(from), 0, w, h, whole(x) / ratio, whole(y) / ratio, w / ratio, h / ratio);
}
