import type { KeyboardEvent } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { createPlayer } from "#player/player.ts";
import type { Player } from "#player/player-types.ts";
import { goldenModel } from "./golden-model.ts";
import { handleSliderKey } from "./slider-keys.ts";

const { trace } = goldenModel("async-await-equal");
let player: Player;

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  handleSliderKey({ key, ...modifiers } as KeyboardEvent, player);
const position = () => {
  const { currentTime, step } = player.getState();
  return [currentTime, step];
};

beforeEach(() => {
  player = createPlayer();
  player.load(trace);
  player.seekStep(13);
});

describe("on the focused timeline", () => {
  it("arrows go one step on or back", () => {
    press("ArrowRight");
    expect(position()).toEqual([0, 14]);
    press("ArrowLeft");
    expect(position()).toEqual([0, 13]);
  });

  it("shift and an arrow go a tenth of a second, not beyond the ends", () => {
    press("ArrowRight", { shiftKey: true });
    expect(position()).toEqual([100, 22]);
    for (let k = 0; k < 3; k++) press("ArrowRight", { shiftKey: true });
    expect(position()).toEqual([200, trace.length - 1]);
    for (let k = 0; k < 5; k++) press("ArrowLeft", { shiftKey: true });
    expect(player.getState().currentTime).toBe(0);
  });

  it("home and end go to the ends, page keys to moments at which something happens", () => {
    press("End");
    expect(position()).toEqual([200, trace.length - 1]);
    press("Home");
    expect(player.getState().currentTime).toBe(0);
    press("PageDown");
    press("PageDown");
    expect(player.getState().currentTime).toBe(200);
    press("PageUp");
    expect(player.getState().currentTime).toBe(0);
  });

  it("space plays and pauses", () => {
    press(" ");
    expect(player.getState().status).toBe("playing");
    press(" ");
    expect(player.getState().status).toBe("paused");
  });

  it("other keys and chords are left to the page", () => {
    expect(press("c")).toBe(false);
    expect(press("ArrowRight", { ctrlKey: true })).toBe(false);
    expect(position()).toEqual([0, 13]);
  });
});
