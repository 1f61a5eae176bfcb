import { expect, it } from "vitest";
import { hang } from "./hang.ts";
import { chipsFor } from "./pack.ts";

const zone = { x: 10, y: 2, w: 16, h: 8 };
const manner = { detail: "named", isNarrow: false, token: 2, chips: chipsFor(2) } as const;

it("hangs a single token in the middle, however long its name is", () => {
  for (const nameWidth of [1, 3.6, 4.2, 9]) {
    const { boxes } = hang(zone, 1, true, { ...manner, nameWidth });
    expect(boxes.map(({ x, w }) => x + w / 2)).toEqual([18]);
  }
});

it("never lets tokens of a row touch, nor hang beyond the cable", () => {
  for (let count = 2; count <= 12; count++) {
    const { boxes } = hang(zone, count, true, { ...manner, nameWidth: 2 });
    for (const [k, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(zone.x);
      expect(box.x + box.w).toBeLessThanOrEqual(zone.x + zone.w + 1e-9);
      for (const other of boxes.slice(k + 1))
        if (other.y === box.y) expect(other.x).toBeGreaterThanOrEqual(box.x + box.w);
    }
  }
});
