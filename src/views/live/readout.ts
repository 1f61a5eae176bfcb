import type { Milliseconds } from "#base/units.ts";

/** Seconds with two decimals: measured times are not known to be finer. */
export const seconds = (ms: Milliseconds): string => (ms / 1000).toFixed(2);

/** Milliseconds with a tenth as long as it counts for something. */
export const milliseconds = (ms: Milliseconds): string => ms.toFixed(Math.abs(ms) < 100 ? 1 : 0);

/** A difference in seconds, with its sign. */
export const signedSeconds = (ms: Milliseconds): string => signed(ms / 1000, 2);

/** A difference in ms, with its sign. */
export const signedMilliseconds = (ms: Milliseconds): string => signed(ms, Math.abs(ms) < 100 ? 1 : 0);

/** A difference in per cent, with its sign. */
export const signedPercent = (percent: number): string => signed(percent, Math.abs(percent) < 100 ? 1 : 0);

/** Nothing has no sign, and a minus is as wide as a plus. */
function signed(value: number, decimals: number): string {
  const size = Math.abs(value).toFixed(decimals);
  if (Number(size) === 0) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}
