const pixels = new Map<string, number>();

/** A colour of the page's style as a pixel of an image, whatever notation it is in. */
export function pixelOf(color: string): number {
  const known = pixels.get(color);
  if (known !== undefined) return known;
  const ctx = new OffscreenCanvas(1, 1).getContext("2d", { alpha: false });
  if (!ctx) return 0;
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, 1, 1);
  const [pixel = 0] = new Uint32Array(ctx.getImageData(0, 0, 1, 1).data.buffer);
  pixels.set(color, pixel);
  return pixel;
}
