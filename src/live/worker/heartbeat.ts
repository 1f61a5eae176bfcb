import type { Milliseconds, WallTime } from "#base/units.ts";

/** How far apart the ticks are meant to be. */
export const HEARTBEAT_PERIOD: Milliseconds = 10;

/**
 * Ticks travel together: a message for each would be work for the page that is being measured. So few that what is not
 * told yet, or is lost when the worker is ended, is not taken for a standstill.
 */
const TICKS_AT_A_TIME = 5;

/**
 * Lets a timer tick in this context and tells the moments of its ticks. A context that is blocked does not tick, and
 * does not make up for it (HTML, § 8.7, timers). Returns how to stop; the last ticks are told then.
 */
export function startHeartbeat(now: () => WallTime, tell: (ticks: readonly WallTime[]) => void): () => void {
  let ticks: WallTime[] = [];
  const handOver = () => {
    if (ticks.length > 0) tell(ticks);
    ticks = [];
  };
  const timer = setInterval(() => {
    ticks.push(now());
    if (ticks.length >= TICKS_AT_A_TIME) handOver();
  }, HEARTBEAT_PERIOD);
  return () => {
    clearInterval(timer);
    handOver();
  };
}
