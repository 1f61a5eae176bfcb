import { expect, it } from "vitest";
import { placeLabel } from "./label-place.ts";

const room = { preferred: 100, width: 50, from: 20, to: 300, avoid: undefined, margin: 10 };

it("a label keeps its usual place while time runs", () => {
  expect(placeLabel(room)).toBe(100);
});

it("a label next to the paused playhead steps to its right, or to its left when there is no room", () => {
  expect(placeLabel({ ...room, avoid: 120 })).toBe(130);
  expect(placeLabel({ ...room, avoid: 120, to: 175 })).toBe(60);
});

it("a label that the playhead does not touch stays", () => {
  expect(placeLabel({ ...room, avoid: 89 })).toBe(100);
  expect(placeLabel({ ...room, avoid: 161 })).toBe(100);
});

it("a label without room is left out", () => {
  expect(placeLabel({ ...room, to: 60 })).toBeUndefined();
  expect(placeLabel({ ...room, from: 95, to: 155, avoid: 120 })).toBeUndefined();
});

it("a label moves to the left as far as it must to fit", () => {
  expect(placeLabel({ ...room, to: 140 })).toBe(90);
});
