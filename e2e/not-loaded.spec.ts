import { expect, test as plain } from "@playwright/test";
import { crawler, Visualizer } from "./visualizer.ts";

/** Without the fixture's watch: the browser itself logs every file that it cannot get. */
const test = plain.extend<{ readonly visualizer: Visualizer }>({
  visualizer: async ({ page }, use) => use(new Visualizer(page)),
});

test("a lesson that cannot be loaded is told, and opened when it is tried again", async ({
  page,
  visualizer,
}) => {
  await visualizer.open({ lang: "en" });
  await page.route(/assets\/sync-async/, (route) => route.abort());
  await page.getByRole("link", { name: /What to do while waiting/ }).click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute(/assets\/sync-async/);
  await visualizer.button("Try again").click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator(".lesson")).toContainText("What this is about");
});

test("a panel that cannot be loaded does not empty the page, and comes when it is tried again", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(crawler, { lang: "zh", at: "1200" });
  await page.route(/assets\/setup-/, (route) => route.abort());
  await visualizer.press("s");
  await expect(page.getByRole("alert")).toContainText("没有加载成功");
  await page.unroute(/assets\/setup-/);
  await visualizer.button("再试一次").click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator(".timeline")).toBeVisible();
  await expect(page).toHaveURL(/at=1200/);
});

test("a curve that cannot be simulated says so, and is simulated when it is tried again", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(crawler, { compare: "all" });
  await page.route(/assets\/sweep-worker/, (route) => route.abort());
  await page.getByRole("tab", { name: "Curves" }).click();
  const told = page.locator(".curves-head [role=status]");
  await expect(told).toHaveText("The simulation failed: 0 of 12 points are known.");
  await page.unroute(/assets\/sweep-worker/);
  await visualizer.button("Try again").click();
  await expect(told).toBeEmpty();
});

test("a page that cannot begin says so instead of staying empty, and begins when it is tried again", async ({
  page,
  visualizer,
}) => {
  await page.route(/assets\/sync-async/, (route) => route.abort());
  await page.goto("./#lesson=sync-async&lang=en");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute(/assets\/sync-async/);
  await visualizer.button("Try again").click();
  await expect(page.locator(".question")).toBeVisible();
});

test("a page whose program and console cannot be loaded says so, and is whole when it is tried again", async ({
  page,
  visualizer,
}) => {
  await page.route(/assets\/later-views-.*js/, (route) => route.abort());
  await page.goto("./#lang=en");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute(/assets\/later-views-.*js/);
  await visualizer.button("Try again").click();
  await visualizer.ready();
  await expect(page.getByRole("region", { name: "Program" })).toBeVisible();
  await expect(visualizer.console).toBeVisible();
});

test("modes are compared and played, also where the run itself could not be simulated", async ({
  page,
  visualizer,
}) => {
  await page.route(/assets\/simulation-worker/, (route) => route.abort());
  const steps = [{ kind: "io", ms: 1000 }];
  const tasks = Array.from({ length: 1500 }, (_, k) => ({ name: `t${k}`, steps }));
  await page.goto(`./#lang=en&scenario=${encodeURIComponent(JSON.stringify({ mode: "async", tasks }))}`);
  await expect(page.getByRole("alert")).toContainText("The simulation failed.");
  await page.unroute(/assets\/simulation-worker/);
  await visualizer.button("Compare").click();
  await expect(page.getByRole("region", { name: "Playback" })).toBeVisible();
  await visualizer.press("End");
  await expect(visualizer.total).toContainText(/[1-9]/);
  await visualizer.press("c");
  await expect(page.getByRole("region", { name: "Playback" })).toHaveCount(0);
});
