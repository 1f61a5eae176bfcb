import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./access-page.ts";
import { crawler, test, type Visualizer } from "./visualizer.ts";

const scenario = { ...crawler, workers: 2, dispatch: "single" };

const compareOf = (page: Page): Locator => page.getByRole("region", { name: "All modes side by side" });
const rowOf = (page: Page, mode: string): Locator =>
  compareOf(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: new RegExp(`^${literal(mode)}( \\(shown now\\))?$`) }) });
const totalIn = (row: Locator): Locator => row.locator(".compare-total");
const literal = (text: string) => text.replace(/[+()]/g, "\\$&");

/** The page's modes, as far as the scenario can run in them. */
const modesOf = (page: Page): Promise<readonly string[]> =>
  page.getByRole("radiogroup", { name: "Mode" }).locator("label").allTextContents();

async function openCompare(visualizer: Visualizer, page: Page): Promise<void> {
  await visualizer.openScenario(scenario, { compare: "all" });
  await expect(totalIn(rowOf(page, "Sync"))).toHaveText("6.00 s");
}

test("a button, a key and a link open it; each closes what the other opened", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(scenario, { at: "1500" });
  const button = visualizer.button("Compare");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect(compareOf(page)).toContainText("Only overlapping waits make the total shorter.");
  await expect(page).toHaveURL(/compare=all/);
  await expect.poll(() => visualizer.at()).toBe(1500);
  await visualizer.press("c");
  await expect(compareOf(page)).toHaveCount(0);
  await expect.poll(() => visualizer.at()).toBe(1500);
  await expect(page).not.toHaveURL(/compare/);
  await visualizer.press("c");
  await expect(compareOf(page)).toBeVisible();
  await visualizer.press("Escape");
  await expect(compareOf(page)).toHaveCount(0);
  await visualizer.openScenario(scenario, { compare: "all", at: "5000" });
  await expect(compareOf(page)).toBeVisible();
  await expect.poll(() => visualizer.at()).toBe(5000);
});

test("what belongs beside the run leads back to it", async ({ visualizer, page }) => {
  await openCompare(visualizer, page);
  await visualizer.button(/^3 URLs/).click();
  await expect(visualizer.setup).toBeVisible();
  await expect(compareOf(page)).toHaveCount(0);
  await visualizer.press("c");
  await expect(visualizer.setup).toHaveCount(0);
  await expect(compareOf(page)).toBeVisible();
});

test("the totals are those of each mode opened by itself", async ({ visualizer, page }) => {
  await openCompare(visualizer, page);
  const modes = await modesOf(page);
  expect(modes.length).toBeGreaterThanOrEqual(5);
  const totals: Record<string, string> = {};
  for (const mode of modes)
    totals[mode] = (await totalIn(rowOf(page, mode)).innerText()).replace(/\s+/g, " ");
  expect(totals).toMatchObject({ Sync: "6.00 s", Threads: "2.00 s", Pool: "4.00 s", Async: "2.00 s" });
  await visualizer.press("c");
  for (const mode of modes) {
    await visualizer.chooseMode(mode);
    await expect(visualizer.total).toHaveText(new RegExp(`/ ${totals[mode]}$`));
  }
});

test("one playhead crosses all rows, on the scale of the longest", async ({ visualizer, page }) => {
  await openCompare(visualizer, page);
  await expect(visualizer.total).toHaveText(/\/ 6\.00 s$/);
  const plot = rowOf(page, "Async").locator("[data-plot]");
  const box = await plot.boundingBox();
  if (!box) throw new Error("no plot");
  await page.mouse.move(box.x + box.width / 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => visualizer.at()).toBeGreaterThan(2900);
  expect(await visualizer.at()).toBeLessThan(3100);
  const head = await page.locator("[data-playhead]").boundingBox();
  const rows = await compareOf(page).getByRole("table").boundingBox();
  expect(Math.abs((head?.x ?? 0) + 1 - (box.x + box.width / 2))).toBeLessThan(2);
  expect(head?.height).toBeCloseTo(rows?.height ?? 0, -1);
  await visualizer.press("Home", "ArrowRight", "ArrowRight");
  await expect.poll(() => visualizer.at()).toBe(2000);
  await visualizer.press("c");
  await expect(visualizer.total).toHaveText(/\/ 2\.00 s$/);
  await expect.poll(() => visualizer.at()).toBe(2000);
});

test("a row opens its mode, at the same moment, by mouse and by keyboard", async ({ visualizer, page }) => {
  await openCompare(visualizer, page);
  await rowOf(page, "Pool").getByRole("button").click();
  await expect(compareOf(page)).toHaveCount(0);
  await expect(visualizer.mode("Pool")).toBeChecked();
  await expect(visualizer.total).toHaveText(/\/ 4\.00 s$/);
  await visualizer.press("c");
  await expect(rowOf(page, "Pool")).toHaveAttribute("aria-current", "true");
  await page.getByRole("slider", { name: "Position in the run" }).focus();
  await visualizer.press("End", "PageUp");
  await expect.poll(() => visualizer.at()).toBe(4000);
  await rowOf(page, "Sync").getByRole("button").focus();
  await visualizer.press("Enter");
  await expect(visualizer.mode("Sync")).toBeChecked();
  await expect.poll(() => visualizer.at()).toBe(4000);
});

