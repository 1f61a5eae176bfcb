import { type Milliseconds, traceTime } from "#base/units.ts";
import { stepAtTime } from "#trace/step-at-time.ts";
import type { Track } from "./player-types.ts";
import { endOf, eventsInInstant, isAtEnd, type Position } from "./position.ts";

/** A position in motion: `dwell` is how long it still stays at its event, in real ms at rate 1. */
export interface Motion extends Position {
  readonly dwell: Milliseconds;
}

/** Above this rate nobody could follow single events: time flows over them. */
const LAST_RATE_WITH_DWELL = 4;
/** The longest stay at one event, at one instant and in one whole run, in real ms at rate 1. */
const DWELL_PER_EVENT = 220;
const DWELL_PER_INSTANT = 4000;
const DWELL_PER_RUN = 16000;

/**
 * Lets real time pass. Between instants, trace time moves on by elapsed x rate; inside an instant it stands still while
 * the events are visited one by one. How the time is cut into frames makes no difference.
 * Returns what is left of `elapsed` when the end is reached (0 otherwise).
 */
export function advance(
  track: Track,
  motion: Motion,
  elapsed: Milliseconds,
  rate: number,
): { readonly motion: Motion; readonly left: Milliseconds } {
  return rate > LAST_RATE_WITH_DWELL
    ? flow(track, motion, elapsed, rate)
    : visit(track, motion, elapsed, rate);
}

/** Whether there is nothing left to play. */
export function hasFinished(track: Track, motion: Motion): boolean {
  return isAtEnd(track, motion) && motion.dwell === 0;
}

function flow(track: Track, motion: Motion, elapsed: Milliseconds, rate: number) {
  const end = endOf(track);
  const wanted = motion.currentTime + elapsed * rate;
  if (wanted >= end.currentTime) {
    return { motion: { ...end, dwell: 0 }, left: (wanted - end.currentTime) / rate };
  }
  const currentTime = traceTime(wanted);
  return { motion: { currentTime, step: stepAtTime(track, currentTime), dwell: 0 }, left: 0 };
}

function visit(track: Track, motion: Motion, elapsed: Milliseconds, rate: number) {
  let { currentTime, step, dwell } = motion;
  let left = elapsed;
  let dwellOfInstant = 0;
  for (;;) {
    if (dwell / rate > left) return { motion: { currentTime, step, dwell: dwell - left * rate }, left: 0 };
    left -= dwell / rate;
    dwell = 0;
    if (isAtEnd(track, { currentTime, step })) return { motion: { currentTime, step, dwell }, left };
    const isLast = step + 1 === track.length;
    const next = isLast ? track.end : track.timeAt(step + 1);
    if (next > currentTime) {
      const travel = (next - currentTime) / rate;
      if (travel > left) {
        return { motion: { currentTime: traceTime(currentTime + left * rate), step, dwell }, left: 0 };
      }
      left -= travel;
      currentTime = next;
      dwellOfInstant = 0;
    }
    if (isLast) continue;
    if (dwellOfInstant === 0) dwellOfInstant = dwellAt(track, step + 1);
    step += 1;
    dwell = dwellOfInstant;
  }
}

function dwellAt(track: Track, step: number): Milliseconds {
  const perInstant = DWELL_PER_INSTANT / eventsInInstant(track, step);
  return Math.min(DWELL_PER_EVENT, perInstant, DWELL_PER_RUN / track.length);
}
