import { expect } from "@playwright/test";
import { MOMENTS } from "./moments.ts";
import { test } from "./visualizer.ts";

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`nothing sticks out at ${width} × ${height}`, async ({ page, visualizer }) => {
    await page.setViewportSize({ width, height });
    await visualizer.open({ lang: "en", at: "1200" });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(page.getByRole("slider", { name: "Timeline" })).toBeVisible();
    await expect(visualizer.button(/^Play/)).toBeInViewport();
    await expect(visualizer.mode("Async")).toBeChecked();
  });
}

test("presenting hides what a class need not see, and Esc ends it", async ({ page, visualizer }) => {
  await visualizer.open();
  await visualizer.press("p");
  await expect(visualizer.root).toHaveAttribute("data-present");
  await expect(visualizer.button("Copy link")).toBeHidden();
  await expect(page.getByRole("button", { name: /2 s each/ })).toBeHidden();
  await expect(visualizer.mode("Pool")).toBeVisible();
  await visualizer.press("Escape");
  await expect(visualizer.root).not.toHaveAttribute("data-present");
  await expect(visualizer.button("Copy link")).toBeVisible();
});

test("selecting a task on the stage marks it everywhere, and Esc lets go", async ({ page, visualizer }) => {
  await visualizer.open({ lang: "en", at: "1200" });
  await visualizer.button("jay: suspended").click();
  await expect(visualizer.button("jay: suspended")).toHaveAttribute("aria-pressed", "true");
  const lanes = page.getByRole("list", { name: "Lanes" });
  await expect(lanes.getByRole("button", { name: "jay" })).toHaveAttribute("aria-pressed", "true");
  await visualizer.press("Escape");
  await expect(lanes.getByRole("button", { name: "jay" })).toHaveAttribute("aria-pressed", "false");
});

test("a page that is opened at the end of a long program shows the line that ran last", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(MOMENTS.ends.scenario, MOMENTS.ends.at);
  await expect(page.locator(".code-line").last()).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".code-line").first()).not.toBeInViewport();
});
