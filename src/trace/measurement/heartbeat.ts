import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { Heartbeat } from "./measurement.ts";

/** A stretch without a tick: the worker could not get round to it. */
export interface HeartbeatGap {
  /** The last tick before it; the beginning of the run when there was none: workers are up before the run begins. */
  readonly from: TraceTime;
  /** The first tick after it; the end of what is known when there was none yet. */
  readonly to: TraceTime;
  /** Has no tick ended it? */
  readonly open: boolean;
}

/**
 * From this on missing ticks count as standing still: no blocking of a live run is shorter. Less is how punctual timers
 * are on a busy computer (HTML, § 8.6: no guarantee).
 */
const LEAST_GAP: Milliseconds = 100;

/** The stretches of at least `least` ms between 0 and `until` in which there was no tick, in order of time. */
export function gapsOf(
  { ticks }: Heartbeat,
  until: TraceTime,
  least: Milliseconds = LEAST_GAP,
): readonly HeartbeatGap[] {
  const gaps: HeartbeatGap[] = [];
  let from = 0 as TraceTime;
  for (const tick of ticks) {
    if (tick > until) break;
    if (tick - from >= least) gaps.push({ from, to: tick, open: false });
    if (tick > from) from = tick;
  }
  if (until - from >= least) gaps.push({ from, to: until, open: true });
  return gaps;
}

/** The longest of some gaps, the first of equals; undefined when there is none. */
export function longestGap(gaps: readonly HeartbeatGap[]): HeartbeatGap | undefined {
  let longest: HeartbeatGap | undefined;
  for (const gap of gaps) if (!longest || gap.to - gap.from > longest.to - longest.from) longest = gap;
  return longest;
}
