import type { Milliseconds } from "#base/units.ts";
import { flightTime, MOVEMENT_TIME, movementOf } from "./movements.ts";
import type { Track } from "./player-types.ts";
import { eventsInInstant } from "./position.ts";

/** How fast a track is played. */
export interface Tempo {
  /** Trace ms per real ms. */
  readonly playbackRate: number;
  /** Stays longer at each event of an event loop, and stops where an instant has come and nothing in it has happened. */
  readonly slowMotion: boolean;
}

/** Above this rate nobody could follow single events: time flows over them, and nothing flies. */
export const FASTEST_RATE_WITH_DWELL = 4;

/** So many events, at one instant and in one run, are shown at full length; where there are more, they share its time. */
const UNHURRIED_EVENTS_PER_INSTANT = 40;
const UNHURRIED_EVENTS_PER_RUN = 80;
const SLOW_MOTION = 4;

/**
 * How many times as fast as at speed 1 a step is shown: by the rate, hurrying where there is much to show (10,000 tasks
 * must not take an hour), not so fast in slow motion.
 */
export function speedAt(track: Track, step: number, { playbackRate, slowMotion }: Tempo): number {
  if (step < 0 || step >= track.length) return playbackRate;
  const hurry = Math.max(
    1,
    eventsInInstant(track, step) / UNHURRIED_EVENTS_PER_INSTANT,
    track.length / UNHURRIED_EVENTS_PER_RUN,
  );
  return (playbackRate * hurry) / (slowMotion && track.turnAt(step) >= 0 ? SLOW_MOTION : 1);
}

/**
 * How long a playing player stays at a step, in real ms: until what it sets in motion has landed. Only where it has to
 * hurry more than fourfold may flights overlap, and tokens come to fly in a stream.
 */
export function dwellAt(track: Track, step: number, tempo: Tempo): Milliseconds {
  const movement = movementOf(track.typeAt(step));
  const speed = speedAt(track, step, tempo);
  const stay = MOVEMENT_TIME[movement] / speed;
  const hasLanding = movement !== "stay" && speed <= FASTEST_RATE_WITH_DWELL;
  return hasLanding ? Math.max(stay, flightTime(movement, speed)) : stay;
}

/** How long slow motion stays where time has come to an instant before anything happens in it. */
export const arrivalDwell = ({ playbackRate }: Tempo): Milliseconds =>
  (SLOW_MOTION * MOVEMENT_TIME.wake) / playbackRate;
