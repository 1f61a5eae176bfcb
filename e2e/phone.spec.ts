import { expect, type Page } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

const MODES = ["Sync", "Threads", "Pool", "Processes", "Async", "Async + blocking"];
const TOUCH = { hasTouch: true, isMobile: true };
const PHONE = { ...TOUCH, viewport: { width: 390, height: 844 } };
const TABLET = { ...TOUCH, viewport: { width: 768, height: 1024 } };

/**
 * Everything that can be touched and is smaller than `least` px, by name: measured as it can be hit, its label and
 * what lies around it included. What is drawn to scale, tokens and lanes, must have 24 px anywhere; lines of text are
 * left out where there is a mouse: they lead to moments that the playback's own buttons reach, too.
 */
function tooSmall(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const all = "button, a[href], input, select, textarea, summary, [role=slider], [role=tab]";
    const found: string[] = [];
    const sizeOf = (target: Element) => {
      const box = target.getBoundingClientRect();
      const around = getComputedStyle(target, "::after");
      const grown = around.content !== "none" && around.position === "absolute";
      const extra = (side: "top" | "bottom" | "left" | "right") =>
        grown ? Math.max(0, -Number.parseFloat(around[side]) || 0) : 0;
      return [
        box.width + extra("left") + extra("right"),
        box.height + extra("top") + extra("bottom"),
      ] as const;
    };
    const isSeen = (target: Element) =>
      target.checkVisibility({ opacityProperty: false, visibilityProperty: true }) &&
      target.getBoundingClientRect().width > 1;
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      // A control may be hit itself, or by its label.
      const labels = [...((element as HTMLInputElement).labels ?? [])];
      const targets = [element.closest(".draft-field") ?? element, ...labels].filter(isSeen);
      if (targets.length === 0 || (least < 44 && element.closest(".code-lines, .console-rows"))) continue;
      const needed = (element.closest(".stage, .timeline-lanes") ? 24 : least) - 0.5;
      const sizes = targets.map(sizeOf);
      if (sizes.some(([width, height]) => width >= needed && height >= needed)) continue;
      const name = element.getAttribute("aria-label") ?? element.textContent ?? element.tagName;
      const told = sizes.map((size) => size.map(Math.round).join(" × ")).join(", ");
      found.push(`${name.trim() || element.outerHTML.slice(0, 80)}: ${told}`);
    }
    return found;
  }, least);
}

/** The views come one by one. */
async function allThere(page: Page): Promise<void> {
  await expect(page.locator(".timeline-slider")).toBeVisible();
  await expect(page.locator(".code, [data-panel]").first()).toBeVisible();
}

/** What sticks out of the page on the right, by name. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("button, input, select, h1, h2, p")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const scrolls = element.closest(
        "[class*=scroll], .code-lines, .timeline-table, .console, .visually-hidden",
      );
      return width > 1 && !scrolls && element.checkVisibility() && (right > innerWidth + 1 || left < -1);
    });
    const names = out.map((element) => element.getAttribute("aria-label") ?? element.textContent ?? "");
    return wide > 0 ? [`the page: ${wide}px`, ...names] : names;
  });
}

for (const [width, height] of [
  [390, 844],
  [360, 640],
] as const) {
  test.describe(`on a phone of ${width} × ${height}`, () => {
    test.use({ ...TOUCH, viewport: { width, height } });

    for (const lang of ["en", "zh"])
      for (const lesson of ["parallel-concurrent", "who-switches", "crawler"])
        test(`the question of ${lesson} (${lang}) can be answered or passed over without scrolling`, async ({
          page,
          visualizer,
        }) => {
          await visualizer.open({ lesson, lang });
          await expect(page.locator(".veiled")).toBeAttached();
          for (const option of await page.locator(".question-options button").all())
            await expect(option).toBeInViewport({ ratio: 1 });
          // Nothing lies over it: the click arrives.
          await page.locator(".question-skip").click({ trial: true, timeout: 2_000 });
          // Less than a line: letters reach a little below the last one.
          const title = page.locator("h1 > span");
          expect(await title.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThan(10);
          expect(await tooSmall(page, 44)).toEqual([]);
          expect(await sticksOut(page)).toEqual([]);
        });
  });
}

for (const [device, settings, least] of [
  ["a phone", PHONE, 44],
  ["a tablet", TABLET, 44],
  ["a computer", {}, 24],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use(settings);

    for (const mode of MODES) {
      test(`everything in mode ${mode} can be hit, and nothing sticks out`, async ({ page, visualizer }) => {
        await visualizer.openScenario(crawler, { at: "1200" });
        await visualizer.chooseMode(mode);
        await allThere(page);
        expect(await tooSmall(page, least)).toEqual([]);
        expect(await sticksOut(page)).toEqual([]);
      });
    }

    test("the position can be dragged: its slider has room", async ({ visualizer }) => {
      await visualizer.openScenario(crawler, { at: "1200" });
      const { width = 0 } = (await visualizer.position.boundingBox()) ?? {};
      expect(width).toBeGreaterThan(300);
    });

    test("everything in the setup can be hit, and nothing sticks out", async ({ page, visualizer }) => {
      await visualizer.openScenario(crawler);
      await allThere(page);
      await visualizer.openSetup();
      await expect(visualizer.setup.locator("summary").first()).toBeVisible();
      for (const summary of await visualizer.setup.locator("summary").all()) await summary.click();
      expect(await tooSmall(page, least)).toEqual([]);
      expect(await sticksOut(page)).toEqual([]);
    });

    test("everything in the help can be hit, and nothing sticks out", async ({ page, visualizer }) => {
      await visualizer.open();
      await allThere(page);
      await visualizer.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await tooSmall(page, least)).toEqual([]);
      expect(await sticksOut(page)).toEqual([]);
    });
  });
}

test("the keyboard reaches the player, which is always in view, without moving the page", async ({
  page,
  visualizer,
}) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await visualizer.open({ lang: "en" });
  await page.getByRole("slider", { name: "Position in the run" }).focus();
  await visualizer.press("Tab", "Tab");
  await expect(page.locator(".page-player :focus")).toHaveCount(1);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
