import { writeCount, writeSeconds } from "#base/write-number.ts";
import type { TrialAxis } from "#scenario/trial.ts";

/** A value of an axis, without its unit: times in seconds, all else as it is. */
export const writeValue = (axis: TrialAxis, value: number): string =>
  axis === "delay" ? writeSeconds(value) : writeCount(value);
