import { expect, it } from "vitest";
import { placeMenu } from "./place-menu.ts";

it("stands inside the timeline, beside the names, and leaves alone what is above", () => {
  const place = placeMenu({ left: 56, top: 376 }, 112, 432, { width: 1280, height: 720 });
  expect(place).toEqual({ left: 176, from: "top", distance: 384, maxHeight: 328 });
});

it("stands at the foot of a narrow window, inside of it on both sides", () => {
  const place = placeMenu({ left: 0, top: 470 }, 52, 374, { width: 390, height: 844 });
  expect(place).toEqual({ left: 8, from: "bottom", distance: 8, maxHeight: 828 });
});

it("stands at the foot of the window where the timeline begins too near to it", () => {
  const place = placeMenu({ left: 0, top: 600 }, 112, 432, { width: 1280, height: 720 });
  expect(place).toMatchObject({ from: "bottom", maxHeight: 704 });
});
