import { describe, expect, it } from "vitest";
import { pack, type Setting } from "./pack.ts";

const zone = { x: 1, y: 2, w: 8, h: 5 };
const large: Setting = { look: "large", w: 8, h: 2, gap: 0.5 };
const chip: Setting = { look: "chip", w: 2, h: 1, gap: 0 };

describe("packing tokens into a zone", () => {
  it("uses the largest setting in which all of them fit", () => {
    expect(pack(zone, 2, [large, chip]).look).toBe("large");
    expect(pack(zone, 3, [large, chip]).look).toBe("chip");
  });

  it("fills row by row from the upper left", () => {
    expect(pack(zone, 6, [chip]).boxes.map(({ x, y }) => [x, y])).toEqual([
      [1, 2],
      [3, 2],
      [5, 2],
      [7, 2],
      [1, 3],
      [3, 3],
    ]);
  });

  it("leaves the last place for the number of those that do not fit", () => {
    const packing = pack(zone, 30, [large, chip]);
    expect(packing.boxes).toHaveLength(19);
    expect(packing.hidden).toBe(11);
    expect(packing.rest).toEqual({ x: 7, y: 6, w: 2, h: 1 });
  });

  it("packs nothing without a fuss", () => {
    expect(pack(zone, 0, [chip])).toMatchObject({ boxes: [], hidden: 0, rest: undefined });
  });
});
