import { expect } from "@playwright/test";
import { MOMENTS } from "./moments.ts";
import { crawler, test } from "./visualizer.ts";

test("who asks the system for more contrast gets it", async ({ page, visualizer }) => {
  await page.emulateMedia({ contrast: "more" });
  await visualizer.open();
  await expect(visualizer.root).toHaveAttribute("data-theme", "hc");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`forced colours: the picture is drawn in the system's ${colorScheme} ones`, async ({
    page,
    visualizer,
  }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await visualizer.openScenario(MOMENTS.blocking.scenario, MOMENTS.blocking.at);
    const canvas = page.locator(".timeline-canvas canvas");
    await expect(canvas).toBeVisible();
    // Of names, ruler and lanes alike: the panel's colour is the most frequent one, and it is Canvas.
    const isAsForced = () =>
      canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        // Another thread draws this canvas: its pixels are read from a copy.
        const copy = new OffscreenCanvas(width, height).getContext("2d");
        copy?.drawImage(element as HTMLCanvasElement, 0, 0);
        const { data } = copy?.getImageData(0, 0, width, height) ?? { data: [] };
        const counts = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4) {
          const color = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
          counts.set(color, (counts.get(color) ?? 0) + 1);
        }
        const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
        const corner = `rgb(${data[0]}, ${data[1]}, ${data[2]})`;
        document.body.style.color = "Canvas";
        const wanted = getComputedStyle(document.body).color;
        document.body.style.color = "";
        return most === wanted && corner === wanted;
      });
    await expect.poll(isAsForced).toBe(true);
  });
}

test("at 200 % zoom the page scrolls, the player stays, and nothing is lost", async ({
  page,
  visualizer,
}) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.locator(".timeline-slider")).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  for (const part of [visualizer.mode("Sync"), page.locator(".stage"), page.locator(".code-head")]) {
    await part.scrollIntoViewIfNeeded();
    await expect(part).toBeInViewport();
    await expect(visualizer.button("Play (Space)")).toBeInViewport();
  }
  await page.getByRole("tab", { name: "Console" }).click();
  await expect(visualizer.console).toContainText("begin tom");
});

test("the theme goes round: light, dark, high contrast", async ({ visualizer }) => {
  await visualizer.open({ lang: "en", theme: "light" });
  for (const theme of ["dark", "hc", "light"]) {
    await visualizer.press("t");
    await expect(visualizer.root).toHaveAttribute("data-theme", theme);
  }
});
