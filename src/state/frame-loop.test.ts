import { beforeEach, expect, it, vi } from "vitest";
import { addTick, cancelDraw, requestDraw, wake } from "./frame-loop.ts";

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => frames.push(callback));
});

/** Lets the browser show its next frame; returns whether one had been asked for. */
function showFrame(now: number): boolean {
  const due = frames;
  frames = [];
  for (const callback of due) callback(now);
  return due.length > 0;
}

it("asks for nothing when nothing moves", () => {
  expect(showFrame(0)).toBe(false);
});

it("changes all state before it draws", () => {
  const order: string[] = [];
  const remove = addTick(() => {
    order.push("tick");
    return false;
  });
  requestDraw(() => order.push("draw"));
  showFrame(0);
  expect(order).toEqual(["tick", "draw"]);
  remove();
});

it("draws once, however often it was asked", () => {
  const draw = vi.fn();
  requestDraw(draw);
  requestDraw(draw);
  showFrame(0);
  expect(draw).toHaveBeenCalledTimes(1);
  expect(showFrame(16)).toBe(false);
});

it("does not draw what was taken back", () => {
  const draw = vi.fn();
  requestDraw(draw);
  cancelDraw(draw);
  showFrame(0);
  expect(draw).not.toHaveBeenCalled();
});

it("ticks with the time between frames for as long as it is wanted, and starts again from zero", () => {
  const elapsed: number[] = [];
  let wanted = 3;
  const remove = addTick((time) => {
    elapsed.push(time);
    wanted -= 1;
    return wanted > 0;
  });
  wake();
  showFrame(1000);
  showFrame(1016);
  showFrame(1050);
  expect(elapsed).toEqual([0, 16, 34]);
  expect(showFrame(1060)).toBe(false);
  wanted = 1;
  wake();
  showFrame(9000);
  expect(elapsed).toEqual([0, 16, 34, 0]);
  remove();
});
