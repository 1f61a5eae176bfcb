import { expect, it } from "vitest";
import { groupRows, pick, rowsOf } from "./group-rows.ts";

it("groups rows by key and keeps their order", () => {
  const groups = groupRows(Int32Array.from([2, 0, 2, 1, 0]), 3);
  expect([0, 1, 2].map((group) => [...rowsOf(groups, group)])).toEqual([[1, 4], [3], [0, 2]]);
});

it("leaves out rows whose key is no group, and knows nothing of groups beyond the last", () => {
  const groups = groupRows(Int32Array.from([-1, 0, 7]), 2);
  expect([0, 1, 2].map((group) => [...rowsOf(groups, group)])).toEqual([[1], [], []]);
});

it("picks the values of rows", () => {
  expect([...pick(Int32Array.from([10, 20, 30]), Int32Array.from([2, 0]))]).toEqual([30, 10]);
});
