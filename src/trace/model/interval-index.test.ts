import fc from "fast-check";
import { expect, it } from "vitest";
import { IntervalIndex, maximaLevels } from "./interval-index.ts";

type Interval = readonly [number, number];

function openAt(intervals: readonly Interval[], step: number, limit: number): readonly number[] {
  const begun = intervals.filter(([from]) => from <= step).length;
  const ends = Int32Array.from(intervals, ([, to]) => to);
  return new IntervalIndex(maximaLevels(ends)).openAt(step, begun, limit);
}

it("finds the intervals that hold a position: the beginning belongs to them, the end does not", () => {
  const intervals: readonly Interval[] = [
    [0, 5],
    [1, 3],
    [3, 9],
  ];
  expect(openAt(intervals, 0, 10)).toEqual([0]);
  expect(openAt(intervals, 2, 10)).toEqual([0, 1]);
  expect(openAt(intervals, 3, 10)).toEqual([0, 2]);
  expect(openAt(intervals, 9, 10)).toEqual([]);
  expect(openAt(intervals, -1, 10)).toEqual([]);
});

it("gives the earliest when there are more than asked for", () => {
  expect(
    openAt(
      [
        [0, 9],
        [1, 9],
        [2, 9],
      ],
      5,
      2,
    ),
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
      expect(openAt(intervals, step, limit)).toEqual(expected);
    }),
  );
});

it("reads a handful of numbers where one open interval hides behind a hundred thousand closed ones", () => {
  const count = 100_000;
  const ends = Int32Array.from({ length: count }, (_, row) => (row === count - 1 ? 2 * count : row + 1));
  let reads = 0;
  const counted = new Proxy(ends, {
    get(target, key) {
      reads += 1;
      const value = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const index = new IntervalIndex(maximaLevels(counted));
  reads = 0;
  expect(index.openAt(count, count, 5)).toEqual([count - 1]);
  expect(reads).toBeLessThan(60);
});
