import type { Milliseconds } from "#base/units.ts";

/** How durations are said, unit included. */
export interface SecondsFormat {
  /** In a sentence: `2 s`. */
  readonly seconds: (ms: Milliseconds) => string;
  /** A total: `2.00 s`. */
  readonly total: (ms: Milliseconds) => string;
}

const plain = (ms: Milliseconds): number => Number((ms / 1000).toFixed(3));

/** Simulated durations are exact, to the millisecond. */
export const exactSeconds = (second: string): SecondsFormat => ({
  seconds: (ms) => `${plain(ms)} ${second}`,
  total: (ms) => `${(ms / 1000).toFixed(ms % 10 === 0 ? 2 : 3)} ${second}`,
});

/** Measured ones are told to the hundredth of a second; those that would be nothing then, in tenths of a millisecond. */
export function measuredSeconds(second: string, millisecond: string): SecondsFormat {
  const total = (ms: Milliseconds): string => `${(ms / 1000).toFixed(2)} ${second}`;
  return {
    seconds: (ms) => {
      if (ms % 10 === 0) return `${plain(ms)} ${second}`;
      return Math.abs(ms) < 10 ? `${ms.toFixed(1)} ${millisecond}` : total(ms);
    },
    total,
  };
}
