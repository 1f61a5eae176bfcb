import fc from "fast-check";
import { expect, it } from "vitest";
import { IntervalIndex } from "./interval-index.ts";

const indexOf = (intervals: readonly (readonly [number, number])[]) =>
  new IntervalIndex(
    Int32Array.from(intervals, ([from]) => from),
    Int32Array.from(intervals, ([, to]) => to),
  );

it("finds the intervals that hold a position: the beginning belongs to them, the end does not", () => {
  const index = indexOf([
    [0, 5],
    [1, 3],
    [3, 9],
  ]);
  expect(index.openAt(0, 10)).toEqual([0]);
  expect(index.openAt(2, 10)).toEqual([0, 1]);
  expect(index.openAt(3, 10)).toEqual([0, 2]);
  expect(index.openAt(9, 10)).toEqual([]);
  expect(index.openAt(-1, 10)).toEqual([]);
});

it("gives the earliest when there are more than asked for", () => {
  expect(
    indexOf([
      [0, 9],
      [1, 9],
      [2, 9],
    ]).openAt(5, 2),
  ).toEqual([0, 1]);
});

it("agrees with trying every interval", () => {
  const interval = fc.tuple(fc.nat(300), fc.nat(60));
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 700 }), fc.nat(330), fc.nat(20), (pairs, step, limit) => {
      const intervals = pairs
        .sort(([a], [b]) => a - b)
        .map(([from, length]) => [from, from + length] as const);
      const expected = intervals
        .flatMap(([from, to], row) => (from <= step && step < to ? [row] : []))
        .slice(0, limit);
      expect(indexOf(intervals).openAt(step, limit)).toEqual(expected);
    }),
  );
});

it("reads a handful of numbers where one open interval hides behind a hundred thousand closed ones", () => {
  const count = 100_000;
  const from = Int32Array.from({ length: count }, (_, row) => row);
  const ends = Int32Array.from({ length: count }, (_, row) => (row === count - 1 ? 2 * count : row + 1));
  let reads = 0;
  const counted = new Proxy(ends, {
    get(target, key) {
      reads += 1;
      const value = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const index = new IntervalIndex(from, counted);
  reads = 0;
  expect(index.openAt(count, 5)).toEqual([count - 1]);
  expect(reads).toBeLessThan(60);
});
