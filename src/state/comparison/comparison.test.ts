import { beforeAll, describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { createPlayer } from "#player/player.ts";
import { PAGE_MODES } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { engine } from "../simulation.ts";
import { commonTrack } from "./common-track.ts";
import { type Comparison, startComparison } from "./comparison.ts";
import { endedRuns, isSettled } from "./comparison-for-tests.ts";

beforeAll(() => engine);

const crawler: Scenario = {
  mode: "async",
  workers: 2,
  dispatch: "single",
  tasks: ["bobo", "jay", "tom"].map((name) => ({ name, steps: [{ kind: "io", ms: 2000 }] })),
};
const spawning: Scenario = {
  mode: "async",
  tasks: [
    { name: "A", steps: [{ kind: "spawn", task: "B" }] },
    { name: "B", steps: [{ kind: "cpu", ms: 100 }] },
  ],
};

function compare(scenario: Scenario): Promise<Comparison> {
  return new Promise((resolve) =>
    startComparison({ scenario, before: undefined, knownModel: () => undefined }, (comparison) => {
      if (isSettled(comparison)) resolve(comparison);
    }),
  );
}

describe("a comparison", () => {
  it("simulates the scenario in every mode", async () => {
    const totals = endedRuns(await compare(crawler)).map(({ mode, model }) => [mode, model.total]);
    expect(Object.fromEntries(totals)).toMatchObject({
      sync: 6000,
      threads: 2000,
      pool: 4000,
      async: 2000,
      async_blocking: 6000,
    });
  });

  it("says why a mode cannot", async () => {
    const comparison = await compare(spawning);
    expect(endedRuns(comparison).map(({ mode }) => mode)).toEqual(["async"]);
    expect(comparison.threads).toMatchObject({ status: "refused", problems: [{ code: "needs" }] });
    expect(comparison.async_blocking).toEqual({ status: "refused", problems: [] });
  });

  it("takes the run that there is already", async () => {
    const { model } = endedRuns(await compare({ ...crawler })).find(({ mode }) => mode === "async") ?? {};
    let now: Comparison | undefined;
    const scenario = { ...crawler };
    startComparison({ scenario, before: undefined, knownModel: () => model }, (comparison) => {
      now = comparison;
    });
    await expect.poll(() => now && isSettled(now)).toBe(true);
    expect(now?.async).toEqual({ status: "ended", model });
  });

  it("is silent once it was given up", async () => {
    let calls = 0;
    const cancel = startComparison(
      { scenario: { ...crawler }, before: undefined, knownModel: () => undefined },
      () => calls++,
    );
    cancel();
    const before = calls;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toBe(before);
  });
});

describe("the track that compared runs share", () => {
  it("goes from nothing to the end of the longest, by the instants of all", async () => {
    const models = endedRuns(await compare(crawler)).map(({ model }) => model);
    const track = commonTrack(models);
    expect(track.end).toBe(6000);
    expect(track.lengths).toHaveLength(PAGE_MODES.filter((mode) => mode).length);
    const times = Array.from({ length: track.length }, (_, k) => track.timeAt(k));
    expect(times).toEqual([0, 2000, 4000, 6000]);
  });

  it("is played evenly: nothing stays at an instant", async () => {
    const player = createPlayer();
    player.load(commonTrack(endedRuns(await compare(crawler)).map(({ model }) => model)));
    player.play();
    for (let frame = 0; frame < 10; frame++) player.tick(100);
    expect(player.getState().currentTime).toBe(1000);
    player.seek(traceTime(5000));
    for (let frame = 0; frame < 10; frame++) player.tick(100);
    expect(player.getState()).toMatchObject({ currentTime: 6000, status: "ended" });
  });

  it("is stepped through instant by instant", async () => {
    const player = createPlayer();
    player.load(commonTrack(endedRuns(await compare(crawler)).map(({ model }) => model)));
    player.stepBy(1);
    player.stepBy(1);
    expect(player.getState()).toMatchObject({ currentTime: 2000, step: 1 });
  });
});
