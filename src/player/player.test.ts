import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { MOVEMENT_TIME } from "./movements.ts";
import { createPlayer } from "./player.ts";
import { loopTrackOf, pass, playerOf, trackOf, where } from "./players-for-tests.ts";

const STAY = MOVEMENT_TIME.stay;

describe("loading", () => {
  it("puts the playhead before the first event, paused", () => {
    expect(where(playerOf(0, 10))).toBe("0/-1 paused");
  });

  it("can begin anywhere, even in the middle of an instant", () => {
    const player = createPlayer();
    player.load(trackOf(0, 10, 10, 20), { time: traceTime(10), step: 1 });
    expect(where(player)).toBe("10/1 paused");
    player.load(trackOf(0, 10, 10, 20), { time: traceTime(15) });
    expect(where(player)).toBe("15/2 paused");
  });

  it("at the end is over, so that playing begins anew", () => {
    const player = createPlayer();
    player.load(trackOf(0, 10), { time: traceTime(10) });
    expect(where(player)).toBe("10/1 ended");
    player.play();
    expect(where(player)).toBe("0/-1 playing");
  });

  it("keeps rate and loop, and tells everyone once", () => {
    const player = playerOf(0, 10);
    player.setPlaybackRate(2);
    player.setLoop(true);
    let told = 0;
    player.subscribe(() => {
      told += 1;
    });
    player.load(trackOf(0));
    expect(told).toBe(1);
    expect(player.getState()).toMatchObject({ playbackRate: 2, loop: true, arrival: "jump" });
  });
});

describe("playing", () => {
  it("visits the events of an instant one by one, then lets time pass", () => {
    const player = playerOf(0, 0, 1000);
    player.play();
    player.tick(0);
    expect(where(player)).toBe("0/0 playing");
    pass(player, STAY);
    expect(where(player)).toBe("0/1 playing");
    pass(player, STAY + 300);
    expect(where(player)).toBe("300/1 playing");
    pass(player, 700);
    expect(where(player)).toBe("1000/2 playing");
  });

  it("ends after it has stayed at the last event, and asks for no more frames", () => {
    const player = playerOf(0, 100);
    player.play();
    pass(player, STAY + 100);
    expect(player.tick(STAY - 1)).toBe(true);
    expect(player.tick(1)).toBe(false);
    expect(where(player)).toBe("100/1 ended");
    expect(player.tick(100)).toBe(false);
  });

  it("starts again from the beginning when it is at the end", () => {
    const player = playerOf(0, 100);
    player.toEnd();
    expect(where(player)).toBe("100/1 ended");
    player.play();
    expect(where(player)).toBe("0/-1 playing");
  });

  it("is faster at a higher rate, in time and in stays", () => {
    const player = playerOf(0, 1000);
    player.setPlaybackRate(2);
    player.play();
    pass(player, STAY / 2 + 100);
    expect(where(player)).toBe("200/0 playing");
  });

  it("stays nowhere above rate 4", () => {
    const player = playerOf(0, 0, 0, 1000);
    player.setPlaybackRate(8);
    player.play();
    player.tick(10);
    expect(where(player)).toBe("80/2 playing");
  });

  it("hurries where an instant has many events, so that 80 take no longer than 40", () => {
    const many = Array.from({ length: 80 }, () => 0);
    const player = playerOf(...many, 1000);
    player.play();
    pass(player, 40 * STAY - 1);
    expect(where(player)).toBe("0/79 playing");
    pass(player, 1 + 500);
    expect(where(player)).toBe("500/79 playing");
  });

  it("hurries where a run has many events, so that 1000 take no longer than 80", () => {
    const player = playerOf(...Array.from({ length: 1000 }, (_, index) => index));
    player.play();
    pass(player, 80 * STAY + 999 - 1);
    expect(player.getState().status).toBe("playing");
    pass(player, 2);
    expect(where(player)).toBe("999/999 ended");
  });

  it("takes a long gap between frames for a pause of the page", () => {
    const player = playerOf(0, 10_000);
    player.play();
    pass(player, STAY);
    player.tick(60_000);
    expect(where(player)).toBe("250/0 playing");
  });

  it("goes round when it loops", () => {
    const player = playerOf(0, 100);
    player.setLoop(true);
    player.play();
    pass(player, STAY + 100 + STAY + STAY + 30);
    expect(where(player)).toBe("30/0 playing");
  });

  it("does not hang in a loop that takes no time", () => {
    for (const player of [playerOf(), playerOf(0, 0)]) {
      player.setLoop(true);
      player.setPlaybackRate(16);
      player.play();
      expect(player.tick(16)).toBe(true);
    }
  });

  it("pauses where it is, and toggles", () => {
    const player = playerOf(0, 1000);
    player.toggle();
    pass(player, STAY + 50);
    player.toggle();
    expect(where(player)).toBe("50/0 paused");
    expect(player.tick(100)).toBe(false);
    expect(where(player)).toBe("50/0 paused");
  });

  it("tells nobody while nothing changes", () => {
    const player = playerOf(0, 1000);
    player.play();
    player.tick(0);
    let told = 0;
    player.subscribe(() => {
      told += 1;
    });
    pass(player, STAY - 20);
    expect(told).toBe(0);
  });
});

