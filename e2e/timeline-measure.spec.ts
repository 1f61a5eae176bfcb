import { expect } from "@playwright/test";
import { TimelinePlot } from "./timeline-plot.ts";
import { crawler, test } from "./visualizer.ts";

test("Shift and drag measure from event to event, and Escape takes it away", async ({ visualizer, page }) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" }, { at: "3000" });
  const plot = await TimelinePlot.on(page);
  const told = page.getByText(/^Measured /);
  const plain = await plot.picture();
  await page.keyboard.down("Shift");
  await plot.drag([0.002, 0.6], [0.999, 0.6]);
  await page.keyboard.up("Shift");
  await expect(told).toHaveText(/^Measured 6\.00 s, from 0\.00 to 6\.00 s, \d+ events$/);
  await page.mouse.move(5, 5);
  await expect.poll(() => plot.picture()).not.toBe(plain);
  expect(await visualizer.at()).toBe(3000);
  await visualizer.press("Escape");
  await expect(told).toHaveCount(0);
  await expect.poll(() => plot.picture()).toBe(plain);
});

test("M sets a mark at the playhead, which then measures as it moves; M again takes it away", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" }, { at: "2000" });
  const button = (await TimelinePlot.on(page)).tool(/^Measure from here/);
  const told = page.getByText(/^Measured /);
  await visualizer.press("m");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await visualizer.press("PageDown");
  await expect(told).toHaveText(/^Measured 2\.00 s, from 2\.00 to 4\.00 s, \d+ events$/);
  await visualizer.press("Shift+ArrowRight");
  await expect(told).toHaveText(/^Measured 2\.10 s/);
  await visualizer.press("m");
  await expect(told).toHaveCount(0);
  await button.click();
  await expect(told).toHaveText(/^Measured 0 ms/);
});
