import { expect, type Locator, type Page } from "@playwright/test";
import { everyEnd } from "./moments.ts";
import { test } from "./visualizer.ts";

const SIGNS = [
  "the thread",
  "suspended",
  "running",
  "ready",
  "done",
  "failed",
  "cancelled",
  "callback",
  "created",
];

const shownIn = async (list: Locator): Promise<readonly string[]> => {
  const texts = await list
    .getByRole("listitem")
    .filter({ visible: true, hasNotText: /^\+\d/ })
    .allTextContents();
  return texts.map((text) => text.replace(/ \(.*/, ""));
};

/** What is listed at once, and what behind the button; each entry is whole. */
async function legendOf(page: Page) {
  const timeline = page.getByRole("region", { name: "Timeline" });
  const legend = timeline.locator(".timeline-signs");
  await expect(legend).toBeVisible();
  const atOnce = await shownIn(legend);
  const box = await legend.boundingBox();
  for (const entry of await legend.getByRole("listitem").filter({ visible: true }).all()) {
    const own = await entry.boundingBox();
    expect(
      own && box && own.x + own.width <= box.x + box.width + 0.5 && own.y + own.height <= box.y + box.height,
    ).toBe(true);
  }
  const more = timeline.getByRole("button", { name: /more signs?$/ });
  if ((await more.count()) === 0) return { atOnce, all: atOnce };
  await more.click();
  return { atOnce, all: await shownIn(page.getByRole("list", { name: "What the signs mean" })) };
}

for (const [device, viewport, hasTouch] of [
  ["a computer", { width: 1280, height: 720 }, false],
  ["a phone", { width: 390, height: 844 }, true],
  ["a tablet", { width: 768, height: 1024 }, true],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport, hasTouch, isMobile: hasTouch });

    test("every sign that occurs is in the legend, or behind its button", async ({ page, visualizer }) => {
      await visualizer.openScenario(everyEnd);
      const { atOnce, all } = await legendOf(page);
      expect([...all].sort()).toEqual([...SIGNS].sort());
      expect(atOnce.slice(0, 2)).toEqual(["the thread", "suspended"]);
    });
  });
}

test("threads never speak of suspended tasks, and what took no time has its sign while it is drawn", async ({
  page,
  visualizer,
}) => {
  // Wide enough for every sign to stand in the row.
  await page.setViewportSize({ width: 1440, height: 800 });
  const tasks = (count: number) =>
    Array.from({ length: count }, (_, k) => ({ name: `t${k}`, steps: [{ kind: "io", ms: 1000 + k }] }));
  await visualizer.openScenario({ mode: "threads", tasks: tasks(3) });
  expect((await legendOf(page)).all).toEqual(["the thread", "blocked", "running", "ready", "done"]);
  await visualizer.openScenario({ mode: "async", tasks: tasks(1500) });
  const touch = page.getByRole("region", { name: "Timeline" }).getByText("worked for an instant").first();
  await expect(touch).toBeVisible();
  for (let k = 0; k < 16; k++) await visualizer.press("+");
  await expect(touch).toHaveCount(0);
});

test("the signs keep to their one row whatever the room beside them", async ({ page, visualizer }) => {
  await visualizer.open({ lang: "en", at: "1200" });
  const signs = page.locator(".timeline-signs");
  const row = (await signs.boundingBox())?.height;
  for (const name of ["Table", "Table", /instants/]) {
    await visualizer.button(name).click();
    for (const width of [1280, 1281, 1282, 1283]) {
      await page.setViewportSize({ width, height: 720 });
      await expect.poll(async () => (await signs.boundingBox())?.height).toBe(row);
    }
  }
});
