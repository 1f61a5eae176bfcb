import fc from "fast-check";
import { expect, it } from "vitest";
import { placeCard } from "./place-card.ts";

const desk = { width: 1280, height: 720 };
const card = { width: 260, height: 120 };

it("the card stands right of the pointer and below it", () => {
  expect(placeCard({ x: 300, y: 200 }, card, desk)).toEqual({ x: 314, y: 220 });
});

it("where there is no room, it stands left and above", () => {
  expect(placeCard({ x: 1200, y: 700 }, card, desk)).toEqual({ x: 930, y: 570 });
});

it("a finger's card stands above it", () => {
  expect(placeCard({ x: 300, y: 200 }, card, desk, "above")).toEqual({ x: 314, y: 70 });
  expect(placeCard({ x: 300, y: 90 }, card, desk, "above")).toEqual({ x: 314, y: 110 });
});

it("in any window it is whole, and never under the pointer", () => {
  const between = (min: number, max: number) => fc.integer({ min, max });
  const cases = fc
    .record({
      width: between(320, 2000),
      height: between(320, 1200),
      w: between(80, 280),
      h: between(40, 140),
    })
    .chain((sizes) =>
      fc.record({
        side: fc.constantFrom("below" as const, "above" as const),
        sizes: fc.constant(sizes),
        x: between(0, sizes.width),
        y: between(0, sizes.height),
      }),
    );
  fc.assert(
    fc.property(cases, ({ sizes: { width, height, w, h }, x, y, side }) => {
      const at = placeCard({ x, y }, { width: w, height: h }, { width, height }, side);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.x + w).toBeLessThanOrEqual(width);
      expect(at.y + h).toBeLessThanOrEqual(height);
      const isUnder = x >= at.x && x <= at.x + w && y >= at.y && y <= at.y + h;
      expect(isUnder).toBe(false);
    }),
  );
});
