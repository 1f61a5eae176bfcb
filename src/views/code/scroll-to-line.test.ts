import { expect, it } from "vitest";
import { scrollToLine } from "./scroll-to-line.ts";

/** Twenty lines, of which the sixth is wrapped. */
const TOPS = Array.from({ length: 21 }, (_, k) => 20 * (k > 5 ? k + 1 : k));

it("leaves the list where it is while the line is in view with two more around it", () => {
  expect(scrollToLine(TOPS, 2, { scrollTop: 0, height: 100 })).toBe(0);
  expect(scrollToLine(TOPS, 9, { scrollTop: 140, height: 130 })).toBe(140);
});

it("begins with a whole line, whichever way it goes", () => {
  for (const scrollTop of [0, 75, 333])
    for (const height of [100, 130, 170])
      for (let line = 0; line < 20; line++) {
        const to = scrollToLine(TOPS, line, { scrollTop, height });
        expect(to === scrollTop || TOPS.includes(to)).toBe(true);
        expect(to).toBeLessThanOrEqual(TOPS[line] as number);
        expect(to + height).toBeGreaterThanOrEqual(TOPS[line + 1] as number);
      }
});

it("shows the line itself where there is room for no other", () => {
  expect(scrollToLine(TOPS, 10, { scrollTop: 0, height: 20 })).toBe(TOPS[10]);
});
