import { describe, expect, it } from "vitest";
import { chipsFor, pack, packInTwo, type Setting } from "./pack.ts";

const zone = { x: 1, y: 2, w: 8, h: 5 };
const large: Setting = { look: "large", w: 8, h: 2, gap: 0.5 };
const chip: Setting = { look: "chip", w: 2, h: 1, gap: 0 };

it("never makes a chip so small that its monogram is cut off", () => {
  const narrowest = (letters: number) =>
    Math.min(...chipsFor(letters).flatMap(({ look, w }) => (look === "chip" ? [w] : [])));
  expect(narrowest(2)).toBe(1.25);
  expect(narrowest(3)).toBe(1.75);
});

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

describe("two lots", () => {
  const zone = { x: 0, y: 2, w: 4, h: 6 };
  const settings = [{ look: "large", w: 4, h: 1, gap: 0.25 }] as const;

  it("stand one below the other, the line between them", () => {
    const packing = packInTwo(zone, 2, 1, settings);
    expect(packing?.boxes.map((box) => box.y)).toEqual([2, 3.25, 5.5]);
    expect(packing?.line).toBe(5);
  });

  it("have their line on top when the first one is empty", () => {
    expect(packInTwo(zone, 0, 1, settings)?.line).toBe(2.5);
  });

  it("are not parted when nobody is in the second, or when not all would fit", () => {
    expect(packInTwo(zone, 2, 0, settings)).toBeUndefined();
    expect(packInTwo(zone, 3, 2, settings)).toBeUndefined();
  });
});
