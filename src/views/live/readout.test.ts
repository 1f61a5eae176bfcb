import { expect, it } from "vitest";
import { milliseconds, signedMilliseconds, signedPercent, signedSeconds } from "./readout.ts";

it("shows milliseconds to a tenth, or whole ones from a hundred on", () => {
  expect([milliseconds(4.449), milliseconds(213.7)]).toEqual(["4.4", "214"]);
});

it("gives differences a sign, and nothing none", () => {
  expect([signedSeconds(104), signedSeconds(-20), signedSeconds(-4)]).toEqual(["+0.10", "−0.02", "0.00"]);
  expect([signedMilliseconds(13.5), signedMilliseconds(-104)]).toEqual(["+13.5", "−104"]);
  expect([signedPercent(1.62), signedPercent(-250.2)]).toEqual(["+1.6", "−250"]);
});
