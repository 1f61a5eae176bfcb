import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { firstHold } from "./hold-points.ts";
import { pass, playerOf, where } from "./players-for-tests.ts";

const A_WHILE = 5000;

describe("a player with hold points", () => {
  it("is held at the first of them, and plays on from it to the next", () => {
    const player = playerOf(0, 0, 100, 200, 300);
    player.setHolds([1, 3]);
    player.play();
    pass(player, A_WHILE);
    expect(where(player)).toBe("0/1 held");
    expect(player.tick(100)).toBe(false);
    player.play();
    pass(player, A_WHILE);
    expect(where(player)).toBe("200/3 held");
    player.toggle();
    pass(player, A_WHILE);
    expect(where(player)).toBe("300/4 ended");
  });

  it("is held above every rate at which single events are visited, too", () => {
    const player = playerOf(0, 100, 200);
    player.setPlaybackRate(16);
    player.setHolds([1]);
    player.play();
    pass(player, A_WHILE);
    expect(where(player)).toBe("100/1 held");
  });

  it("has ended when it is held at the end, even if it loops", () => {
    const player = playerOf(0, 100);
    player.setLoop(true);
    player.setHolds([1]);
    player.play();
    pass(player, A_WHILE);
    expect(where(player)).toBe("100/1 ended");
  });

  it("is held again in the next round of a loop", () => {
    const player = playerOf(0, 100, 200);
    player.setLoop(true);
    player.setHolds([1]);
    player.play();
    pass(player, A_WHILE);
    player.play();
    pass(player, A_WHILE);
    expect(where(player)).toBe("100/1 held");
  });

  it("is only held by playing: who steps or seeks there has paused", () => {
    const player = playerOf(0, 100, 200);
    player.setHolds([1]);
    player.seekStep(0);
    player.stepBy(1);
    expect(where(player)).toBe("100/1 paused");
    player.seek(traceTime(100));
    expect(where(player)).toBe("100/1 paused");
  });

  it("rests like any paused player when its hold points are taken away", () => {
    const player = playerOf(0, 100, 200);
    player.setHolds([1]);
    player.play();
    pass(player, A_WHILE);
    player.setHolds([]);
    expect(where(player)).toBe("100/1 paused");
  });

  it("forgets them with the track they belong to", () => {
    const player = playerOf(0, 100, 200);
    player.setHolds([1]);
    player.load(player.getState().track);
    player.play();
    pass(player, A_WHILE);
    expect(where(player)).toBe("200/2 ended");
  });

  it("is held at the same places however time is cut into frames", () => {
    const slices = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(slices, fc.constantFrom(0.5, 1, 4, 8), (cuts, rate) => {
        const player = playerOf(0, 0, 90, 90, 400, 700);
        player.setPlaybackRate(rate);
        player.setHolds([1, 3, 4]);
        player.play();
        const held: number[] = [];
        for (const cut of [...cuts, ...Array.from({ length: 80 }, () => 240)]) {
          player.tick(cut);
          if (player.getState().status !== "held") continue;
          held.push(player.getState().step);
          player.play();
        }
        expect(held).toEqual([1, 3, 4]);
        expect(player.getState().status).toBe("ended");
      }),
    );
  });
});

it("finds the first hold on a way, and none on a free one", () => {
  expect(firstHold([2, 5], 1, 9)).toBe(2);
  expect(firstHold([2, 5], 2, 5)).toBe(5);
  expect(firstHold([2, 5], 2, 4)).toBeUndefined();
  expect(firstHold([], -1, 9)).toBeUndefined();
});
