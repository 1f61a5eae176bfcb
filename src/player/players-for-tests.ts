import { traceTime } from "#base/units.ts";
import type { EventType } from "#trace/event-types.ts";
import { createPlayer } from "./player.ts";
import type { Player, Track } from "./player-types.ts";

export const trackOf = (...times: readonly number[]): Track => trackUntil(times.at(-1) ?? 0, ...times);

/** A track of events of given types at given times, all in turn 1 of a loop. */
export const loopTrackOf = (...events: readonly (readonly [time: number, type: EventType])[]): Track => ({
  ...trackOf(...events.map(([time]) => time)),
  typeAt: (index) => events[index]?.[1] ?? "print",
  turnAt: () => 1,
});

/** A track of prints, without a loop, that goes on after its last moment. */
export const trackUntil = (end: number, ...times: readonly number[]): Track => ({
  length: times.length,
  end: traceTime(end),
  timeAt: (index) => traceTime(times[index] as number),
  typeAt: () => "print",
  turnAt: () => -1,
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
