import { expect } from "@playwright/test";
import { TimelinePlot } from "./timeline-plot.ts";
import { crawler, test } from "./visualizer.ts";

test("keys zoom around the playhead, move the view and fit the whole run again", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  expect((await plot.view()).zoom).toBe(1);
  await visualizer.press("+", "+");
  await expect.poll(async () => (await plot.settledView()).zoom).toBeGreaterThan(1.5);
  const zoomed = await plot.settledView();
  expect(zoomed.left).toBeGreaterThan(0);
  await visualizer.press("d");
  const on = await plot.settledView();
  expect(on.left).toBeGreaterThan(zoomed.left + 50);
  await visualizer.press("a");
  expect((await plot.settledView()).left).toBeCloseTo(zoomed.left, 0);
  await visualizer.press("-");
  expect((await plot.settledView()).zoom).toBeLessThan(zoomed.zoom);
  await visualizer.press("0");
  await expect.poll(() => plot.view()).toEqual({ zoom: 1, left: 0 });
});

test("with reduced motion the view is there at once", async ({ visualizer, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  await visualizer.press("=");
  expect((await plot.view()).zoom).toBeGreaterThan(1.3);
});

test("ctrl and the wheel zoom to the pointer, the wheel alone with Shift moves the view", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  await plot.point(0.9, 0.6);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -600);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await plot.view()).zoom).toBeGreaterThan(2);
  const { left } = await plot.settledView();
  expect(left).toBeGreaterThan(300);
  await page.keyboard.down("Shift");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Shift");
  await expect.poll(async () => (await plot.view()).left).toBeLessThan(left - 50);
});

test("dragging the ruler moves the view, and leaves the playhead alone", async ({ visualizer, page }) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  const plot = await TimelinePlot.on(page);
  await visualizer.press("+", "+", "+");
  const { left } = await plot.settledView();
  await plot.drag([0.5, 0.05], [0.7, 0.05]);
  await expect.poll(async () => (await plot.view()).left).toBeLessThan(left - 50);
  expect(await visualizer.at()).toBe(1200);
});

test("Z zooms to the life of the selected task, and the button does the same", async ({
  visualizer,
  page,
}) => {
  const tasks = [100, 200, 3000].map((ms, k) => ({ name: `t${k}`, steps: [{ kind: "sleep", ms }] }));
  await visualizer.openScenario({ mode: "sync", tasks });
  const plot = await TimelinePlot.on(page);
  const button = plot.tool(/^Zoom to the selected task/);
  await expect(button).toBeDisabled();
  await page.getByRole("list", { name: "Lanes" }).getByRole("button", { name: "t0" }).click();
  await expect(button).toBeEnabled();
  await visualizer.press("z");
  await expect.poll(async () => (await plot.settledView()).zoom).toBeGreaterThan(1.5);
  const byKey = await plot.settledView();
  await visualizer.press("0");
  await expect.poll(async () => (await plot.view()).zoom).toBe(1);
  await button.click();
  await expect.poll(() => plot.view()).toEqual(byKey);
});

test("the dragged playhead snaps to an event close by, unless Alt is held", async ({ visualizer, page }) => {
  await visualizer.openScenario({
    mode: "threads",
    tasks: [
      { name: "short", steps: [{ kind: "sleep", ms: 1000 }] },
      { name: "long", steps: [{ kind: "sleep", ms: 2000 }] },
    ],
  });
  const plot = await TimelinePlot.on(page);
  await plot.tool(/^magnified instants$/).click();
  const { width = 0 } = (await plot.slider.boundingBox()) ?? {};
  // True to scale, one second ends in the middle of the axis, which leaves 28 px of the plot free.
  const second = (width - 28) / 2 / width;
  const near = second + 4 / width;
  await plot.drag([0.2, 0.5], [near, 0.5]);
  await expect.poll(() => visualizer.at()).toBe(1000);
  await page.keyboard.down("Alt");
  await plot.drag([0.2, 0.5], [near, 0.5]);
  await page.keyboard.up("Alt");
  await expect.poll(() => visualizer.at()).toBeGreaterThan(1000);
});
