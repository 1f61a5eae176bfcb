import { expect, it } from "vitest";
import { roundToTenth } from "./round-time.ts";

it.each([
  [12, 12],
  [33.333333, 33.3],
  [66.666667, 66.7],
  [0.25, 0.2],
  [0.75, 0.8],
  [1.25, 1.2],
  [0.35, 0.3],
  [13.05, 13.1],
])("rounds %d as Python does, to %d", (ms, rounded) => {
  expect(roundToTenth(ms)).toBe(rounded);
});

it("forgives the noise of floating point", () => {
  expect(roundToTenth(13.05 - 4e-7)).toBe(13.1);
  expect(roundToTenth(0.1 + 0.2)).toBe(0.3);
});
