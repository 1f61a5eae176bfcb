import { expect, type Locator, type Page } from "@playwright/test";
import { crawler, test, type Visualizer } from "./visualizer.ts";

const panelOf = (page: Page): Locator => page.getByRole("complementary", { name: "Statistics" });
const chipOf = (visualizer: Visualizer): Locator => visualizer.button(/^Statistics/);

/** The value that stands beside a number's name. */
const numberOf = (panel: Locator, name: string): Locator =>
  panel.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd/b");

const blocking = {
  ...crawler,
  tasks: crawler.tasks.map((task) => ({ ...task, steps: [{ kind: "blocking", ms: 2000 }] })),
};

test("the chip tells the total and the speed-up, and opens the statistics; so does its key", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler);
  const chip = chipOf(visualizer);
  await expect(chip).toHaveAccessibleName(/^Statistics\s*2\.00\s+s\s*3\.0× sync$/);
  await chip.click();
  await expect(panelOf(page)).toBeVisible();
  await expect(chip).toHaveAttribute("aria-expanded", "true");
  await chip.click();
  await expect(panelOf(page)).toHaveCount(0);
  await visualizer.press("i");
  await expect(panelOf(page)).toBeVisible();
  await visualizer.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
});

test("closed by Esc, the statistics give the focus back to what had it", async ({ visualizer, page }) => {
  await visualizer.openScenario(crawler);
  await visualizer.button("Play").focus();
  await visualizer.press("i");
  await expect(panelOf(page).getByRole("region", { name: "Statistics" })).toBeFocused();
  await visualizer.press("Escape");
  await expect(visualizer.button("Play")).toBeFocused();
});

test("Esc lets go of the selected task, then closes the statistics: from anywhere, also before they are loaded", async ({
  visualizer,
  page,
}) => {
  await page.route(/assets\/statistics-panel/, () => {});
  await visualizer.openScenario(crawler);
  const jay = page.getByRole("list", { name: "Lanes" }).getByRole("button", { name: "jay" });
  await jay.click();
  await visualizer.press("i");
  await expect(panelOf(page)).toBeVisible();
  await visualizer.press("Escape");
  await expect(jay).toHaveAttribute("aria-pressed", "false");
  await expect(panelOf(page)).toBeVisible();
  await visualizer.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
});

test("the numbers are those of the timeline, in every mode", async ({ visualizer, page }) => {
  await visualizer.openScenario({ ...crawler, dispatch: "single" });
  await visualizer.press("i");
  const panel = panelOf(page);
  for (const [mode, total, speed, flight] of [
    ["Sync", "6.00", "–", "1 task"],
    ["Threads", "2.00", "3.0×", "3 tasks"],
    ["Pool", "2.00", "3.0×", "3 tasks"],
    ["Async", "2.00", "3.0×", "3 tasks"],
    ["Async + blocking", "6.00", "1.0×", "1 task"],
  ] as const) {
    await visualizer.chooseMode(mode);
    await expect(visualizer.total).toHaveText(new RegExp(`/ ${total} s$`));
    await expect(visualizer.twin).toHaveAccessibleName(new RegExp(`total ${total} s`));
    await expect(numberOf(panel, "Total")).toHaveText(new RegExp(`^${total}\\s+s$`));
    await expect(numberOf(panel, "Against sync")).toHaveText(speed);
    await expect(numberOf(panel, "In flight at most")).toHaveText(flight);
  }
});

