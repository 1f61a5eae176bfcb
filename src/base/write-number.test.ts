import { expect, it } from "vitest";
import { writeClock, writeCount, writeFixed, writeSeconds } from "./write-number.ts";

it("parts thousands by commas", () => {
  expect([0, 999, 1000, 20_001, 1_300_010, -4500].map(writeCount)).toEqual([
    "0",
    "999",
    "1,000",
    "20,001",
    "1,300,010",
    "-4,500",
  ]);
});

it("leaves decimals alone", () => {
  expect(writeFixed(1234.56789, 5)).toBe("1,234.56789");
});

it("shows two decimals of a second on a clock", () => {
  expect([0, 2000, 1234.5, 22_450_000].map(writeClock)).toEqual(["0.00", "2.00", "1.23", "22,450.00"]);
});

it("shows as many as there are, up to milliseconds, in a sentence", () => {
  expect([2000, 2490, 0.4, 22_450_000].map(writeSeconds)).toEqual(["2", "2.49", "0", "22,450"]);
});
