import type { CssPixels } from "./units.ts";

/** Distance of the labelled ticks in ms: the least of 1, 2, 5, 10 … at which labels do not crowd. */
export function tickInterval(pixelsPerMs: number, least: CssPixels): number {
  if (pixelsPerMs <= 0) return Number.POSITIVE_INFINITY;
  const ms = Math.max(1, least / pixelsPerMs);
  const decade = 10 ** Math.floor(Math.log10(ms));
  for (const factor of [1, 2, 5]) if (factor * decade >= ms) return factor * decade;
  return 10 * decade;
}

/** A tick's label in seconds, with as many decimals as its neighbours differ by, and one at least. */
export function tickLabel(ms: number, interval: number): string {
  const decimals = interval >= 100 ? 1 : interval >= 10 ? 2 : 3;
  return (ms / 1000).toFixed(decimals);
}