test("the tasks' times are a table that can be sorted, and selects", async ({ visualizer, page }) => {
  const [bobo, jay, tom] = crawler.tasks;
  const slow = { ...jay, steps: [{ kind: "io", ms: 3500 }] };
  await visualizer.openScenario({ ...crawler, tasks: [bobo, slow, tom] });
  await visualizer.press("i");
  const table = panelOf(page).getByRole("table", { name: /^Seconds of each task/ });
  await expect(table.getByRole("row").nth(1)).toHaveAccessibleName(/^bobo.*2\.00/);
  await table.getByRole("button", { name: "suspended" }).click();
  await expect(table.getByRole("columnheader", { name: "suspended" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(table.getByRole("row").nth(1)).toHaveAccessibleName(/^jay.*3\.50/);
  await table.getByRole("button", { name: "jay" }).click();
  await expect(table.getByRole("button", { name: "jay" })).toHaveAttribute("aria-pressed", "true");
});

test("a blocked loop is found, shown, repaired, and found again after an undo", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(blocking);
  await expect(chipOf(visualizer)).toHaveAccessibleName(/1 fault$/);
  await chipOf(visualizer).click();
  const panel = panelOf(page);
  const fault = panel.getByRole("listitem", { name: "The frozen loop kept others waiting for 4.00 s" });
  await expect(fault).toContainText("time.sleep() inside a coroutine");

  await visualizer.toEnd();
  await fault.getByRole("button", { name: "Show me" }).click();
  await expect.poll(() => visualizer.at()).toBe(0);
  await expect(panel.getByRole("button", { name: "bobo" })).toHaveAttribute("aria-pressed", "true");

  await fault.getByRole("button", { name: "Repair: await it" }).click();
  await expect(panel.getByRole("status")).toHaveText(/Fixed: total 6\.00\s+s → 2\.00\s+s/);
  await expect(fault).toHaveCount(0);
  await expect(panel).toContainText("No fault found.");
  await expect(visualizer.mode("Async")).toBeChecked();
  await expect(visualizer.total).toHaveText(/\/ 2\.00 s$/);
  await expect(chipOf(visualizer)).toHaveAccessibleName(/3\.0× sync$/);

  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(fault).toBeVisible();
  await expect(visualizer.total).toHaveText(/\/ 6\.00 s$/);
});

test("a small pool and a small server are widened to what is needed", async ({ visualizer, page }) => {
  await visualizer.openScenario({ ...crawler, mode: "pool", workers: 1, server: { workers: 2 } });
  await visualizer.press("i");
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "Repair: 3 workers" }).click();
  await expect(panel.getByRole("status")).toHaveText(/total 6\.00\s+s → 4\.00\s+s/);
  await panel.getByRole("button", { name: "Repair: 3 server threads" }).click();
  await expect(panel.getByRole("status")).toHaveText(/Fixed: total 4\.00\s+s → 2\.00\s+s/);
});

test("where sync cannot do the same, it says why instead of a number", async ({ visualizer, page }) => {
  await visualizer.openScenario({
    ...crawler,
    wait: { style: "gather", collect_errors: true },
    tasks: [{ name: "bobo", steps: [{ kind: "fail" }] }, ...crawler.tasks.slice(1)],
  });
  await visualizer.press("i");
  await expect(panelOf(page)).toContainText("Not comparable: jay ends here as “done”, in sync as “pending”.");
  await visualizer.openScenario({
    mode: "async",
    tasks: [
      { name: "A", steps: [{ kind: "spawn", task: "B" }] },
      { name: "B", steps: [{ kind: "sleep", ms: 100 }] },
    ],
  });
  await expect(panelOf(page)).toContainText("Cannot run in sync: only an event loop can spawn");
});

test("the statistics speak Chinese", async ({ visualizer, page }) => {
  await visualizer.openScenario(blocking, { lang: "zh" });
  await visualizer.press("i");
  const panel = page.getByRole("complementary", { name: "统计" });
  await expect(panel.getByRole("listitem", { name: "循环停住，别的任务白等了 4.00 秒" })).toBeVisible();
  await panel.getByRole("button", { name: "修复：改用 await" }).click();
  await expect(panel.getByRole("status")).toHaveText(/修好了：.*总耗时 6\.00\s+s → 2\.00\s+s/);
});

test("thousands of tasks are compared with sync, with only the rows in view", async ({
  visualizer,
  page,
}) => {
  const tasks = Array.from({ length: 3_000 }, (_, nth) => ({
    name: `t${nth + 1}`,
    steps: [{ kind: "sleep", ms: (nth % 100) + 1 }],
  }));
  await visualizer.openScenario({ mode: "async", tasks });
  await visualizer.press("i");
  const panel = panelOf(page);
  await expect(numberOf(panel, "Against sync")).toHaveText("1,515×");
  const table = panel.getByRole("table", { name: /^Seconds of each task/ });
  await expect(table).toHaveAttribute("aria-rowcount", "3001");
  expect(await table.getByRole("row").count()).toBeLessThan(100);
  await table.getByRole("button", { name: "suspended" }).click();
  await expect(table.getByRole("row", { name: /^t100\b.*0\.10/ })).toBeVisible();
});

test("on a phone the chip stands beside the tabs", async ({ visualizer, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visualizer.openScenario(blocking);
  await expect(chipOf(visualizer)).toHaveCount(1);
  await chipOf(visualizer).click();
  await expect(
    panelOf(page).getByRole("listitem", { name: /^The frozen loop kept others waiting/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Close statistics" }).click();
  await expect(chipOf(visualizer)).toBeVisible();
});
