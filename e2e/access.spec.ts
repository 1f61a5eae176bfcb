import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./access-page.ts";
import { MOMENTS } from "./moments.ts";
import { crawler, test, type Visualizer } from "./visualizer.ts";

/** Looking at everything takes axe many seconds on a small computer. */
test.describe.configure({ timeout: 120_000 });

/** The views come one by one. */
async function allThere(page: Page): Promise<void> {
  await expect(page.locator(".timeline-slider")).toBeVisible();
  await expect(page.locator(".code-lines")).toBeVisible();
}

for (const theme of ["light", "dark", "hc"]) {
  for (const lang of ["zh", "en"]) {
    test(`the page has no barrier: ${theme}, ${lang}`, async ({ page, visualizer }) => {
      await visualizer.open({ lang, theme, at: "1200" });
      await allThere(page);
      await expectAccessible(page);
    });
  }
}

for (const mode of ["Sync", "Threads", "Pool", "Processes", "Async", "Async + blocking"]) {
  test(`mode ${mode} has no barrier, midway and at the end`, async ({ page, visualizer }) => {
    await visualizer.openScenario(crawler, { at: "1200" });
    await allThere(page);
    await visualizer.chooseMode(mode);
    await visualizer.press("Shift+ArrowRight");
    await expectAccessible(page);
    await visualizer.toEnd();
    await expectAccessible(page);
  });
}

const OPENED: Readonly<Record<string, (visualizer: Visualizer) => Promise<void>>> = {
  "the setup": async (visualizer) => {
    await visualizer.openSetup();
    for (const summary of await visualizer.setup.locator("summary").all()) await summary.click();
  },
  "the setup's JSON": async (visualizer) => {
    await visualizer.openSetup();
    await visualizer.page.getByRole("tab", { name: "JSON" }).click();
  },
  "the help": async (visualizer) => {
    await visualizer.press("?");
    await expect(visualizer.page.getByRole("dialog")).toBeVisible();
  },
  "the table": async ({ page }) => {
    await page.getByRole("button", { name: "Table", exact: true }).click();
  },
  "a selected task": async (visualizer) => {
    await visualizer.button("jay: suspended").click();
  },
  "the statistics": async (visualizer) => {
    await visualizer.press("i");
    await expect(visualizer.page.locator("[data-panel]")).toBeVisible();
  },
  "a refused mode": async ({ page }) => {
    await page.keyboard.press("6");
  },
  "presenting, held at a key moment": async (visualizer) => {
    await visualizer.press("Home", "p", "x", "h", "]", "]", "Space");
    await expect(visualizer.root).toHaveAttribute("data-run", "held");
  },
};

for (const [what, open] of Object.entries(OPENED)) {
  for (const theme of ["light", "dark"]) {
    test(`${what} has no barrier: ${theme}`, async ({ page, visualizer }) => {
      await visualizer.openScenario(crawler, { at: "1200", theme });
      await allThere(page);
      await open(visualizer);
      await expectAccessible(page);
    });
  }
}

test("every end that a task can come to, and forty tasks, have no barrier", async ({ page, visualizer }) => {
  for (const { scenario, at } of [MOMENTS.ends, MOMENTS.forty]) {
    await visualizer.openScenario(scenario, at);
    await allThere(page);
    await expectAccessible(page);
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the page has no barrier", async ({ page, visualizer }) => {
    await visualizer.openScenario(crawler, { at: "1200" });
    await expect(page.locator(".timeline-slider")).toBeVisible();
    await page.getByRole("button", { name: "More controls" }).click();
    await expectAccessible(page);
  });
});
