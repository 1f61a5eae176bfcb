import { expect } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

test("playing runs to the end by itself", async ({ visualizer }) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" });
  await visualizer.button("Play").click();
  await expect(visualizer.root).toHaveAttribute("data-run", "playing");
  await visualizer.press("]", "]", "]", "]");
  await expect(visualizer.root).toHaveAttribute("data-run", "ended");
  await expect.poll(() => visualizer.at()).toBe(6000);
});

test("a hidden tab pauses", async ({ visualizer, page }) => {
  await visualizer.openScenario(crawler);
  await visualizer.button("Play").click();
  await expect(visualizer.root).toHaveAttribute("data-run", "playing");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
});

test("stepping visits every event of one instant, forth and back", async ({ visualizer }) => {
  await visualizer.openScenario(crawler);
  const told = [await visualizer.told()];
  for (let step = 1; step <= 12; step++) {
    await visualizer.press("ArrowRight");
    await expect.poll(() => visualizer.told()).not.toBe(told.at(-1));
    told.push(await visualizer.told());
  }
  expect(await visualizer.at()).toBe(0);
  expect(new Set(told).size).toBe(13);
  await visualizer.press("ArrowLeft");
  await expect(visualizer.position).toHaveAttribute("aria-valuetext", told[11] ?? "");
});

test("the narration says at 1.2 s why nothing holds the thread", async ({ visualizer, page }) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.getByText("All three tasks are suspended", { exact: false }).first()).toBeVisible();
});

test("the narration says at 1.2 s who holds the thread when the client blocks", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  await visualizer.chooseMode("Async + blocking");
  await visualizer.press("Shift+ArrowRight");
  await expect(page.getByText(/bobo .*holds/i).first()).toBeVisible();
});

test("dragging over the timeline scrubs", async ({ visualizer, page }) => {
  await visualizer.openScenario(crawler);
  const plot = page.getByRole("slider", { name: "Timeline" });
  const box = await plot.boundingBox();
  if (box === null) throw new Error("the timeline has no place");
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => visualizer.at()).toBeGreaterThan(200);
  expect(await visualizer.at()).toBeLessThan(2000);
});

test("the whole page can be driven with the keyboard alone", async ({ visualizer, page }) => {
  await visualizer.open();
  await visualizer.press("1");
  await expect(visualizer.mode("Sync")).toBeChecked();
  await visualizer.press("s");
  await visualizer.row("bobo").getByRole("textbox", { name: "Delay" }).focus();
  await visualizer.press("Control+a");
  await page.keyboard.type("1");
  await visualizer.press("Tab", "Tab");
  await expect(visualizer.total).toHaveText(/\/ 5\.00 s/);
  await visualizer.press("Control+z");
  await expect(visualizer.total).toHaveText(/\/ 6\.00 s/);
});

test("single keys can be switched off", async ({ visualizer, page }) => {
  await visualizer.open();
  await visualizer.press("?");
  await page.getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
  await visualizer.press("Escape");
  await visualizer.press("1");
  await expect(visualizer.mode("Async")).toBeChecked();
});
