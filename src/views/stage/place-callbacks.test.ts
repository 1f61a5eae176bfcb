import { describe, expect, it } from "vitest";
import type { CallbackMoment } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { bottomOf, rightOf } from "./geometry.ts";
import { type CallbackPlaces, placeCallbacks } from "./place-callbacks.ts";
import type { Queued } from "./ready-turn.ts";

/** Those of three tasks, as the stage has room for them at its base size. */
const zone = { x: 46, y: 9, w: 6.05, h: 1.5 };

const callback = (task: TaskId, phase: CallbackMoment["phase"]): CallbackMoment => ({
  task,
  name: "cb",
  phase,
});

/** Task 1 is later in the queue than task 2, which this turn still runs. */
const queued = (task: TaskId): Queued =>
  task === 1 ? { since: 41, turn: "next" } : { since: 30 + task, turn: "this" };

const told = ({ places }: CallbackPlaces) =>
  places.map(({ callback: { task }, turn }) => (turn ? `${task} ${turn}` : `${task}`));

const lefts = ({ places }: CallbackPlaces) => places.map(({ box }) => box.x);

describe("callbacks of a loop in slow motion", () => {
  const mixed = [callback(1, "queued"), callback(2, "queued"), callback(3, "registered")];

  it("stand in the queue's order: this turn's, behind a line the next turn's, then those not in the queue", () => {
    const slow = placeCallbacks(zone, mixed, queued);
    expect(told(slow)).toEqual(["2 this", "1 next", "3"]);
    const [first, second] = slow.places;
    expect(slow.line?.x).toBeGreaterThan(first ? rightOf(first.box) : 0);
    expect(slow.line?.x).toBeLessThan(second?.box.x ?? 0);
  });

  it("of one turn stand in the order in which they were queued", () => {
    const behind = (task: TaskId): Queued => ({ since: 50 - task, turn: "next" });
    expect(told(placeCallbacks(zone, mixed.slice(0, 2), behind))).toEqual(["2 next", "1 next"]);
  });

  it("need no line when this turn calls all of them, or none is in the queue", () => {
    expect(placeCallbacks(zone, [callback(2, "queued"), callback(3, "queued")], queued).line).toBeUndefined();
    expect(placeCallbacks(zone, [callback(1, "registered")], queued).line).toBeUndefined();
    expect(placeCallbacks(zone, [], queued)).toMatchObject({ places: [], line: undefined });
  });

  it("have their monograms, line and gap beside each other in the zone, and room for a caption below", () => {
    const { look, places } = placeCallbacks(zone, mixed, queued);
    expect(look).toBe("chip");
    for (const { box } of places) {
      expect(rightOf(box)).toBeLessThanOrEqual(rightOf(zone));
      expect(bottomOf(box)).toBeLessThanOrEqual(bottomOf(zone) - 0.375);
    }
  });

  it("that do not fit are counted, and those in the queue are the last to be left out", () => {
    const many = Array.from({ length: 20 }, (_, k) => callback(k + 2, k < 17 ? "registered" : "queued"));
    const { places, hidden, rest } = placeCallbacks(zone, many, queued);
    expect(places.length + hidden).toBe(20);
    expect(places.slice(0, 3).every(({ turn }) => turn === "this")).toBe(true);
    expect(rest && rightOf(rest)).toBeLessThanOrEqual(rightOf(zone));
  });
});

describe("callbacks at another time", () => {
  const three = [callback(1, "called"), callback(2, "running"), callback(3, "queued")];

  it("keep the order of their registration, without the one in the seat, and without marks", () => {
    const usual = placeCallbacks(zone, three);
    expect(told(usual)).toEqual(["1", "3"]);
    expect(usual.line).toBeUndefined();
  });

  it("stand in one even row", () => {
    const [a = 0, b = 0, c = 0] = lefts(
      placeCallbacks(
        zone,
        [1, 3, 4].map((task) => callback(task, "called")),
      ),
    );
    expect(b - a).toBeCloseTo(c - b);
  });
});
