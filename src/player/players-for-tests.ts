import { traceTime } from "#base/units.ts";
import { createPlayer } from "./player.ts";
import type { Player, Track } from "./player-types.ts";

export const trackOf = (...times: readonly number[]): Track => trackUntil(times.at(-1) ?? 0, ...times);

/** A track that goes on after its last moment. */
export const trackUntil = (end: number, ...times: readonly number[]): Track => ({
  length: times.length,
  end: traceTime(end),
  timeAt: (index) => traceTime(times[index] as number),
});

export function playerOf(...times: readonly number[]): Player {
  const player = createPlayer();
  player.load(trackOf(...times));
  return player;
}

/** Position and status as `time/step status`. */
export function where(player: Player): string {
  const { currentTime, step, status } = player.getState();
  return `${currentTime}/${step} ${status}`;
}

/** Lets time pass in frames of 100 ms. */
export function pass(player: Player, elapsed: number): void {
  for (let left = elapsed; left > 0; left -= 100) player.tick(Math.min(left, 100));
}
