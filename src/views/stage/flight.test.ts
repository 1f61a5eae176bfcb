import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxAt, flightBetween, type Place } from "./flight.ts";
import type { Box } from "./geometry.ts";

const seat: Place = { zone: "seat", x: 12, y: 4, w: 12, h: 2 };
const peg: Place = { zone: "hang", x: 28, y: 6, w: 4, h: 2 };
const queue: Place = { zone: "queue", x: 2, y: 4, w: 8, h: 2 };
const tray: Place = { zone: "ended", x: 44, y: 4, w: 6, h: 1 };

const lastOf = (way: readonly Box[]): Box => way[way.length - 1] as Box;
const middleOf = (way: readonly Box[]): Box => boxAt(way, 0.5);
const boxOf = ({ x, y, w, h }: Box): Box => ({ x, y, w, h });

describe("a flight", () => {
  const length = fc.double({ min: 0, max: 50, noNaN: true });
  const place = fc.record({
    zone: fc.constantFrom("queue", "seat", "hang", "ended", "callbacks"),
    x: length,
    y: length,
    w: length,
    h: length,
  }) as fc.Arbitrary<Place>;

  it("begins and ends exactly at its places, whatever they are", () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const way = flightBetween(from, to);
        for (const [box, end] of [
          [way[0], from],
          [lastOf(way), to],
        ] as const)
          for (const side of ["x", "y", "w", "h"] as const) expect(box?.[side]).toBeCloseTo(end[side], 6);
      }),
    );
  });

  it("to the cable rises above both places, and swings once to the side", () => {
    const way = flightBetween(seat, peg);
    expect(Math.min(...way.map((box) => box.y))).toBeLessThan(seat.y);
    const swing = way.slice(-7).map((box) => box.x - peg.x);
    expect(Math.max(...swing)).toBeGreaterThan(0.1);
    expect(Math.min(...swing)).toBeLessThan(-0.02);
  });

  it("to the cable stays on the stage", () => {
    const high = { ...seat, y: 0.5 };
    expect(Math.min(...flightBetween(high, { ...peg, y: 0.5 }).map((box) => box.y))).toBeGreaterThanOrEqual(
      0.25,
    );
  });

  it("to the seat goes straight, slow at both ends", () => {
    const way = flightBetween(queue, seat);
    expect(way.every((box) => box.y === 4)).toBe(true);
    expect(middleOf(way).x).toBeCloseTo((queue.x + seat.x) / 2);
  });

  it("to the tray starts fast and lands softly", () => {
    expect(middleOf(flightBetween(seat, tray)).x).toBeGreaterThan(seat.x + 0.9 * (tray.x - seat.x));
  });

  it("can be told where it is at any part of its time", () => {
    const way = flightBetween(queue, seat);
    expect(boxAt(way, -1)).toEqual(boxOf(way[0] as Box));
    expect(boxAt(way, 2)).toEqual(boxOf(lastOf(way)));
  });
});
