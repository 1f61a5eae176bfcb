import type { Milliseconds } from "#base/units.ts";
import { advance, type Motion } from "./advance.ts";
import type { Track } from "./player-types.ts";
import { atStep } from "./position.ts";
import type { Tempo } from "./tempo.ts";

/** Steps that playing comes to rest at when it gets there; ascending. */
export type HoldPoints = readonly number[];

/** As `advance`, but no further than to the first hold point on the way. */
export function advanceToHold(
  track: Track,
  from: Motion,
  elapsed: Milliseconds,
  tempo: Tempo,
  holds: HoldPoints,
): ReturnType<typeof advance> & { readonly isHeld: boolean } {
  const played = advance(track, from, elapsed, tempo);
  const hold = firstHold(holds, from.step, played.motion.step);
  if (hold === undefined) return { ...played, isHeld: false };
  return { motion: { ...atStep(track, hold), dwell: 0 }, left: 0, isHeld: true };
}

/** The first hold point on the way from one step to another, the last one included; undefined when the way is free. */
export function firstHold(holds: HoldPoints, after: number, upTo: number): number | undefined {
  const next = holds.find((hold) => hold > after);
  return next !== undefined && next <= upTo ? next : undefined;
}
