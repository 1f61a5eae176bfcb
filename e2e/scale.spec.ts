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
