import type { Milliseconds } from "#base/units.ts";
import type { PlayerState } from "./player-types.ts";
import type { Position } from "./position.ts";
import { dwellAt } from "./tempo.ts";

/** Where playing is to pause, and how many times as fast as otherwise it goes there. */
export interface Journey extends Position {
  readonly pace: number;
}

/** Longer than this nobody is to wait until a moment has come, in real ms. */
const LONGEST: Milliseconds = 5_000;
/** Faster than this nobody sees what happens on the way: a longer way takes its time. */
const FASTEST_PACE = 8;
/** So many steps are looked at to find out how long a way is; with more of them it is long in any case. */
const STEPS_LOOKED_AT = 500;

export function journeyTo(goal: Position, from: PlayerState): Journey {
  const { track, currentTime, step, playbackRate } = from;
  let length = (goal.currentTime - currentTime) / playbackRate;
  for (let next = step + 1; next < Math.min(goal.step, step + STEPS_LOOKED_AT); next++)
    length += dwellAt(track, next, from);
  return { ...goal, pace: Math.max(1, Math.min(length / LONGEST, FASTEST_PACE)) };
}

/** Whether a position is at the goal, or past it. */
export const hasReached = (position: Position, goal: Position): boolean =>
  position.currentTime > goal.currentTime ||
  (position.currentTime === goal.currentTime && position.step >= goal.step);
