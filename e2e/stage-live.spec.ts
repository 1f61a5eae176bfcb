import { expect } from "@playwright/test";
import { test } from "./live-page.ts";

test("a measured run has no turns, and slow motion says so", async ({ live }) => {
  await live.openLive({
    mode: "async",
    tasks: [{ name: "A", steps: [{ kind: "sleep", ms: 200 }] }],
  });
  await live.run();
  await live.press(".");
  await expect(live.page.getByText("A browser does not count its loop's turns")).toBeVisible();
  await expect(live.page.getByRole("list", { name: /^Turn/ })).toHaveCount(0);
});
