import { expect, it } from "vitest";
import { piePath } from "./countdown.tsx";

it("draws a slice clockwise from the top", () => {
  expect(piePath(0, 2)).toBe("");
  expect(piePath(0.25, 2)).toMatch(/^M0 0V-2A2 2 0 0 1 2 -/);
  expect(piePath(0.75, 2)).toMatch(/^M0 0V-2A2 2 0 1 1 -2 /);
  expect(piePath(1, 2)).toBe("M0 -2A2 2 0 1 1 0 2A2 2 0 1 1 0 -2Z");
});
