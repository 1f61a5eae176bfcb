import { expect, type Locator, type Page } from "@playwright/test";
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
    await expectDrawnIn(page, { paper: "Canvas", ink: "CanvasText" });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`forced colours that come and go while a ${colorScheme} page is open count at once`, async ({
    page,
    visualizer,
  }) => {
    await page.emulateMedia({ colorScheme });
    await visualizer.openScenario(MOMENTS.blocking.scenario, MOMENTS.blocking.at);
    await expectDrawnIn(page, { paper: "var(--panel)", ink: "var(--s-blocked)" });
    await page.emulateMedia({ forcedColors: "active" });
    await expectDrawnIn(page, { paper: "Canvas", ink: "CanvasText" });
    await page.emulateMedia({ forcedColors: "none" });
    await expectDrawnIn(page, { paper: "var(--panel)", ink: "var(--s-blocked)" });
  });
}

test("a wish for dark or for more contrast counts at once while the page is open, and so does its end", async ({
  page,
  visualizer,
}) => {
  await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
  await visualizer.openScenario(MOMENTS.blocking.scenario, MOMENTS.blocking.at);
  const wishes = [
    [{}, "light"],
    [{ colorScheme: "dark" }, "dark"],
    [{ contrast: "more" }, "hc"],
    [{ contrast: "no-preference" }, "dark"],
    [{ colorScheme: "light" }, "light"],
  ] as const;
  for (const [wish, theme] of wishes) {
    await page.emulateMedia(wish);
    await expect(visualizer.root).toHaveAttribute("data-theme", theme);
    await expectDrawnIn(page, { paper: "var(--panel)", ink: "var(--s-blocked)" });
  }
});

test("a theme that the visitor has chosen stays, whatever the system asks for meanwhile", async ({
  page,
  visualizer,
}) => {
  await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
  await visualizer.open({ lang: "en" });
  await visualizer.press("t");
  await expect(visualizer.root).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(() => page.evaluate(() => matchMedia("(prefers-contrast: more)").matches)).toBe(true);
  await expect(visualizer.root).toHaveAttribute("data-theme", "dark");
  await visualizer.press("t");
  await expect(visualizer.root).toHaveAttribute("data-theme", "hc");
  await page.emulateMedia({ contrast: "no-preference", colorScheme: "dark" });
  await expect.poll(() => page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
  await expect(visualizer.root).toHaveAttribute("data-theme", "hc");
});

test("a theme that a link asks for stays until the visitor chooses another", async ({ page, visualizer }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await visualizer.open({ lang: "en", theme: "dark" });
  await page.emulateMedia({ contrast: "more" });
  await expect(visualizer.button(/Theme: dark/)).toBeVisible();
  await expect(visualizer.root).toHaveAttribute("data-theme", "dark");
  await visualizer.press("t");
  await expect(visualizer.root).toHaveAttribute("data-theme", "hc");
});

/**
 * Of names, ruler and lanes alike the paper's colour is the most frequent one, and the overview of the run, in which
 * whoever holds the thread is thickest, has nothing but ink.
 */
async function expectDrawnIn(page: Page, wanted: { paper: string; ink: string }): Promise<void> {
  const drawn = async () => ({
    paper: await mostFrequentIn(page.locator(".timeline-canvas canvas")),
    ink: await mostFrequentIn(page.locator(".playback-strip canvas")),
  });
  const asNumbers = (color: string) =>
    page.evaluate((value) => {
      const probe = document.body.appendChild(document.createElement("span"));
      probe.style.color = value;
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }, color);
  const inNumbers = { paper: await asNumbers(wanted.paper), ink: await asNumbers(wanted.ink) };
  await expect.poll(drawn).toEqual(inNumbers);
}

/** The opaque colour that most pixels have. */
const mostFrequentIn = (canvas: Locator): Promise<string | undefined> =>
  canvas.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    // A copy, for the browser complains of a canvas that is drawn and read in turns.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy?.drawImage(canvas, 0, 0);
    const data = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255) continue;
      const color = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  });

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
