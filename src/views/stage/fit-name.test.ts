import { expect, it } from "vitest";
import { fitName } from "./fit-name.ts";

it("leaves a name that has room as it is", () => {
  expect(fitName("bobo", 1, 4)).toBe("bobo");
});

it("shortens a name in its middle, so that numbered names still differ", () => {
  expect(fitName("page-number-12", 1, 4.6)).toBe("page…12");
  expect(fitName("page-number-13", 1, 4.6)).toBe("page…13");
});

it("takes the ends of a short name that does not fit", () => {
  expect(fitName("page12", 1, 2.8)).toBe("p…12");
});

it("gives up a name of which nothing telling would be left", () => {
  expect(fitName("page12", 1, 1.5)).toBeUndefined();
  expect(fitName("任务一号十二", 1, 2)).toBeUndefined();
});
