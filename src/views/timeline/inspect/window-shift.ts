/** The part of an axis that is in view: two shares of its width, 0 to 1. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** How to get from one part to another by zooming alone: by which factor, and around which share of the view. */
export interface Approach {
  readonly factor: number;
  readonly around: number;
}

/**
 * Every two windows of different width have one place that stands at the same share of both: zooming around it leads
 * straight from the one to the other. It may lie outside of the view. Undefined when they are equally wide.
 */
export function approach(now: Window, wanted: Window): Approach | undefined {
  const width = now.to - now.from;
  const next = wanted.to - wanted.from;
  if (Math.abs(width - next) < 1e-6 * width) return undefined;
  return { factor: width / next, around: (wanted.from - now.from) / (width - next) };
}

/** A window with some air on both sides, no narrower than `least`, inside the axis where it fits. */
export function withAir({ from, to }: Window, share: number, least: number): Window {
  const width = Math.min(1, Math.max(least, (to - from) * (1 + 2 * share)));
  const middle = (from + to) / 2;
  const start = Math.max(0, Math.min(1 - width, middle - width / 2));
  return { from: start, to: start + width };
}
