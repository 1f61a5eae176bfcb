import { expect, it } from "vitest";
import { placeMenu } from "./place-menu.ts";

it("stands over its button, so that the lanes stay in sight", () => {
  expect(placeMenu({ left: 8, top: 380, bottom: 408 }, 720)).toEqual({
    ...{ left: 8, top: 374, grows: "up" },
    maxHeight: 368,
  });
});

it("stands under it where there is more room, and never reaches out of the window", () => {
  const { grows, top, maxHeight } = placeMenu({ left: 0, top: 90, bottom: 134 }, 844);
  expect(grows).toBe("down");
  expect(top).toBeGreaterThan(134);
  expect(top + maxHeight).toBeLessThan(844);
});
