import { expect } from "@playwright/test";
import { TimelinePlot } from "./timeline-plot.ts";
import { crawler, test } from "./visualizer.ts";

const blocking = {
  ...crawler,
  tasks: crawler.tasks.map((task) => ({ ...task, steps: [{ kind: "io", ms: 2000, how: "blocking" }] })),
};

/** Middle of the second of three lanes, under the one thread's. */
const JAY = 0.69;

test("the pointer rests on a span, and a card tells all about it until Escape, or until the pointer leaves", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  await plot.point(0.4, JAY);
  await expect(plot.card).toContainText("jay");
  await expect(plot.card).toContainText("suspended");
  await expect(plot.card).toContainText("0.00 → 2.00 s · 2.00 s");
  await expect(plot.card).toContainText("Request to /jay: waits for the response");
  await expect(plot.card).toContainText("The thread is free at");
  await expect(plot.card).toContainText("The response ends the wait");
  await visualizer.press("Escape");
  await expect(plot.card).toHaveCount(0);
  await plot.point(0.42, JAY);
  await expect(plot.card).toHaveCount(1);
  await page.mouse.move(5, 5);
  await expect(plot.card).toHaveCount(0);
});

test("an ended task is told of along the rest of its lane", async ({ visualizer, page }) => {
  const tasks = [500, 2000].map((ms, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms }] }));
  await visualizer.openScenario({ mode: "async", tasks });
  const plot = await TimelinePlot.on(page);
  await plot.point(0.7, 0.6);
  await expect(plot.card).toContainText("done");
  await expect(plot.card).toContainText("since 0.50 s");
});

test("the card is whole, and never under the pointer", async ({ visualizer, page }) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  for (const [x, y] of [
    [0.3, 0.5],
    [0.62, 0.88],
  ] as const) {
    await plot.point(x, y);
    await expect(plot.card).toBeVisible();
    const pointer = await plot.at(x, y);
    const box = await plot.card.boundingBox();
    if (box === null) throw new Error("the card has no place");
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 720).toBe(true);
    const isUnder =
      pointer.x >= box.x &&
      pointer.x <= box.x + box.width &&
      pointer.y >= box.y &&
      pointer.y <= box.y + box.height;
    expect(isUnder).toBe(false);
    await page.mouse.move(5, 5);
    await expect(plot.card).toHaveCount(0);
  }
});

test("a focused lane tells of its task wherever the playhead is, and describes its button", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(blocking, { at: "1000" });
  const plot = await TimelinePlot.on(page);
  const lane = page.getByRole("list", { name: "Lanes" }).getByRole("button", { name: "jay" });
  await page.getByRole("list", { name: "Lanes" }).getByRole("button", { name: "bobo" }).focus();
  await visualizer.press("Tab");
  await expect(lane).toBeFocused();
  await expect(plot.card).toContainText("In the ready queue: it needs the thread");
  await expect(plot.card).toContainText("bobo holds the thread at 1.00 s");
  await expect(lane).toHaveAccessibleDescription(/ready/);
  await visualizer.press("PageDown");
  await visualizer.press("PageDown");
  await expect(plot.card).not.toContainText("bobo holds the thread at 1.00 s");
  await visualizer.press("Tab");
  await expect(plot.card).not.toContainText("jay\n");
  await expect(lane).not.toHaveAttribute("aria-describedby");
});

test("a task under the pointer is marked in code, console and timeline, whichever it is pointed at in", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  const chip = page
    .getByRole("region", { name: "crawler.py" })
    .or(page.locator(".code"))
    .getByRole("button", {
      name: /^jay/,
    });
  const row = page.getByRole("region", { name: "Console" }).getByRole("button", { name: /jay/ });
  await page.mouse.move(5, 5);
  const calm = await plot.picture();
  await plot.point(0.05, 0.69);
  await expect(chip.first()).toHaveAttribute("data-hovered");
  await expect(row.first()).toHaveAttribute("data-hovered");
  await page.mouse.move(5, 5);
  await expect(chip.first()).not.toHaveAttribute("data-hovered");
  await expect.poll(() => plot.picture()).toBe(calm);
  await row.first().hover();
  await expect(chip.first()).toHaveAttribute("data-hovered");
  await expect.poll(() => plot.picture()).not.toBe(calm);
  await chip.first().hover();
  await expect(row.first()).toHaveAttribute("data-hovered");
});

test.describe("a finger", () => {
  test.use({ hasTouch: true });

  test("that rests selects the task and shows its card; a tap moves the playhead", async ({
    visualizer,
    page,
  }) => {
    await visualizer.openScenario(crawler, { at: "1200" });
    const plot = await TimelinePlot.on(page);
    const touch = await page.context().newCDPSession(page);
    const { x, y } = await plot.at(0.4, JAY);
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await expect(plot.card).toContainText("Request to /jay");
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    const lane = page.getByRole("list", { name: "Lanes" }).getByRole("button", { name: "jay" });
    await expect(lane).toHaveAttribute("aria-pressed", "true");
    expect(await visualizer.at()).toBe(1200);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => visualizer.at()).not.toBe(1200);
    await expect(plot.card).toHaveCount(0);
  });
});