describe("stepping", () => {
  it("goes through every event of an instant, and pauses", () => {
    const player = playerOf(0, 0, 50);
    player.play();
    player.stepBy(1);
    expect(where(player)).toBe("0/0 paused");
    player.stepBy(1);
    player.stepBy(1);
    expect(where(player)).toBe("50/2 ended");
    player.stepBy(-1);
    expect(where(player)).toBe("0/1 paused");
    expect(player.getState().arrival).toBe("flow");
  });

  it("stops at both ends", () => {
    const player = playerOf(0, 50);
    player.stepBy(-3);
    expect(where(player)).toBe("0/-1 paused");
    player.stepBy(30);
    expect(where(player)).toBe("50/1 ended");
    expect(player.getState().arrival).toBe("jump");
  });

  it("stops in slow motion where a loop has waited and nothing has happened yet, forth and back", () => {
    const player = createPlayer();
    player.load(loopTrackOf([0, "task_suspended"], [50, "timer_fired"], [50, "task_ready"]));
    player.setSlowMotion(true);
    const walk = (delta: 1 | -1, steps: number) =>
      Array.from({ length: steps }, () => {
        player.stepBy(delta);
        return where(player);
      });
    expect(walk(1, 4)).toEqual(["0/0 paused", "50/0 paused", "50/1 paused", "50/2 ended"]);
    expect(walk(-1, 4)).toEqual(["50/1 paused", "50/0 paused", "0/0 paused", "0/-1 paused"]);
  });

  it("knows no such stops without a loop", () => {
    const player = playerOf(0, 50);
    player.setSlowMotion(true);
    player.stepBy(1);
    player.stepBy(1);
    expect(where(player)).toBe("50/1 ended");
  });

  it("goes from moment to moment, to the end of each", () => {
    const player = playerOf(0, 0, 50, 50, 90);
    const stops = [1, 2, 3, 4].map(() => {
      player.nextMoment();
      return where(player);
    });
    expect(stops).toEqual(["0/1 paused", "50/3 paused", "90/4 ended", "90/4 ended"]);
    const back = [1, 2, 3].map(() => {
      player.previousMoment();
      return where(player);
    });
    expect(back).toEqual(["50/3 paused", "0/1 paused", "0/-1 paused"]);
  });

  it("finishes a moment it has begun before it goes to the next", () => {
    const player = playerOf(0, 50, 50, 90);
    player.seekStep(1);
    player.nextMoment();
    expect(where(player)).toBe("50/2 paused");
  });

  it("goes back to the moment it has just left", () => {
    const player = playerOf(0, 50, 90);
    player.seek(traceTime(70));
    player.previousMoment();
    expect(where(player)).toBe("50/1 paused");
  });
});

describe("seeking", () => {
  it("goes to a time, after all of its events, or to one step of it", () => {
    const player = playerOf(0, 50, 50, 90);
    player.seek(traceTime(50));
    expect(where(player)).toBe("50/2 paused");
    player.seek(traceTime(50), 1);
    expect(where(player)).toBe("50/1 paused");
    player.seek(traceTime(50), 0);
    expect(where(player)).toBe("50/0 paused");
  });

  it("takes impossible positions for the nearest possible ones", () => {
    const player = playerOf(0, 50, 50, 90);
    player.seek(traceTime(60), 0);
    expect(where(player)).toBe("60/2 paused");
    player.seek(traceTime(-5));
    expect(where(player)).toBe("0/0 paused");
    player.seek(traceTime(1e9));
    expect(where(player)).toBe("90/3 ended");
  });

  it("keeps playing", () => {
    const player = playerOf(0, 50, 90);
    player.play();
    player.seek(traceTime(60));
    expect(where(player)).toBe("60/1 playing");
    player.toStart();
    expect(where(player)).toBe("0/-1 playing");
    expect(player.getState().arrival).toBe("jump");
  });
});

describe("the rate", () => {
  it("lies between 0.1 and 16", () => {
    const player = createPlayer();
    const rates = [0, 0.5, 99].map((rate) => {
      player.setPlaybackRate(rate);
      return player.getState().playbackRate;
    });
    expect(rates).toEqual([0.1, 0.5, 16]);
  });
});

describe("going to a moment", () => {
  it("plays there, and pauses exactly there", () => {
    const player = playerOf(0, 1000, 1000, 2000);
    player.playTo(traceTime(1000), 1);
    expect(where(player)).toBe("0/-1 playing");
    pass(player, 500);
    expect(player.getState().status).toBe("playing");
    pass(player, 1000);
    expect(where(player)).toBe("1000/1 paused");
    expect(player.tick(100)).toBe(false);
  });

  it("pauses between two events, where that is the moment", () => {
    const player = playerOf(0, 1000);
    player.playTo(traceTime(700), 0);
    pass(player, 2000);
    expect(where(player)).toBe("700/0 paused");
  });

  it("ends at the end", () => {
    const player = playerOf(0, 300);
    player.playTo(traceTime(300), 1);
    pass(player, 1000);
    expect(where(player)).toBe("300/1 ended");
  });

  it("jumps back to a moment that is past, and is there at once when it is asked twice", () => {
    const player = playerOf(0, 1000, 2000);
    player.toEnd();
    player.playTo(traceTime(1000), 1);
    expect(where(player)).toBe("1000/1 paused");
    player.playTo(traceTime(2000), 2);
    pass(player, 100);
    player.playTo(traceTime(2000), 2);
    expect(where(player)).toBe("2000/2 ended");
  });

  it("hurries over a long way", () => {
    const player = playerOf(0, 60_000);
    player.playTo(traceTime(60_000), 1);
    pass(player, 8_000);
    expect(where(player)).toBe("60000/1 ended");
  });

  it("forgets where it was going when somebody pauses or moves it", () => {
    const player = playerOf(0, 1000, 5000);
    player.playTo(traceTime(1000), 1);
    pass(player, 300);
    player.pause();
    player.play();
    pass(player, 2000);
    expect(player.getState()).toMatchObject({ status: "playing", step: 1 });
    expect(player.getState().currentTime).toBeGreaterThan(1000);
  });
});
