import { expect, type Route } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

test("a link written by hand opens its scenario", async ({ visualizer }) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" });
  await expect(visualizer.mode("Sync")).toBeChecked();
  await visualizer.expectTotal("6.00");
});

test("a link opens its moment", async ({ visualizer }) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect.poll(() => visualizer.at()).toBe(1200);
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
});

test("reloading keeps the scenario, the mode, the language and the moment", async ({ visualizer, page }) => {
  await visualizer.open({ lang: "en" });
  await visualizer.chooseMode("Sync");
  await visualizer.openSetup();
  await visualizer.fill(visualizer.row("bobo").getByRole("textbox", { name: "Delay" }), "0.5");
  await visualizer.closeSetup();
  await visualizer.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
  await expect(page).toHaveURL(/at=300/);
  await page.reload();
  await visualizer.ready();
  await expect.poll(() => visualizer.at()).toBe(300);
  await expect(visualizer.mode("Sync")).toBeChecked();
  await visualizer.expectTotal("4.50");
});

test("back and forward go through the scenarios", async ({ visualizer, page }) => {
  await visualizer.open();
  await visualizer.chooseMode("Sync");
  await expect(page).toHaveURL(/sync/);
  await visualizer.chooseMode("Threads");
  await expect(page).toHaveURL(/threads/);
  await page.goBack();
  await expect(visualizer.mode("Sync")).toBeChecked();
  await page.goForward();
  await expect(visualizer.mode("Threads")).toBeChecked();
});

for (const [what, hash, says] of [
  ["broken JSON", "#scenario=%7Bnope", /JSON/],
  ["a broken escape", "#scenario=%E4%A", /link/i],
  ["damaged compressed data", "#v=1&z=abcd", /link/i],
  ["a version from the future", "#v=99&z=abcd", /v is "99"/],
  [
    "a mistake in the scenario",
    `#scenario=${encodeURIComponent('{"mode":"async","tasks":[{"name":"a","steps":[{"kind":"io","ms":-1}]}]}')}`,
    /tasks\[0\]\.steps\[0\]\.ms/,
  ],
  ["a lesson that does not exist", "#lesson=nowhere", /lesson/],
] as const) {
  test(`a link with ${what} opens the default lesson and says what was wrong`, async ({
    visualizer,
    page,
  }) => {
    await page.goto(`/${hash}&lang=en`);
    await visualizer.ready();
    await expect(page.getByRole("alert")).toContainText(says);
    await visualizer.expectTotal("2.00");
    await visualizer.button("Dismiss").click();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("a link that is followed while that of a lesson is still being loaded is opened", async ({
  visualizer,
  page,
}) => {
  const asked = new Promise<Route>((resolve) => page.route(/assets\/sync-async/, resolve));
  await page.goto("./#lang=en&lesson=sync-async");
  const lesson = await asked;
  const next = `#lang=en&scenario=${encodeURIComponent(JSON.stringify({ ...crawler, mode: "sync" }))}`;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, next);
  await lesson.continue();
  await visualizer.ready();
  await visualizer.expectTotal("6.00");
});

test("several mistakes are all reported", async ({ visualizer, page }) => {
  const broken = { mode: "asink", tasks: [{ name: "a", stepz: [] }] };
  await page.goto(`/#lang=en&scenario=${encodeURIComponent(JSON.stringify(broken))}`);
  await visualizer.ready();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("mode");
  await expect(alert).toContainText("tasks[0].stepz");
  await expect(alert).toContainText("tasks[0].steps");
});
