import type { Milliseconds } from "#base/units.ts";

/** Seconds with two digits, as every clock of the page shows them. */
export const readout = (ms: Milliseconds): string => (ms / 1000).toFixed(2);
