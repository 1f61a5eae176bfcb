import { expect, type Page } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

const MODES = ["Sync", "Threads", "Pool", "Async", "Async + blocking"];
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
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      const label = (element as HTMLInputElement).labels?.[0];
      const target = label ?? element.closest(".draft-field") ?? element;
      const box = target.getBoundingClientRect();
      if (!target.checkVisibility({ opacityProperty: false, visibilityProperty: true }) || box.width <= 1)
        continue;
      if (least < 44 && element.closest(".code-lines, .console-rows")) continue;
      const needed = element.closest(".stage, .timeline-lanes") ? 24 : least;
      const around = getComputedStyle(target, "::after");
      const grown = around.content !== "none" && around.position === "absolute";
      const extra = (side: "top" | "bottom" | "left" | "right") =>
        grown ? Math.max(0, -Number.parseFloat(around[side]) || 0) : 0;
      const width = box.width + extra("left") + extra("right");
      const height = box.height + extra("top") + extra("bottom");
      if (width >= needed - 0.5 && height >= needed - 0.5) continue;
      const name = element.getAttribute("aria-label") ?? element.textContent ?? element.tagName;
      found.push(
        `${name.trim() || element.outerHTML.slice(0, 80)}: ${Math.round(width)} × ${Math.round(height)}`,
      );
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
      for (const summary of await visualizer.setup.locator("summary").all()) await summary.click();
      // A stylesheet that another part of the page has asked for already is not waited for.
      await expect.poll(() => tooSmall(page, least)).toEqual([]);
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
