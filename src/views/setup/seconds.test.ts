import { expect, test } from "vitest";
import { formatSeconds, parseSeconds } from "./seconds.ts";

test("seconds are read as people type them", () => {
  expect(["2", "2.5", ".25", "2.", " 0.001 ", "１．５", "2.5000"].map(parseSeconds)).toEqual([
    2000, 2500, 250, 2000, 1, 1500, 2500,
  ]);
});

test("what is no number of seconds is told apart from what is too precise", () => {
  for (const text of ["", ".", "-1", "1e3", "NaN", "2s", "1,5"])
    expect(parseSeconds(text)).toBe("not_a_number");
  expect(parseSeconds("0.0001")).toBe("too_precise");
});

test("every whole millisecond comes back as it was written", () => {
  for (let ms = 0; ms < 5000; ms++) expect(parseSeconds(formatSeconds(ms))).toBe(ms);
  expect(parseSeconds(formatSeconds(86_399_999))).toBe(86_399_999);
});
