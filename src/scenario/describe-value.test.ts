import { expect, test } from "vitest";
import { describeValue, formatPath, shorten } from "./describe-value.ts";

test("values are shown as their author would write them, in one short line", () => {
  const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 0);
  expect(
    [-5, -0, Number.NaN, "fast", true, null, undefined, [], deep, {}, "a\nb"].map(describeValue),
  ).toEqual(["-5", "-0", "NaN", '"fast"', "true", "null", "undefined", "[]", "[…]", "{…}", '"a\\nb"']);
  expect(describeValue("x".repeat(1_000_000))).toBe(`"${"x".repeat(40)}…"`);
});

test("a long text is cut between characters", () => {
  expect(shorten("ab😀cd", 3)).toBe("ab…");
  expect(shorten("ab😀cd", 4)).toBe("ab😀…");
});

test("a path leads to a value as one would write it; odd keys are quoted", () => {
  expect(formatPath(["tasks", 2, "steps", 0, "ms"])).toBe("tasks[2].steps[0].ms");
  expect(formatPath(["tasks", 0, "my key"])).toBe('tasks[0]["my key"]');
  expect(formatPath([""])).toBe('[""]');
  expect(formatPath([])).toBe("");
});
