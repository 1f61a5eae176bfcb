import { expect } from "@playwright/test";
import { test } from "./visualizer.ts";

test.describe("a Chinese browser", () => {
  test.use({ locale: "zh-CN" });

  test("gets a Chinese page", async ({ visualizer, page }) => {
    await visualizer.open({});
    await expect(visualizer.root).toHaveAttribute("lang", "zh-CN");
    await expect(page.getByRole("radio", { name: "线程池" })).toBeVisible();
    await page.getByRole("radio", { name: "同步", exact: true }).check({ force: true });
    await page.keyboard.press("End");
    await expect(page.getByRole("region", { name: "输出" })).toContainText("总耗时 6.00 秒");
  });
});

test("the chosen language is remembered", async ({ visualizer, page }) => {
  await visualizer.open({});
  await expect(visualizer.root).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "切换到中文" }).click();
  await expect(visualizer.root).toHaveAttribute("lang", "zh-CN");
  await page.goto("about:blank");
  await page.goto("/");
  await expect(visualizer.root).toHaveAttribute("lang", "zh-CN");
});

test("mistakes are told in the page's language", async ({ page, visualizer }) => {
  await page.goto(
    `/#lang=zh&scenario=${encodeURIComponent('{"mode":"async","tasks":[{"name":"a","steps":[{"kind":"io","ms":1.5}]}]}')}`,
  );
  await visualizer.ready();
  await expect(page.getByRole("alert")).toContainText("整数");
});

test("the theme follows the browser, can be chosen, and is remembered", async ({ visualizer, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await visualizer.open();
  await expect(visualizer.root).toHaveAttribute("data-theme", "dark");
  await visualizer.press("t", "t");
  await expect(visualizer.root).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(visualizer.root).toHaveAttribute("data-theme", "light");
});
