import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const fields = ["workers", "dispatch", "chunk_size", "wait"];

test.each([
  ["wrokers", "workers"],
  ["worker", "workers"],
  ["chunkSize", "chunk_size"],
  ["WAIT", "wait"],
  ["wiat", "wait"],
])("%s was meant to be %s", (found, meant) => {
  expect(nearestName(found, fields)).toBe(meant);
});

test.each(["concurrency", "x", "", "w".repeat(1_000_000)])("%.20s is near to nothing", (found) => {
  expect(nearestName(found, fields)).toBeUndefined();
});
