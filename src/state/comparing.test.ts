import { beforeEach, describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import { createPlayer } from "#player/player.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import type { AppStore } from "./app-store.ts";
import { putSideBySide } from "./comparing.ts";
import { commonTrack } from "./comparison/common-track.ts";
import { storeOf } from "./store-of.ts";

const scenario: Scenario = {
  mode: "async",
  tasks: ["bobo", "jay"].map((name) => ({ name, steps: [{ kind: "io", ms: 2000 }] })),
};
const run = buildTraceModel(simulate(scenario), scenario);

let store: AppStore;
let player: Player;
let sideBySide: Player;

beforeEach(() => {
  player = createPlayer();
  sideBySide = createPlayer();
  player.load(run.trace);
  store = storeOf(scenario);
});

/** As the view does once the runs are there: they begin where the comparison does. */
function compare(): void {
  putSideBySide("all", store, player, sideBySide);
  const from = store.getState().comparing?.from ?? traceTime(0);
  sideBySide.load(commonTrack([run]), { time: from });
}

const goBack = () => putSideBySide(undefined, store, player, sideBySide);

describe("going back to the run", () => {
  it("leads to the moment to which the shared playhead was moved", () => {
    compare();
    sideBySide.seek(traceTime(1500));
    goBack();
    expect(store.getState().comparing).toBeUndefined();
    expect(player.getState().currentTime).toBe(1500);
  });

  it("keeps the step within a moment that nobody has left", () => {
    player.seek(traceTime(2000), run.trace.length - 3);
    compare();
    goBack();
    expect(player.getState()).toMatchObject({ currentTime: 2000, step: run.trace.length - 3 });
  });

  it("leads to the same moment when the run has been made anew, and stands at its beginning", () => {
    player.seek(traceTime(500));
    compare();
    player.load(run.trace);
    goBack();
    expect(player.getState().currentTime).toBe(500);
  });

  it("leaves the run where it is while nothing has been simulated side by side", () => {
    player.seek(traceTime(500));
    putSideBySide("all", store, player, sideBySide);
    goBack();
    expect(player.getState().currentTime).toBe(500);
  });

  it("takes the speed along, there and back", () => {
    player.setPlaybackRate(4);
    compare();
    expect(sideBySide.getState().playbackRate).toBe(4);
    sideBySide.setPlaybackRate(0.5);
    goBack();
    expect(player.getState().playbackRate).toBe(0.5);
  });
});
