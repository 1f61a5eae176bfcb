import { expect, it } from "vitest";
import { type Box, bottomOf, rightOf } from "./geometry.ts";
import { reachesOf } from "./reach.ts";

const grown = (boxes: readonly Box[]): readonly Box[] =>
  reachesOf(boxes).map(({ x, y }, k) => {
    const box = boxes[k] as Box;
    return { x: box.x - x, y: box.y - y, w: box.w + 2 * x, h: box.h + 2 * y };
  });

it("makes what stands alone as large as a finger", () => {
  expect(grown([{ x: 5, y: 5, w: 4, h: 1.75 }])).toEqual([{ x: 5, y: 4.5, w: 4, h: 2.75 }]);
  expect(grown([{ x: 5, y: 5, w: 1.75, h: 1.75 }])).toEqual([{ x: 4.5, y: 4.5, w: 2.75, h: 2.75 }]);
});

it("reaches up and down beside a near neighbour, and no further to it than half of the way", () => {
  const [left] = grown([
    { x: 0, y: 0, w: 2, h: 1.75 },
    { x: 2.5, y: 0, w: 2, h: 1.75 },
  ]);
  expect(left).toEqual({ x: -0.25, y: -0.5, w: 2.5, h: 2.75 });
});

it("lets nobody reach over another, however they are packed", () => {
  const boxes = Array.from({ length: 24 }, (_, k) => ({
    x: (k % 5) * 2.25 + (k % 3) * 0.25,
    y: Math.floor(k / 5) * 1.25,
    w: 1.5,
    h: 1,
  }));
  const all = grown(boxes);
  for (const [k, a] of all.entries())
    for (const b of all.slice(k + 1)) {
      const isApart =
        rightOf(a) <= b.x + 1e-9 ||
        rightOf(b) <= a.x + 1e-9 ||
        bottomOf(a) <= b.y + 1e-9 ||
        bottomOf(b) <= a.y + 1e-9;
      expect(isApart, `${k}`).toBe(true);
    }
});
