import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { EventType } from "#trace/event-types.ts";
import { createPlayer } from "./player.ts";
import type { Player } from "./player-types.ts";
import { loopTrackOf, playerOf, where } from "./players-for-tests.ts";

const times = fc
  .array(fc.nat(40), { maxLength: 60 })
  .map((gaps) => gaps.map((_, index) => gaps.slice(0, index).reduce((sum, gap) => sum + (gap % 4) * gap, 0)));

const commands = fc.array(
  fc.oneof(
    fc.nat(200).map((elapsed) => (player: Player) => void player.tick(elapsed)),
    fc.integer({ min: -3, max: 3 }).map((delta) => (player: Player) => player.stepBy(delta)),
    fc.tuple(fc.integer({ min: -9, max: 999 }), fc.option(fc.integer({ min: -2, max: 60 }))).map(
      ([time, step]) =>
        (player: Player) =>
          player.seek(traceTime(time), step ?? undefined),
    ),
    fc.constantFrom<(player: Player) => void>(
      (player) => player.play(),
      (player) => player.pause(),
      (player) => player.nextMoment(),
      (player) => player.previousMoment(),
      (player) => player.toEnd(),
      (player) => player.setLoop(true),
      (player) => player.setPlaybackRate(16),
    ),
  ),
  { maxLength: 30 },
);

describe("whatever is done to it", () => {
  it("stands between the event that has happened and the one that has not", () => {
    fc.assert(
      fc.property(times, commands, (moments, doings) => {
        const player = playerOf(...moments);
        for (const act of doings) {
          act(player);
          const { currentTime, step } = player.getState();
          expect(step).toBeGreaterThanOrEqual(-1);
          expect(step).toBeLessThan(Math.max(moments.length, 1));
          expect(moments[step] ?? 0).toBeLessThanOrEqual(currentTime);
          expect(moments[step + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(currentTime);
        }
      }),
    );
  });

  it("comes to the same place however time is cut into frames", () => {
    // Up to 40 events at an instant and 80 in all, nothing hurries: all sums are exact, so equal means equal.
    const shortTimes = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 10 })), { maxLength: 7 })
      .map((instants) => {
        let time = 0;
        return instants.flatMap(([gap, count]) => {
          time += gap;
          return Array.from({ length: count }, () => time);
        });
      });
    const frames = fc.array(fc.nat(120), { minLength: 1, maxLength: 80 });
    const rate = fc.constantFrom(0.5, 1, 2, 4, 8);
    const types = fc.array(
      fc.constantFrom<EventType>("print", "task_started", "task_suspended", "task_ready", "task_done"),
      { minLength: 70, maxLength: 70 },
    );
    const switches = fc.record({ loop: fc.boolean(), slowMotion: fc.boolean() });
    fc.assert(
      fc.property(shortTimes, types, frames, rate, switches, (moments, kinds, cuts, playbackRate, on) => {
        const play = (slices: readonly number[]) => {
          const player = createPlayer();
          player.load(loopTrackOf(...moments.map((time, k) => [time, kinds[k] ?? "print"] as const)));
          player.setPlaybackRate(playbackRate);
          player.setLoop(on.loop);
          player.setSlowMotion(on.slowMotion);
          player.play();
          for (const slice of slices) player.tick(slice);
          return where(player);
        };
        const total = cuts.reduce((sum, cut) => sum + cut, 0);
        const even = [...Array.from({ length: Math.floor(total / 16) }, () => 16), total % 16];
        expect(play(cuts)).toBe(play(even));
      }),
    );
  });

  it("only goes forward while it plays", () => {
    fc.assert(
      fc.property(times, fc.array(fc.nat(300)), (moments, slices) => {
        const player = playerOf(...moments);
        player.play();
        let last = player.getState();
        for (const slice of slices) {
          player.tick(slice);
          const now = player.getState();
          expect(now.currentTime).toBeGreaterThanOrEqual(last.currentTime);
          expect(now.step).toBeGreaterThanOrEqual(last.step);
          last = now;
        }
      }),
    );
  });
});
