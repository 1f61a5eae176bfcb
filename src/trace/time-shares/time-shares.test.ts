import { describe, expect, it } from "vitest";
import { goldenModel } from "../model/models-for-tests.ts";
import { NOTHING, paintShares } from "./paint-shares.ts";
import { SHARED_STATES, shareOf, sumTimeShares } from "./time-shares.ts";

const inOrder = (count: number) => ({ count, taskAt: (row: number) => row + 1 });
const crawler = goldenModel("lesson-crawler");
const blocking = goldenModel("async-blocking-three");

describe("the shares of time", () => {
  it("of three coroutines that wait together are all suspension, though each also runs: in no time", () => {
    const shares = sumTimeShares(crawler, inOrder(3), 3, 64);
    for (const group of [0, 1, 2]) {
      expect(shareOf(shares, group, "suspended", 0, 64)).toBeCloseTo(1, 5);
      expect(shareOf(shares, group, "running", 0, 64)).toBe(0);
    }
  });

  it("of any stretch are those of the spans in it, wherever its ends lie", () => {
    const shares = sumTimeShares(blocking, inOrder(3), 3, 100);
    const perBin = blocking.total / 100;
    for (const [from, to] of [
      [0, 100],
      [3.3, 41.7],
      [60.2, 60.9],
    ] as const)
      for (const state of SHARED_STATES) {
        const time = blocking
          .spansOf(2)
          .filter((span) => span.state === state)
          .reduce((sum, { start, end }) => {
            const inside = Math.min(end, to * perBin) - Math.max(start, from * perBin);
            return sum + Math.max(0, inside);
          }, 0);
        // Inside a bin time is taken to be spread evenly.
        expect(Math.abs(shareOf(shares, 1, state, from, to) * (to - from) - time / perBin)).toBeLessThan(
          1.01,
        );
      }
  });

  it("of neighbours in one group are their mean", () => {
    const each = sumTimeShares(blocking, inOrder(3), 3, 64);
    const all = sumTimeShares(blocking, inOrder(3), 1, 64);
    const mean = [0, 1, 2].reduce((sum, group) => sum + shareOf(each, group, "blocked", 5, 50) / 3, 0);
    expect(shareOf(all, 0, "blocked", 5, 50)).toBeCloseTo(mean, 4);
    expect(all.groups).toBe(1);
  });
});

describe("painted shares", () => {
  const paint = (model: typeof blocking, groups: number, from = 0, to = 1) => {
    const shares = sumTimeShares(model, inOrder(3), groups, 256);
    const cells = new Uint8Array(groups * 64);
    paintShares(shares, { cells, columns: 64, from, to, firstColumn: 0 });
    return cells;
  };
  const count = (cells: Uint8Array, kind: number) => cells.filter((each) => each === kind).length;

  it("give each state as many cells as it has of the time, in a lane of its own and in a row of many", () => {
    for (const groups of [1, 3]) {
      const painted = paint(blocking, groups);
      const shares = sumTimeShares(blocking, inOrder(3), groups, 256);
      for (let group = 0; group < groups; group++)
        for (const [kind, state] of SHARED_STATES.entries()) {
          const cells = count(painted.subarray(64 * group, 64 * (group + 1)), kind);
          expect(Math.abs(cells - 64 * shareOf(shares, group, state, 0, 256))).toBeLessThan(4);
        }
    }
  });

  it("keep their pattern in its place while one pans", () => {
    const shares = sumTimeShares(blocking, inOrder(3), 1, 256);
    const view = (firstColumn: number) => {
      const cells = new Uint8Array(32);
      const [from, to] = [firstColumn / 64, (firstColumn + 32) / 64];
      paintShares(shares, { cells, columns: 32, from, to, firstColumn });
      return cells;
    };
    expect([...view(10)].slice(1)).toEqual([...view(11)].slice(0, -1));
  });

  it("can be painted in parts, to the same picture", () => {
    const shares = sumTimeShares(blocking, inOrder(3), 3, 256);
    const place = { columns: 64, from: 0.1, to: 0.9, firstColumn: 5 };
    const [whole, parts] = [new Uint8Array(3 * 64), new Uint8Array(3 * 64)];
    paintShares(shares, { ...place, cells: whole });
    for (const [begin, end] of [
      [0, 20],
      [20, 21],
      [21, 64],
    ] as const)
      paintShares(shares, { ...place, cells: parts, only: { begin, end } });
    expect(parts).toEqual(whole);
  });

  it("leave what lies outside the run empty", () => {
    const painted = paint(crawler, 3, -1, 0);
    expect(count(painted, NOTHING)).toBe(painted.length);
  });
});
