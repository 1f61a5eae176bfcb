import { expect, it } from "vitest";
import { monogramsOf } from "./monogram.ts";

it("takes the first letter of each name, and M for the main program", () => {
  expect(monogramsOf(["main", "bobo", "jay", "tom"])).toEqual(["M", "B", "J", "T"]);
});

it("takes the number of numbered names", () => {
  expect(monogramsOf(["main", "www.1.com", "page-12"])).toEqual(["M", "1", "12"]);
});

it("numbers names that begin alike, and never gives two tasks the same mark", () => {
  expect(monogramsOf(["main", "bobo", "bill", "mary"])).toEqual(["M", "B1", "B2", "M1"]);
});

it("gives everybody their position when numbers do not make them clear", () => {
  const names = ["main", ...Array.from({ length: 40 }, (_, i) => `task ${"x".repeat(i)}`)];
  const marks = monogramsOf(names);
  expect(new Set(marks).size).toBe(marks.length);
});

it("numbers up to nine names that begin alike, beside the main program too; ten are too many", () => {
  const alike = (count: number) => ["main", ...Array.from({ length: count }, (_, k) => `m${"x".repeat(k)}`)];
  expect(monogramsOf(alike(9)).at(-1)).toBe("M9");
  expect(monogramsOf(alike(10)).slice(0, 3)).toEqual(["M", "1", "2"]);
});

it("takes numbers of any length as they are: the hundredth page is no letter among numbers", () => {
  const pages = (count: number) => ["main", ...Array.from({ length: count }, (_, k) => `page${k + 1}`)];
  for (const count of [9, 99, 100, 1000]) expect(monogramsOf(pages(count)).at(-1)).toBe(String(count));
  expect(monogramsOf(["main", "page-7", "page-112"])).toEqual(["M", "7", "112"]);
});

it("never makes another number of a number: equal ones get their letter, endless ones their position", () => {
  expect(monogramsOf(["main", "page1", "image1", "image2"])).toEqual(["M", "P1", "I1", "I2"]);
  expect(monogramsOf(["main", "page1", "page1b"])).toEqual(["M", "1", "2"]);
  expect(monogramsOf(["main", "log-20261127", "log-20261128"])).toEqual(["M", "1", "2"]);
});
