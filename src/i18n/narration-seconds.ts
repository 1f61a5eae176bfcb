import type { Milliseconds } from "#base/units.ts";
import { writeClock, writeFixed, writeSeconds } from "#base/write-number.ts";

/** How durations are said, unit included. */
export interface SecondsFormat {
  /** In a sentence: `2 s`. */
  readonly seconds: (ms: Milliseconds) => string;
  /** A total: `2.00 s`. */
  readonly total: (ms: Milliseconds) => string;
}

/** Simulated durations are exact, to the millisecond. */
export const exactSeconds = (second: string): SecondsFormat => ({
  seconds: (ms) => `${writeSeconds(ms)} ${second}`,
  total: (ms) => `${writeFixed(ms / 1000, ms % 10 === 0 ? 2 : 3)} ${second}`,
});

/** Measured ones are told to the hundredth of a second; those that would be nothing then, in tenths of a millisecond. */
export function measuredSeconds(second: string, millisecond: string): SecondsFormat {
  const total = (ms: Milliseconds): string => `${writeClock(ms)} ${second}`;
  return {
    seconds: (ms) => {
      if (ms % 10 === 0) return `${writeSeconds(ms)} ${second}`;
      return Math.abs(ms) < 10 ? `${ms.toFixed(1)} ${millisecond}` : total(ms);
    },
    total,
  };
}
