import type { Milliseconds } from "#base/units.ts";
import { writeFixed } from "#base/write-number.ts";

/** Milliseconds with a tenth as long as it counts for something. */
export const milliseconds = (ms: Milliseconds): string => writeFixed(ms, Math.abs(ms) < 100 ? 1 : 0);

/** A difference in seconds, with its sign. */
export const signedSeconds = (ms: Milliseconds): string => signed(ms / 1000, 2);

/** A difference in ms, with its sign. */
export const signedMilliseconds = (ms: Milliseconds): string => signed(ms, Math.abs(ms) < 100 ? 1 : 0);

/** A difference in per cent, with its sign. */
export const signedPercent = (percent: number): string => signed(percent, Math.abs(percent) < 100 ? 1 : 0);

/** Nothing has no sign, and a minus is as wide as a plus. */
function signed(value: number, decimals: number): string {
  const size = writeFixed(Math.abs(value), decimals);
  if (!/[1-9]/.test(size)) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}
