import { beforeEach, describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import { crawler } from "#lessons/course/crawler.ts";
import { createPlayer } from "#player/player.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { type AppStore, createAppStore } from "./app-store.ts";
import { record } from "./history.ts";
import { createLessonGuide, type LessonGuide } from "./lesson-guide.ts";
import { askedLesson, isAtQuestion, triedIn } from "./lesson-state.ts";

let store: AppStore;
let player: Player;
let guide: LessonGuide;

/** As the page does with every change: it runs. */
function run(scenario: Scenario): void {
  const model = buildTraceModel(simulate(scenario), scenario);
  player.load(model.trace);
  store.setState({ simulation: { status: "ready", model } });
  guide.ran(scenario, model);
}

function start(chosen: Parameters<typeof createAppStore>[0]["chosen"] = {}, progress = {}): void {
  player = createPlayer();
  store = createAppStore({
    scenario: crawler.scenario,
    lesson: undefined,
    progress,
    isNewcomer: false,
    comparing: undefined,
    language: "en",
    linkTheme: undefined,
    browserTheme: "light",
    chosen,
    linkProblems: [],
  });
  guide = createLessonGuide(store, player, (next) => {
    store.setState({ history: record(store.getState().history, next) });
    run(next);
  });
  run(crawler.scenario);
}

const open = (part = 0) => guide.open({ id: "crawler", lesson: crawler }, part);
const course = () => {
  const state = store.getState().course;
  if (state.status !== "open") throw new Error("no lesson is open");
  return state;
};

const tried = () => {
  const { simulation } = store.getState();
  return triedIn(course(), simulation.status === "ready" ? simulation.model : undefined);
};

beforeEach(() => start());

describe("the question", () => {
  it("is asked when a lesson is opened, and keeps the run hidden", () => {
    open();
    expect(askedLesson(store.getState())?.id).toBe("crawler");
  });

  it("once answered, is remembered, and the run plays from its beginning", () => {
    open();
    guide.answer(1);
    expect(course().guess).toEqual({ status: "answered", option: 1 });
    expect(store.getState().progress.crawler).toEqual({ guess: 1 });
    expect(player.getState()).toMatchObject({ status: "playing", step: -1 });
    guide.close();
    open();
    expect(askedLesson(store.getState())).toBeUndefined();
  });

  it("can be passed over, and asked again", () => {
    open();
    guide.skipQuestion();
    expect(askedLesson(store.getState())).toBeUndefined();
    guide.askAgain();
    expect(askedLesson(store.getState())?.id).toBe("crawler");
    expect(player.getState()).toMatchObject({ status: "paused", step: -1 });
  });

  it("may be answered before the run is there, which plays as soon as it is", () => {
    store.setState({ simulation: { status: "running", phase: "simulating", events: 0 } });
    open();
    guide.answer(0);
    run(crawler.scenario);
    expect(player.getState()).toMatchObject({ status: "playing", step: -1 });
  });

  it("is not asked where the visitor does not want to be, nor in the middle of a lesson", () => {
    open(2);
    expect(course().guess.status).toBe("skipped");
    start({ predict: false });
    open();
    expect(course().guess.status).toBe("skipped");
  });

  it("is not asked of somebody who compares modes, and waits until they come back", () => {
    open();
    store.setState({ comparing: { modes: "all", from: traceTime(0) } });
    expect(askedLesson(store.getState())).toBeUndefined();
    store.setState({ comparing: undefined });
    expect(askedLesson(store.getState())?.id).toBe("crawler");
  });

  it("keeps its place when it is answered, which only another part and a comparison leave", () => {
    open();
    guide.answer(1);
    expect(isAtQuestion(store.getState())).toBe(true);
    store.setState({ comparing: { modes: "all", from: traceTime(0) } });
    expect(isAtQuestion(store.getState())).toBe(false);
    store.setState({ comparing: undefined });
    guide.goToPart(1);
    expect(isAtQuestion(store.getState())).toBe(false);
  });

  it("hides nothing of a program that has been changed", () => {
    open();
    guide.tryChange(0);
    expect(askedLesson(store.getState())).toBeUndefined();
  });
});

describe("the parts", () => {
  it("play to their moment and point at their task", () => {
    open(1);
    guide.goToPart(2);
    expect(store.getState().selected).toBe(1);
    expect(player.getState().status).toBe("playing");
    for (let frame = 0; frame < 200; frame++) player.tick(100);
    const { track, step, status } = player.getState();
    expect(status).toBe("paused");
    expect(track.typeAt(step)).toBe("task_suspended");
  });

  it("stay within the lesson", () => {
    open(99);
    expect(course().part).toBe(crawler.steps.length + 1);
    guide.goToPart(-3);
    expect(course().part).toBe(0);
  });

  it("are done when the last is reached", () => {
    open(1);
    guide.goToPart(crawler.steps.length + 1);
    expect(store.getState().progress.crawler).toEqual({ done: true });
  });

  it("are shown as soon as the run is there, when it takes longer", () => {
    store.setState({ simulation: { status: "running", phase: "simulating", events: 0 } });
    open(1);
    guide.goToPart(3);
    run(crawler.scenario);
    expect(player.getState().status).toBe("playing");
  });
});

describe("a moment of a lesson", () => {
  it("is played to, now or as soon as the run is there, and no question asked before", () => {
    store.setState({ simulation: { status: "running", phase: "simulating", events: 0 } });
    open();
    guide.showMoment({ event: "task_suspended", task: "jay" });
    expect(askedLesson(store.getState())).toBeUndefined();
    run(crawler.scenario);
    for (let frame = 0; frame < 200; frame++) player.tick(100);
    const { track, step, status } = player.getState();
    expect([status, track.typeAt(step)]).toEqual(["paused", "task_suspended"]);
  });

  it("is not played to any more once another lesson is opened", () => {
    store.setState({ simulation: { status: "running", phase: "simulating", events: 0 } });
    open();
    guide.showMoment({ event: "task_suspended", task: "jay" });
    open(2);
    run(crawler.scenario);
    expect(player.getState()).toMatchObject({ status: "paused", step: -1 });
  });
});

describe("changes to try", () => {
  it("start from the lesson's own program, one at a time, and lead back to it", () => {
    open(1);
    guide.tryChange(0);
    guide.tryChange(1);
    const { present } = store.getState().history;
    expect(present).toEqual(crawler.tries[1]?.change(crawler.scenario));
    expect(tried()).toBe(1);
    guide.restore();
    expect(store.getState().history.present).toBe(crawler.scenario);
    expect(tried()).toBeUndefined();
  });

  it("are no longer in force once something else is changed, and are again when that is undone", () => {
    open(1);
    guide.tryChange(0);
    const changed = store.getState().history.present;
    run({ ...changed, mode: "threads" });
    expect(tried()).toBeUndefined();
    run(changed);
    expect(tried()).toBe(0);
  });

  it("leave the texts with the run that they speak of", () => {
    open(1);
    const own = course().model;
    expect(own?.scenario).toBe(crawler.scenario);
    guide.tryChange(1);
    expect(course().model).toBe(own);
  });
});
