import { expect } from "@playwright/test";
import { TimelinePlot } from "./timeline-plot.ts";
import { crawler, test } from "./visualizer.ts";

test("W and the button draw arrows from what ended each wait, and take them away again", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  const button = plot.tool(/^Why: /);
  const plain = await plot.picture();
  await visualizer.press("w");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => plot.picture()).not.toBe(plain);
  const arrows = await plot.picture();
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await page.mouse.move(5, 5);
  await expect.poll(() => plot.picture()).toBe(plain);
  await button.press("Enter");
  await page.mouse.move(5, 5);
  await expect.poll(() => plot.picture()).toBe(arrows);
});

test("too many arrows are not drawn, which is said; one task's are", async ({ visualizer, page }) => {
  const tasks = Array.from({ length: 300 }, (_, k) => ({
    name: `t${k}`,
    steps: Array.from({ length: 20 }, () => ({ kind: "sleep", ms: 100 })),
  }));
  await visualizer.openScenario({ mode: "async", tasks }, { at: "1000" });
  const plot = await TimelinePlot.on(page);
  const note = page.getByText("Too many arrows");
  await visualizer.press("w");
  await expect(note).toBeVisible();
  const without = await plot.picture();
  await page.getByRole("list", { name: "Lanes" }).getByRole("button").first().click();
  await expect(note).toHaveCount(0);
  await expect.poll(() => plot.picture()).not.toBe(without);
});
