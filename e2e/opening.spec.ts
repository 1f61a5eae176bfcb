import { expect, type Page } from "@playwright/test";
import { test } from "./visualizer.ts";

/** Opens the page in a browser whose idle moments come when they are told to; at its first picture it waits for them. */
async function openUntilIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (callback) => waiting.push(callback);
    Object.assign(window, { idle: () => waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 }) });
  });
  await page.goto("./#lang=en");
  await expect(page.locator("html")).toHaveAttribute("data-run", "paused");
}

/** Lets one idle moment after the other come until all of the page is there. */
async function letRestCome(page: Page, each: () => Promise<void> = async () => {}): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => (window as unknown as { idle(): void }).idle());
    await each();
    expect(await page.locator("[aria-busy=true]").count()).toBe(0);
  }).toPass({ intervals: [20] });
}

test("a page that is being opened can be played before its program is there, which then comes line by line", async ({
  page,
  visualizer,
}) => {
  await openUntilIdle(page);
  const lines = page.locator(".code-line");
  await visualizer.press("End");
  await expect(visualizer.root).toHaveAttribute("data-run", "ended");
  await expect(lines).toHaveCount(0);
  const counts = new Set<number>();
  await letRestCome(page, async () => {
    counts.add(await lines.count());
  });
  expect(counts.size).toBeGreaterThan(3);
  await expect(lines.last()).toContainText("print(");
});

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1280, 720],
  [1920, 1080],
] as const)
  test(`nothing that is there moves while the rest comes at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openUntilIdle(page);
    const places = () =>
      page.evaluate(() => {
        const parts = ".header > *, .stage, .narration, .timeline-plot, .page-player > *, .playback > *";
        return [...document.querySelectorAll(parts)].map((part) => {
          const { x, y, width, height } = part.getBoundingClientRect();
          return `${part.className}: ${[x, y, width, height].map(Math.round)}`;
        });
      });
    const before = await places();
    await letRestCome(page);
    await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
    expect(await places()).toEqual(before);
  });

test("the browser has looked for each font of the first picture before the page's script runs", async ({
  page,
}) => {
  const fonts = () =>
    page.evaluate(() => {
      const found = new Set<string>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const holder = text.parentElement as Element;
        if (!text.textContent?.trim() || holder.getClientRects().length === 0) continue;
        const { fontFamily, fontSize, fontWeight } = getComputedStyle(holder);
        found.add(`${fontWeight} ${fontSize} ${fontFamily.split(",")[0]}`);
      }
      return [...found];
    });
  await page.route(/assets\/index-.*\.js/, (route) => route.abort());
  await page.goto("./");
  const early = await fonts();
  expect(early.length).toBeGreaterThan(0);
  await page.unrouteAll();
  await page.goto("about:blank");
  await openUntilIdle(page);
  const shown = await fonts();
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((font) => !early.includes(font))).toEqual([]);
});
