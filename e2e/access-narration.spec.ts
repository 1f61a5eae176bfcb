import { expect, type Page } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

/** Writes down every sentence that a screen reader is given, and when. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: [at: number, text: string][] = [];
    Object.assign(window, { heard });
    const region = document.querySelector(".narration [aria-live=polite]");
    if (region === null) throw new Error("nobody speaks");
    new MutationObserver(() => heard.push([performance.now(), region.textContent ?? ""])).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: [number, string][] }).heard);

test.beforeEach(async ({ page, visualizer }) => {
  await visualizer.openScenario(crawler);
  await expect(page.locator(".narration")).toBeVisible();
  await expect(page.getByRole("slider", { name: "Timeline" })).toBeVisible();
  await listen(page);
});

test("every step is told, with the words that stand in the bar", async ({ page, visualizer }) => {
  for (let step = 1; step <= 4; step++) {
    await visualizer.press("ArrowRight");
    await expect.poll(async () => (await heard(page)).length).toBe(step);
  }
  const bar = await page.locator(".narration-line").innerText();
  expect((await heard(page)).at(-1)?.[1]).toBe(bar.replace(/\s+/g, " ").trim());
});

test("playing is told at most every two seconds, and pausing at once", async ({ page, visualizer }) => {
  await visualizer.press("]", "Space");
  await expect.poll(async () => (await heard(page)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  const times = (await heard(page)).map(([at]) => at);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1900);
  await visualizer.press("Space");
  await expect(visualizer.root).toHaveAttribute("data-run", /paused|ended/);
  const bar = (await page.locator(".narration-line").innerText()).replace(/\s+/g, " ").trim();
  await expect.poll(async () => (await heard(page)).at(-1)?.[1]).toBe(bar);
});

test("scrubbing is silent, until the next step", async ({ page, visualizer }) => {
  const box = await page.getByRole("slider", { name: "Timeline" }).boundingBox();
  if (box === null) throw new Error("the timeline has no place");
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => visualizer.at()).toBeGreaterThan(500);
  expect(await heard(page)).toEqual([]);
  await visualizer.press("ArrowRight");
  await expect.poll(async () => (await heard(page)).length).toBe(1);
});
