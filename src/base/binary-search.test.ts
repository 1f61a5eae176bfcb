import { expect, it } from "vitest";
import { upperBound, upperBoundNear } from "./binary-search.ts";

it("a search nearby finds what a search of all the rest finds", () => {
  const sorted = [0, 1, 1, 1, 2, 5, 5, 8, 13, 21, 34, 34, 55];
  for (let from = 0; from <= sorted.length; from++)
    for (const key of [-1, 0, 0.5, 1, 2, 5, 7, 34, 54, 55, 56])
      expect(upperBoundNear(sorted, key, from)).toBe(upperBound(sorted, key, from));
});
