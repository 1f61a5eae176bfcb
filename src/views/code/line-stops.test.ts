import { expect, it } from "vitest";
import type { ProgramLine } from "#scenario/program/program.ts";
import { firstStop, nextStop } from "./line-stops.ts";

const lines: readonly ProgramLine[] = [
  { text: "import time" },
  { text: "start = time.time()", mark: { main: "start" } },
  { text: "" },
  { text: "print(1)", mark: { main: "total" } },
];

it("skips the lines that belong to no moment of the run", () => {
  expect(firstStop(lines)).toBe(1);
  expect(nextStop(lines, 1, 1)).toBe(3);
  expect(nextStop(lines, 3, -1)).toBe(1);
});

it("stops at the first and the last", () => {
  expect(nextStop(lines, 3, 1)).toBeUndefined();
  expect(nextStop(lines, 1, -1)).toBeUndefined();
  expect(firstStop(lines.slice(0, 1))).toBe(-1);
});
