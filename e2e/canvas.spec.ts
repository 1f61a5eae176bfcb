import { expect, type Page } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

/** How many different colours the timeline's picture has: one when nothing was drawn. */
const colors = (page: Page) =>
  page.locator(".timeline-canvas canvas").evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [width, height];
    const ctx = copy.getContext("2d");
    ctx?.drawImage(element as HTMLCanvasElement, 0, 0);
    return new Set(new Uint32Array(ctx?.getImageData(0, 0, width, height).data.buffer ?? [])).size;
  });

const drawing = (page: Page) => page.workers().filter((worker) => worker.url().includes("canvas-worker"));

test("the timeline is drawn by a thread of its own", async ({ page, visualizer }) => {
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.locator(".timeline-canvas")).toHaveAttribute("data-picture", "painted");
  expect(drawing(page)).toHaveLength(1);
  await expect.poll(() => colors(page)).toBeGreaterThan(20);
});

test("where no such thread can be loaded, the page draws the timeline itself", async ({
  page,
  visualizer,
}) => {
  await page.route(/canvas-worker/, (route) => route.abort());
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.locator(".timeline-canvas")).toHaveAttribute("data-picture", "painted");
  expect(drawing(page)).toHaveLength(0);
  await expect.poll(() => colors(page)).toBeGreaterThan(20);
});

test("so it does where a browser has no such canvas", async ({ page, visualizer }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "OffscreenCanvas");
    Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen");
  });
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.locator(".timeline-canvas")).toHaveAttribute("data-picture", "painted");
  await expect.poll(() => colors(page)).toBeGreaterThan(20);
});

test("and where a host's policy forbids it", async ({ page, visualizer }) => {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(...[url, options]: ConstructorParameters<typeof Worker>) {
        super(url, options);
        throw new DOMException("", "SecurityError");
      }
    };
  });
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.locator(".timeline-canvas")).toHaveAttribute("data-picture", "painted");
  await expect.poll(() => colors(page)).toBeGreaterThan(20);
});