test("two modes stand large, with what they differ in", async ({ visualizer, page }) => {
  await openCompare(visualizer, page);
  await page.getByRole("checkbox", { name: "Side by side: Pool" }).check();
  await expect(page.getByText("Pool is picked.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Side by side: Async", exact: true }).check();
  await expect(compareOf(page)).toContainText(
    "Async is done 2.00 s sooner than Pool: 2.00 s instead of 4.00 s.",
  );
  await expect(compareOf(page).getByRole("row")).toHaveCount(3);
  await expect(page).toHaveURL(/compare=pool%2Casync/);
  await expect(visualizer.total).toHaveText(/\/ 4\.00 s$/);
  await expect(page.locator(".compare-tick").last()).toHaveText("4 s");
  await expect(page.locator("[data-playhead]")).toBeVisible();
  await visualizer.button("All modes").click();
  await expect(rowOf(page, "Sync")).toBeVisible();
  await visualizer.openScenario(scenario, { compare: "pool,async" });
  await expect(compareOf(page).getByRole("row")).toHaveCount(3);
});

test("the chart's value is dragged and moved by keys; all follows, and it is applied", async ({
  visualizer,
  page,
}) => {
  await openCompare(visualizer, page);
  await page.getByRole("tab", { name: "Curves" }).click();
  const slider = page.getByRole("slider", { name: /^Try a value/ });
  await expect(slider).toHaveAttribute("aria-valuetext", "3 tasks");
  await slider.focus();
  await visualizer.press("ArrowRight", "ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "5 tasks");
  await expect(compareOf(page)).toContainText("The same 5 tasks.");
  await expect(visualizer.total).toHaveText(/\/ 10\.00 s$/);
  const points = page.getByRole("table", { name: "The points of the chart" });
  await expect(points.getByRole("row", { name: /^5 10\.00 s 2\.00 s 6\.00 s/ })).toHaveCount(1);
  const chart = await page.locator(".curve-chart").boundingBox();
  const foot = await slider.boundingBox();
  if (!chart || !foot) throw new Error("no chart");
  await page.mouse.move(foot.x, chart.y + 100);
  await page.mouse.down();
  await page.mouse.move(chart.x + 5, chart.y + 120);
  await page.mouse.up();
  await expect(slider).toHaveAttribute("aria-valuetext", "1 task");
  await slider.focus();
  await visualizer.press("ArrowRight", "ArrowRight", "ArrowRight");
  await page.getByRole("tab", { name: "Runs" }).click();
  await expect(totalIn(rowOf(page, "Sync"))).toHaveText("8.00 s");
  await visualizer.button("Apply to the scenario").click();
  await expect(page.getByText("Tried out")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^4 URLs/ })).toBeVisible();
  await expect(totalIn(rowOf(page, "Sync"))).toHaveText("8.00 s");
  await visualizer.press("Control+z");
  await expect(totalIn(rowOf(page, "Sync"))).toHaveText("6.00 s");
});

test("a mode that cannot says why instead of numbers", async ({ visualizer, page }) => {
  await visualizer.openScenario(
    {
      mode: "async",
      tasks: [
        { name: "A", steps: [{ kind: "spawn", task: "B" }] },
        { name: "B", steps: [{ kind: "cpu", ms: 100 }] },
      ],
    },
    { compare: "all" },
  );
  await expect(compareOf(page)).toContainText("Only Async can run this scenario.");
  await expect(rowOf(page, "Threads")).toContainText('tasks[0].steps[0].kind is "spawn"');
  await expect(rowOf(page, "Async + blocking")).toContainText("nothing can block");
  await expect(rowOf(page, "Threads").getByRole("button")).toBeDisabled();
  await expect(totalIn(rowOf(page, "Async"))).toHaveText("0.10 s");
});

test("thousands of tasks are simulated beside the page, and given up when it closes", async ({
  visualizer,
  page,
}) => {
  const tasks = Array.from({ length: 3_000 }, (_, nth) => ({
    name: `t${nth + 1}`,
    steps: [{ kind: "sleep", ms: (nth % 100) + 1 }],
  }));
  await visualizer.openScenario({ mode: "async", workers: 50, dispatch: "single", tasks });
  await visualizer.press("c");
  await expect(totalIn(rowOf(page, "Async"))).toHaveText("0.10 s", { timeout: 20_000 });
  await expect(totalIn(rowOf(page, "Sync"))).toHaveText("151.50 s");
  await visualizer.press("c");
  await expect(compareOf(page)).toHaveCount(0);
});

test("it speaks Chinese, and everything in it can be reached", async ({ visualizer, page }) => {
  await visualizer.openScenario(scenario, { lang: "zh", compare: "all" });
  const compare = page.getByRole("region", { name: "各种模式并排对比" });
  await expect(compare).toContainText("同样 3 个任务：等待能重叠，总耗时才变短。");
  await expect(compare).toContainText("多线程靠占着 3 个线程来重叠");
  await expect(page.getByRole("button", { name: "对比", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectAccessible(page);
  await page.getByRole("tab", { name: "曲线" }).click();
  await expect(page.getByRole("slider", { name: "试一个值：任务数" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "内存" }).click();
  await expect(compare).toContainText("10,000 个睡着的线程占");
  await expectAccessible(page);
});

for (const [name, settings] of [
  ["dark", { theme: "dark" }],
  ["high contrast", { theme: "hc" }],
] as const)
  test(`it is accessible in ${name}, two at a time, too`, async ({ visualizer, page }) => {
    await visualizer.openScenario(scenario, { ...settings, compare: "threads,async" });
    await expect(compareOf(page).getByRole("row")).toHaveCount(3);
    await expectAccessible(page);
  });

test("on a phone each mode is a block, and nothing sticks out", async ({ visualizer, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openCompare(visualizer, page);
  for (const tab of ["Runs", "Curves", "Memory"]) {
    await page.getByRole("tab", { name: tab }).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, tab).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});
