import { type Milliseconds, traceTime } from "#base/units.ts";
import { stepAtTime } from "#trace/step-at-time.ts";
import type { Track } from "./player-types.ts";
import { endOf, isAtEnd, isStopBefore, type Position } from "./position.ts";
import { arrivalDwell, dwellAt, FASTEST_RATE_WITH_DWELL, type Tempo } from "./tempo.ts";

/** A position in motion: `dwell` is how long it still stays there, in real ms at rate 1. */
export interface Motion extends Position {
  readonly dwell: Milliseconds;
}

/**
 * Lets real time pass. Between instants, trace time moves on by elapsed x rate; inside an instant it stands still while
 * the events are visited one by one. How the time is cut into frames makes no difference.
 * Returns what is left of `elapsed` when the end is reached (0 otherwise).
 */
export function advance(
  track: Track,
  motion: Motion,
  elapsed: Milliseconds,
  tempo: Tempo,
): { readonly motion: Motion; readonly left: Milliseconds } {
  return tempo.playbackRate > FASTEST_RATE_WITH_DWELL || track.lengths !== undefined
    ? flow(track, motion, elapsed, tempo.playbackRate)
    : visit(track, motion, elapsed, tempo);
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

function visit(track: Track, motion: Motion, elapsed: Milliseconds, tempo: Tempo) {
  const rate = tempo.playbackRate;
  let { currentTime, step, dwell } = motion;
  let left = elapsed;
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
      if (tempo.slowMotion && isStopBefore(track, step + 1)) {
        dwell = arrivalDwell(tempo) * rate;
        continue;
      }
    }
    if (isLast) continue;
    step += 1;
    dwell = dwellAt(track, step, tempo) * rate;
  }
}
