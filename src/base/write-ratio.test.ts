import { expect, it } from "vitest";
import { percent, ratio } from "./write-ratio.ts";

it("a ratio has a decimal as long as it counts", () => {
  expect([0.5, 3, 12.34, 500.4, 9016.1].map(ratio)).toEqual(["0.5", "3.0", "12.3", "500", "9,016"]);
});

it("not all is never 100 %, and not nothing never 0 %", () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(["0", "1", "50", "99", "100"]);
});
