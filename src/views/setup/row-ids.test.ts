import { expect, test } from "vitest";
import type { TaskSpec } from "#scenario/scenario.ts";
import { reconcileRowIds, startRowIds } from "./row-ids.ts";

const [a, b, c] = ["a", "b", "c"].map((name): TaskSpec => ({ name, steps: [] })) as [
  TaskSpec,
  TaskSpec,
  TaskSpec,
];
const before = startRowIds([a, b, c]);

test("an edited task keeps the id of its place", () => {
  expect(reconcileRowIds(before, [a, { ...b, name: "new" }, c]).ids).toEqual([0, 1, 2]);
});

test("a moved task takes its id along", () => {
  expect(reconcileRowIds(before, [c, a, b]).ids).toEqual([2, 0, 1]);
});

test("a new task gets a new id, and an id that went is not used again", () => {
  expect(reconcileRowIds(before, [a, { ...a, name: "copy" }, b, c]).ids).toEqual([0, 3, 1, 2]);
  const without = reconcileRowIds(before, [a, b]);
  expect(reconcileRowIds(without, [a, b, { ...c }]).ids).toEqual([0, 1, 3]);
});

test("a scenario read anew keeps the ids of its places", () => {
  expect(reconcileRowIds(before, structuredClone([a, b, c])).ids).toEqual([0, 1, 2]);
});
