import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HOLD_MS, listenForGestures } from "./gestures.ts";

/** Stands for an element at (100, 50) that captures pointers. */
class Box extends EventTarget {
  getBoundingClientRect = () => ({ left: 100, top: 50 });
  setPointerCapture = () => {};
}

const RULER = 30;
let box: Box;
let canPan: boolean;
let log: (readonly unknown[])[];

beforeEach(() => {
  box = new Box();
  log = [];
  canPan = true;
  const element = box as unknown as HTMLElement;
  listenForGestures(element, element, {
    scrub: (x, free) => log.push(free ? ["scrub", x, "exactly"] : ["scrub", x]),
    measureFrom: (x) => log.push(["measure from", x]),
    measureTo: (x) => log.push(["measure to", x]),
    measured: () => log.push(["measured"]),
    hold: ({ x, y }) => log.push(["hold", x, y]),
    pan: (by) => log.push(["pan", by]),
    zoom: (factor, x) => log.push(["zoom", Number(factor.toFixed(2)), x]),
    canPan: () => canPan,
    pansFrom: (y) => y < RULER,
  });
});

const send = (type: string, facts: object) =>
  box.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), facts));
const pointer = (type: string, x: number, y: number, facts: object = {}) =>
  send(`pointer${type}`, {
    ...{ button: 0, pointerId: 1, pointerType: "mouse", clientX: 100 + x, clientY: 50 + y },
    ...facts,
  });

describe("a mouse", () => {
  it("scrubs from where it is pressed to where it is dragged", () => {
    pointer("down", 200, 100);
    pointer("move", 250, 100);
    pointer("up", 250, 100);
    pointer("move", 300, 100);
    expect(log).toEqual([
      ["scrub", 200],
      ["scrub", 250],
    ]);
  });

  it("moves the axis when it drags the ruler", () => {
    pointer("down", 200, 10);
    pointer("move", 230, 10);
    pointer("move", 220, 10);
    expect(log).toEqual([
      ["pan", 30],
      ["pan", -10],
    ]);
  });

  it("scrubs to exactly where it is while Alt is held", () => {
    pointer("down", 200, 100, { altKey: true });
    pointer("move", 250, 100, { altKey: false });
    expect(log).toEqual([
      ["scrub", 200, "exactly"],
      ["scrub", 250],
    ]);
  });

  it("measures when it is pressed with Shift, and leaves the playhead alone", () => {
    pointer("down", 200, 100, { shiftKey: true });
    pointer("move", 260, 100);
    pointer("up", 260, 100);
    expect(log).toEqual([["measure from", 200], ["measure to", 260], ["measured"]]);
  });

  it("does nothing with its other buttons", () => {
    pointer("down", 200, 100, { button: 2 });
    expect(log).toEqual([]);
  });
});

describe("a finger", () => {
  const touch = { pointerType: "touch" };

  it("scrubs once it goes sideways", () => {
    pointer("down", 200, 100, touch);
    pointer("move", 203, 100, touch);
    expect(log).toEqual([]);
    pointer("move", 220, 100, touch);
    expect(log).toEqual([["scrub", 220]]);
  });

  it("sets the playhead with a tap", () => {
    pointer("down", 200, 100, touch);
    pointer("up", 200, 100, touch);
    expect(log).toEqual([["scrub", 200]]);
  });

  describe("that rests", () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it("holds what is under it, and then leaves the playhead alone", () => {
      pointer("down", 200, 100, touch);
      vi.advanceTimersByTime(HOLD_MS);
      pointer("move", 230, 100, touch);
      pointer("up", 230, 100, touch);
      expect(log).toEqual([["hold", 200, 100]]);
    });

    it("too shortly, or on the way, does not", () => {
      pointer("down", 200, 100, touch);
      vi.advanceTimersByTime(HOLD_MS - 1);
      pointer("move", 220, 100, touch);
      vi.advanceTimersByTime(HOLD_MS);
      pointer("cancel", 220, 100, touch);
      expect(log).toEqual([["scrub", 220]]);
    });
  });

  it("that scrolls the page leaves the playhead alone", () => {
    pointer("down", 200, 100, touch);
    pointer("cancel", 200, 140, touch);
    expect(log).toEqual([]);
  });

  it("and another one zoom by as much as they spread", () => {
    pointer("down", 200, 100, touch);
    pointer("down", 300, 100, { ...touch, pointerId: 2 });
    pointer("move", 400, 100, { ...touch, pointerId: 2 });
    expect(log).toEqual([["zoom", 2, 300]]);
  });
});

describe("the wheel", () => {
  const wheel = (facts: object) =>
    send("wheel", { deltaX: 0, deltaY: 0, clientX: 300, clientY: 100, ...facts });

  it("scrolls as everywhere, and with ctrl or ⌘ zooms around the pointer", () => {
    wheel({ deltaY: -100 });
    expect(log).toEqual([]);
    wheel({ deltaY: -100, ctrlKey: true });
    wheel({ deltaY: 100, metaKey: true });
    expect(log).toEqual([
      ["zoom", 1.22, 200],
      ["zoom", 0.82, 200],
    ]);
  });

  it("moves the axis when it goes sideways, or is turned with Shift", () => {
    wheel({ deltaX: 30, deltaY: 5 });
    wheel({ deltaY: 40, shiftKey: true });
    wheel({ deltaX: -40, shiftKey: true });
    expect(log).toEqual([
      ["pan", -30],
      ["pan", -40],
      ["pan", 40],
    ]);
  });

  it("is left to the page where there is nothing to move to, or where it mostly goes up or down", () => {
    expect(wheel({ deltaX: 5, deltaY: 30 })).toBe(true);
    canPan = false;
    expect(wheel({ deltaX: 30, deltaY: 5 })).toBe(true);
    expect(log).toEqual([]);
  });
});
