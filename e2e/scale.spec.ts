import { expect } from "@playwright/test";
import { test } from "./visualizer.ts";

const many = (count: number, step: object) => ({
  mode: "async",
  wait: { style: "gather" },
  tasks: Array.from({ length: count }, (_, index) => ({ name: `page-${index + 1}`, steps: [step] })),
});

test("ten thousand coroutines run, and the page answers", async ({ visualizer }) => {
  await visualizer.openScenario(many(10_000, { kind: "sleep", ms: 1000 }));
  await expect(visualizer.total).toHaveText(/\/ 1\.00 s/);
  await visualizer.toEnd();
  await visualizer.press("Home", "PageDown", "ArrowLeft");
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
});

test("a crowd is counted truly, numbers are easy to read, and the speed-up comes by itself", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(many(1200, { kind: "sleep", ms: 1000 }), { at: "500" });
  await expect(page.locator(".code-chip", { hasText: "×" })).toHaveText("×1,200");
  await expect(visualizer.button("1,200 tasks, 1 s each")).toBeVisible();
  const clock = page.locator(".narration-clock em");
  await expect(clock).toHaveText(/^step [\d,]+\nof [\d,]+$/);
  const gap = await clock.evaluate((step) => {
    const text = document.createRange();
    text.selectNodeContents(step);
    const line = document.querySelector(".narration-line") as Element;
    return line.getBoundingClientRect().left - text.getBoundingClientRect().right;
  });
  expect(gap).toBeGreaterThan(12);
  await expect(visualizer.button(/^Statistics/)).toContainText("1,200× sync");
});

test("all lanes are shown at once, and a click opens one of them", async ({ visualizer, page }) => {
  await visualizer.openScenario(many(1000, { kind: "sleep", ms: 1000 }));
  const lanes = page.getByRole("list", { name: "Lanes" }).getByRole("button");
  await expect(lanes.first()).toHaveAccessibleName("page-1");
  const all = visualizer.button("All lanes at once");
  await all.click();
  await expect(all).toHaveAttribute("aria-pressed", "true");
  await expect(lanes).toHaveCount(0);
  await expect(page.getByRole("slider", { name: "Part of the run in view" })).toHaveCount(0);
  const plot = page.getByRole("slider", { name: "Timeline" });
  const { width, height } = (await plot.boundingBox()) ?? { width: 0, height: 0 };
  await plot.click({ position: { x: width / 2, y: height * 0.6 } });
  await expect(all).toHaveAttribute("aria-pressed", "false");
  await expect(lanes.first()).toHaveAccessibleName(/^page-[3-7]\d\d$/);
  await expect.poll(() => visualizer.at()).toBeGreaterThan(300);
});

test("the minimap says which part is in view, and moves it by keys and by dragging", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(many(3, { kind: "sleep", ms: 1000 }));
  const minimap = page.getByRole("slider", { name: "Part of the run in view" });
  await expect(minimap).toHaveCount(0);
  await visualizer.button("Zoom in").click();
  await expect(minimap).toBeVisible();
  const start = async () => Number(await minimap.getAttribute("aria-valuenow"));
  await expect(minimap).toHaveAttribute("aria-valuetext", /s, lanes 1 to 3 of 3$/);
  await minimap.focus();
  const before = await start();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(start).toBeGreaterThan(before);
  const { x, y, width, height } = (await minimap.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(start).toBe(0);
  await visualizer.button("Fit").click();
  await expect(minimap).toHaveCount(0);
});

test("a run that can never end says so", async ({ visualizer, page }) => {
  await visualizer.openScenario({
    mode: "async",
    tasks: [
      { name: "chicken", steps: [{ kind: "join", task: "egg" }] },
      { name: "egg", steps: [{ kind: "join", task: "chicken" }] },
    ],
  });
  await visualizer.toEnd();
  await expect(page.getByText("every task waits for another one", { exact: false }).first()).toBeVisible();
});

test("an enormous link is refused, not frozen on", async ({ page, visualizer }) => {
  await page.goto("/");
  await page.evaluate((text) => {
    location.hash = `#lang=en&scenario=${text}`;
  }, "x".repeat(3_000_000));
  await visualizer.ready();
  await expect(page.getByRole("alert")).toContainText("2,000,000");
});
