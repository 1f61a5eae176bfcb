import { expect, type Locator, type Page } from "@playwright/test";
import { TimelinePlot } from "./timeline-plot.ts";
import { test, type Visualizer } from "./visualizer.ts";

/** Three workers, six tasks; the later ones wait, so they live longest. */
const pool = {
  mode: "pool",
  workers: 3,
  tasks: [300, 900, 600, 300, 600, 900].map((ms, k) => ({
    name: `${k % 2 === 0 ? "page" : "image"}-${k + 1}`,
    steps: [{ kind: "io", ms }],
  })),
};

const menuOf = (page: Page): Locator => page.getByRole("dialog", { name: "Lanes" });
const lanesOf = (page: Page): Locator => page.getByRole("list", { name: "Lanes" }).getByRole("button");

async function openMenu(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Lanes", exact: true }).click();
  await expect(menuOf(page)).toBeVisible();
  return menuOf(page);
}

/** The tasks of the text twin in order, each once; the main program left out. */
async function tasksInTwin(page: Page): Promise<readonly string[]> {
  const twin = page.getByRole("table", { name: /^Every state of/ });
  const names = await twin.locator("tbody th").allTextContents();
  return [...new Set(names)].filter((name) => name !== "main");
}

async function expectTasks(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => tasksInTwin(page)).toEqual(names);
}

async function expectFirstLane(page: Page, name: string): Promise<void> {
  await expect(lanesOf(page).first()).toHaveAccessibleName(name);
}

const given = ["page-1", "image-2", "page-3", "image-4", "page-5", "image-6"];

async function open(visualizer: Visualizer): Promise<void> {
  await visualizer.openScenario(pool, { at: "100" });
}

test("lanes and twin are sorted alike: by duration, and back", async ({ page, visualizer }) => {
  await open(visualizer);
  await expectTasks(page, given);
  const menu = await openMenu(page);
  await menu.getByRole("radio", { name: "duration" }).check();
  await expectFirstLane(page, "page-1");
  await expectTasks(page, ["page-1", "page-3", "image-4", "image-2", "page-5", "image-6"]);
  await menu.getByRole("checkbox", { name: "reversed" }).check();
  await expectFirstLane(page, "image-6");
  await expectTasks(page, ["image-6", "page-5", "image-2", "page-3", "image-4", "page-1"]);
  await expect(visualizer.twin).toHaveAccessibleName(/sorted by duration, reversed$/);
  await menu.getByRole("radio", { name: "as given" }).check();
  await menu.getByRole("checkbox", { name: "reversed" }).uncheck();
  await expectTasks(page, given);
});

