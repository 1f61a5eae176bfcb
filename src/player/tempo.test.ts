import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { EVENT_TYPES } from "#trace/event-types.ts";
import { flightTime, MOVEMENT_TIME, movementOf } from "./movements.ts";
import { createPlayer } from "./player.ts";
import type { Track } from "./player-types.ts";
import { loopTrackOf, pass, where } from "./players-for-tests.ts";
import { dwellAt, FASTEST_RATE_WITH_DWELL, speedAt } from "./tempo.ts";

const tempo = (playbackRate: number, slowMotion = false) => ({ playbackRate, slowMotion });

describe("a flight", () => {
  it("takes the time of the table at speed 1, and between 120 and 600 ms at any other", () => {
    expect(flightTime("hang", 1)).toBe(440);
    expect(flightTime("sit", 2)).toBe(160);
    expect(flightTime("sit", 4)).toBe(120);
    expect(flightTime("wake", 0.1)).toBe(600);
  });

  it("has landed before a playing player goes on", () => {
    const rates = fc.double({ min: 0.1, max: FASTEST_RATE_WITH_DWELL, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), rates, fc.boolean(), (type, rate, slowMotion) => {
        const track = loopTrackOf([0, type], [1, "print"]);
        const movement = movementOf(type);
        if (movement === "stay") return;
        const speed = speedAt(track, 0, tempo(rate, slowMotion));
        expect(dwellAt(track, 0, tempo(rate, slowMotion))).toBeGreaterThanOrEqual(
          flightTime(movement, speed),
        );
      }),
    );
  });
});

describe("a player", () => {
  it("lets model time stand still until the flight of an event has landed", () => {
    const player = createPlayer();
    player.load(loopTrackOf([0, "task_suspended"], [1000, "timer_fired"]));
    player.play();
    pass(player, MOVEMENT_TIME.hang - 1);
    expect(where(player)).toBe("0/0 playing");
    pass(player, 1 + 100);
    expect(where(player)).toBe("100/0 playing");
  });

  it("stays four times as long in slow motion, while time between the events passes as ever", () => {
    const player = createPlayer();
    player.load(loopTrackOf([0, "print"], [1000, "print"]));
    player.setSlowMotion(true);
    player.play();
    pass(player, 4 * MOVEMENT_TIME.stay - 1);
    expect(where(player)).toBe("0/0 playing");
    pass(player, 1 + 1000);
    expect(where(player)).toBe("1000/0 playing");
    pass(player, 4 * MOVEMENT_TIME.wake);
    expect(where(player)).toBe("1000/1 playing");
  });

  it("plays a hundred thousand events in the time of eighty", () => {
    const track: Track = {
      ...loopTrackOf(),
      length: 100_000,
      timeAt: (index) => traceTime(Math.floor(index / 50_000)),
      typeAt: () => "task_ready",
    };
    const dwells = [0, 50_000, 99_999].map((step) => dwellAt(track, step, tempo(1)));
    for (const dwell of dwells) expect(dwell * track.length).toBeLessThanOrEqual(80 * MOVEMENT_TIME.wake + 1);
  });
});
