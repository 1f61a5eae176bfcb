import type { Milliseconds, TraceTime } from "#base/units.ts";
import { writeFixed } from "#base/write-number.ts";
import type { TimelineWords } from "#i18n/timeline.ts";
import type { Run } from "../use-run.ts";

/** Writes moments of a run in seconds, as finely as they are known. */
export const secondsOf = ({ live }: Pick<Run, "live">): ((ms: Milliseconds) => string) =>
  live ? (ms) => writeFixed(ms / 1000, 3) : (ms) => writeFixed(ms / 1000, Math.round(ms) % 10 === 0 ? 2 : 3);

/** What is shorter than the smallest number that is written is an instant to the reader. */
const LEAST_WRITTEN: Milliseconds = 0.5;

/** How long something lasts, in words. */
export function durationOf(
  run: Pick<Run, "live">,
  { start, end }: { readonly start: TraceTime; readonly end: TraceTime },
  words: TimelineWords,
): string {
  const duration = end - start;
  return duration >= LEAST_WRITTEN ? secondsOf(run)(duration) : words.instant;
}