test("a name filters lanes and twin; the bar says how many are left and shows all again", async ({
  page,
  visualizer,
}) => {
  await open(visualizer);
  await lanesOf(page).filter({ visible: true }).first().click();
  const menu = await openMenu(page);
  await menu.getByRole("textbox", { name: "Name contains" }).fill("IMAGE");
  await expect(page.getByText("3 of 6 lanes")).toBeVisible();
  await expectTasks(page, ["image-2", "image-4", "image-6"]);
  await expect(lanesOf(page)).toHaveCount(3);
  await menu.getByRole("textbox", { name: "Name contains" }).fill("nothing like it");
  await expect(page.getByText("No task fits the filter.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expectTasks(page, given);
  await expect(
    lanesOf(page).and(page.getByRole("button", { name: "page-1" })),
    "what was selected still is",
  ).toHaveAttribute("aria-pressed", "true");
});

test("a state filters by the moment at which the playhead rests", async ({ page, visualizer }) => {
  await open(visualizer);
  const menu = await openMenu(page);
  await expect(menu.getByRole("checkbox", { name: /^blocked 3$/ })).toBeVisible();
  await menu.getByRole("checkbox", { name: /^blocked/ }).check();
  await expectTasks(page, ["page-1", "image-2", "page-3"]);
  await visualizer.press("Escape", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
  await expectTasks(page, ["image-2", "page-3", "image-4"]);
  await visualizer.toEnd();
  await expect(page.getByText("No task fits the filter.")).toBeVisible();
});

test("what was asked for outlives the run: another mode has it, too", async ({ page, visualizer }) => {
  await open(visualizer);
  const menu = await openMenu(page);
  await menu.getByRole("textbox", { name: "Name contains" }).fill("page");
  await menu.getByRole("checkbox", { name: "reversed" }).check();
  await visualizer.press("Escape");
  await visualizer.chooseMode("Threads");
  await expectTasks(page, ["page-5", "page-3", "page-1"]);
});

test("all threads fit into one lane, and come out again", async ({ page, visualizer }) => {
  await open(visualizer);
  const topOfLanes = async () => (await lanesOf(page).first().boundingBox())?.y ?? 0;
  const before = await topOfLanes();
  const menu = await openMenu(page);
  await expect(menu.getByRole("radio", { name: "automatic" })).toBeChecked();
  await expect(menu).toContainText("Now a lane each");
  await menu.getByRole("radio", { name: "in one lane" }).check();
  await expect.poll(topOfLanes).toBeLessThan(before - 20);
  await menu.getByRole("radio", { name: "a lane each" }).check();
  await expect.poll(topOfLanes).toBe(before);
});

test("threads that would drive the tasks out of view are drawn in one lane, unless a lane each is asked for", async ({
  page,
  visualizer,
}) => {
  const tasks = Array.from({ length: 100 }, (_, k) => ({
    name: `page${k + 1}`,
    steps: [{ kind: "io", ms: 2000 + 10 * (k % 50) }],
  }));
  await visualizer.openScenario({ mode: "pool", workers: 8, tasks });
  const plot = await TimelinePlot.on(page);
  await expect.poll(() => lanesOf(page).count()).toBeGreaterThan(4);
  await plot.point(0.3, 0.19);
  await expect(plot.card).toContainText("8 of 8 held at");
  const menu = await openMenu(page);
  await expect(menu).toContainText("Now in one lane");
  await menu.getByRole("radio", { name: "a lane each" }).check();
  await expect(lanesOf(page)).toHaveCount(0);
});

test("the menu opens beside the names, and leaves alone what is above the timeline", async ({
  page,
  visualizer,
}) => {
  await open(visualizer);
  const timeline = await page.getByRole("region", { name: "Timeline" }).boundingBox();
  const menu = await (await openMenu(page)).boundingBox();
  const name = await lanesOf(page).first().boundingBox();
  if (!timeline || !menu || !name) throw new Error("something has no place");
  expect(menu.y).toBeGreaterThan(timeline.y);
  expect(menu.x).toBeGreaterThanOrEqual(name.x + name.width);
  expect(menu.y + menu.height).toBeLessThan(720);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("all of the menu is in the window, and its button stands over the names", async ({
    page,
    visualizer,
  }) => {
    await open(visualizer);
    const word = await page.getByRole("button", { name: "Lanes", exact: true }).evaluate((button) => {
      const range = document.createRange();
      range.selectNodeContents(button);
      return range.getBoundingClientRect();
    });
    expect(word.x).toBeCloseTo(8, 0);
    const menu = await openMenu(page);
    const box = await menu.boundingBox();
    expect(box && box.x >= 8 && box.x + box.width <= 382 && box.y >= 8).toBe(true);
    await expect(menu.getByRole("radio", { name: "a lane each" })).toBeInViewport();
  });

  test("tasks have lanes that a finger can hit, as there is room", async ({ page, visualizer }) => {
    await visualizer.openScenario({ ...pool, tasks: pool.tasks.slice(0, 3) });
    const lane = await lanesOf(page).first().boundingBox();
    expect(lane?.height).toBeGreaterThanOrEqual(44);
  });
});

test("over the table, tools of which one would see nothing say so, and no minimap shows", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario({
    ...pool,
    tasks: Array.from({ length: 60 }, () => pool.tasks)
      .flat()
      .map((task, k) => ({ ...task, name: `t${k}` })),
  });
  const minimap = page.getByRole("slider", { name: "Part of the run in view" });
  await expect(minimap).toBeVisible();
  await visualizer.button("Table").click();
  await expect(minimap).toHaveCount(0);
  const zoomIn = visualizer.button("Zoom in");
  await expect(zoomIn).toBeDisabled();
  await expect(zoomIn).toHaveAttribute("title", /back to the lanes/);
  await visualizer.press("w", "m");
  await visualizer.button("Table").click();
  await expect(zoomIn).toBeEnabled();
  for (const name of [/^Why/, /^Measure/])
    await expect(page.getByRole("button", { name })).toHaveAttribute("aria-pressed", "false");
});

test("the menu needs no mouse: Enter opens it, arrows choose, Esc closes it and gives focus back", async ({
  page,
  visualizer,
}) => {
  await open(visualizer);
  const button = page.getByRole("button", { name: "Lanes", exact: true });
  await button.focus();
  await visualizer.press("Enter");
  await expect(menuOf(page).getByRole("radio", { name: "as given" })).toBeFocused();
  await visualizer.press("ArrowDown", "ArrowDown", "ArrowDown");
  await expect(menuOf(page).getByRole("radio", { name: "duration" })).toBeChecked();
  await expectTasks(page, ["page-1", "page-3", "image-4", "image-2", "page-5", "image-6"]);
  await visualizer.press("Escape");
  await expect(menuOf(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("Esc closes the menu and nothing else", async ({ page, visualizer }) => {
  await open(visualizer);
  await visualizer.press("p");
  const menu = await openMenu(page);
  await menu.getByRole("textbox", { name: "Name contains" }).fill("page");
  await visualizer.press("Escape");
  await expect(menu).toBeHidden();
  await expect(visualizer.root).toHaveAttribute("data-present");
  await expect(page.getByText("3 of 6 lanes")).toBeVisible();
});

test("a row of the table leads to its moment and its task", async ({ page, visualizer }) => {
  await open(visualizer);
  await visualizer.button("Table").click();
  const threads = page.getByRole("table", { name: "Who held each thread" });
  await threads
    .getByRole("row", { name: /page-5 blocked/ })
    .getByRole("button")
    .click();
  await expect.poll(() => visualizer.at()).toBe(600);
  const queued = visualizer.twin.getByRole("row", { name: /^page-5 .*ready/ });
  await expect(queued).toHaveAttribute("data-selected");
  await queued.getByRole("button").press("Enter");
  await expect.poll(() => visualizer.at()).toBe(0);
});

test("of ten thousand tasks, the lanes and rows in view are in the order that was asked for", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario({
    mode: "async",
    wait: { style: "gather" },
    tasks: Array.from({ length: 10_000 }, (_, k) => ({
      name: `t${k + 1}`,
      steps: [{ kind: "sleep", ms: 10_000 - k }],
    })),
  });
  const menu = await openMenu(page);
  await menu.getByRole("radio", { name: "duration" }).check();
  await expectFirstLane(page, "t10000");
  await menu.getByRole("textbox", { name: "Name contains" }).fill("99");
  await expect(page.getByText("280 of 10,000 lanes")).toBeVisible();
  await expectFirstLane(page, "t9999");
  await expect(page.getByRole("table", { name: /^Every state of 280 of 10,000 tasks/ })).toBeAttached();
});
