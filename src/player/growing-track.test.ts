import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { MOVEMENT_TIME } from "./movements.ts";
import { createPlayer } from "./player.ts";
import { pass, playerOf, trackOf, trackUntil, where } from "./players-for-tests.ts";

const STAY = MOVEMENT_TIME.stay;

describe("a track that grows", () => {
  it("takes a playhead at its end along", () => {
    const player = playerOf(0, 100);
    player.toEnd();
    player.extend(trackUntil(180, 0, 100, 150));
    expect(where(player)).toBe("180/2 ended");
    expect(player.getState().arrival).toBe("flow");
    player.extend(trackUntil(230, 0, 100, 150));
    expect(where(player)).toBe("230/2 ended");
    expect(player.getState().arrival).toBe("jump");
  });

  it("leaves a playhead elsewhere in peace, paused or playing", () => {
    const player = playerOf(0, 100);
    player.seek(traceTime(40));
    player.extend(trackUntil(180, 0, 100, 150));
    expect(where(player)).toBe("40/0 paused");
    player.play();
    player.extend(trackUntil(200, 0, 100, 150));
    expect(where(player)).toBe("40/0 playing");
  });

  it("is played up to the end that is known, beyond its last event", () => {
    const player = createPlayer();
    player.load(trackUntil(300, 0, 100));
    player.play();
    pass(player, 100 + 2 * STAY + 199);
    expect(where(player)).toBe("299/1 playing");
    pass(player, 100);
    expect(where(player)).toBe("300/1 ended");
  });

  it("begins empty", () => {
    const player = createPlayer();
    player.load(trackOf());
    player.extend(trackUntil(50));
    expect(where(player)).toBe("50/-1 ended");
    player.extend(trackUntil(60, 55));
    expect(where(player)).toBe("60/0 ended");
  });
});
