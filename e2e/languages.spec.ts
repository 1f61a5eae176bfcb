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

test("Western text has narrow quotes, Chinese text its own", async ({ visualizer, page }) => {
  const printing = { mode: "sync", tasks: [{ name: "bobo", steps: [{ kind: "print", text: "hi" }] }] };
  /** How wide the narration's first quote is, in the size of its letters. */
  const quote = () =>
    page.locator(".narration-line").evaluate((line) => {
      const text = line.firstChild as Text;
      const at = text.data.indexOf("“");
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(line).fontSize);
    });
  await visualizer.openScenario(printing, { step: "2" });
  await expect(page.locator(".narration-line")).toContainText("bobo prints “hi”");
  expect(await quote()).toBeLessThan(0.6);
  await visualizer.openScenario(printing, { step: "2", lang: "zh" });
  await expect(page.locator(".narration-line")).toContainText("bobo 打印“hi”");
  expect(await quote()).toBeGreaterThan(0.9);
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

const DARK = {
  "the system asks for": { hash: "", chosen: undefined, system: "dark" },
  "the visitor chose": { hash: "", chosen: "dark", system: "light" },
  "a link names": { hash: "#lang=en&theme=dark", chosen: "light", system: "light" },
} as const;
for (const [whose, { hash, chosen, system }] of Object.entries(DARK)) {
  test(`the dark that ${whose} is there before the page's code is`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.addInitScript((theme) => {
      if (theme) localStorage.setItem("loopscope.preferences", JSON.stringify({ theme }));
    }, chosen);
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`/${hash}`);
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(11, 13, 16)");
  });
}
