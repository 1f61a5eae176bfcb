import { expect, type Page } from "@playwright/test";
import { MOMENTS } from "./moments.ts";
import { crawler, test } from "./visualizer.ts";

/** The smallest text that the last row can read: 14 px of 720. */
const FLOOR = 14 / 720;

/** Every text on the page that is smaller than a share of its height, with its size in px. */
function tooSmall(page: Page, share: number): Promise<readonly string[]> {
  return page.evaluate((share) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (text === "" || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest(".visually-hidden, .timeline-unseen, .stage-roster, .narration-spoken")) continue;
      // What is drawn in rem units inside a picture is as large as its matrix says.
      const scale = parent instanceof SVGGraphicsElement ? (parent.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < share * innerHeight - 0.1) found.add(`${text.slice(0, 30)}: ${size.toFixed(1)}`);
    }
    return [...found];
  }, share);
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`every text can be read from the last row at ${width} × ${height}`, async ({ page, visualizer }) => {
    await page.setViewportSize({ width, height });
    await visualizer.open();
    await visualizer.press("p");
    for (const { scenario, at } of [MOMENTS.async, MOMENTS.blocking, MOMENTS.pool, MOMENTS.ends]) {
      await visualizer.openScenario(scenario, at);
      await expect(page.locator("html[data-present] .code-lines")).toBeVisible();
      expect(await tooSmall(page, FLOOR)).toEqual([]);
    }
    const drawn = await page.evaluate(() => {
      const root = getComputedStyle(document.documentElement);
      return Number.parseFloat(root.getPropertyValue("--fs-cap")) * Number.parseFloat(root.fontSize);
    });
    expect(drawn, "the smallest text of the timeline").toBeGreaterThanOrEqual(FLOOR * height - 0.1);
  });
}

test("playing is held at each key moment, says at which, and goes on with Space", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(crawler);
  await visualizer.press("h", "]", "]", "Space");
  for (const moment of ["the first await", "everyone waiting is suspended", "the first task wakes up"]) {
    await expect(page.getByRole("status").filter({ hasText: moment })).toContainText("press Space to go on");
    await expect(visualizer.root).toHaveAttribute("data-run", "held");
    await visualizer.press("Space");
  }
  await expect(visualizer.root).toHaveAttribute("data-run", "ended");
});

test("what is said at a key moment covers nothing", async ({ page, visualizer }) => {
  await visualizer.openScenario(crawler);
  await visualizer.press("p", "h", "]", "]", "Space");
  await expect(visualizer.root).toHaveAttribute("data-run", "held");
  const said = await page.locator(".hold-here").boundingBox();
  const player = await page.getByRole("region", { name: "Playback" }).boundingBox();
  expect(said?.y).toBeGreaterThanOrEqual(player?.y ?? Number.POSITIVE_INFINITY);
  const strip = await visualizer.position.boundingBox();
  expect((said?.x ?? 0) + (said?.width ?? 0)).toBeLessThan(strip?.x ?? 0);
});

test("the narration stays as high as it is, whatever it says", async ({ page, visualizer }) => {
  await visualizer.openScenario(MOMENTS.blocking.scenario);
  await visualizer.press("p", "Home");
  // All steps in one go: one by one, the test would be kept waiting by its own trace.
  const heights = await page.locator(".narration").evaluate(async (bar) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const seen: number[] = [];
    while (document.documentElement.dataset.run !== "ended") {
      seen.push(bar.getBoundingClientRect().height);
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      await frame();
      await frame();
    }
    return seen;
  });
  expect(heights.length).toBeGreaterThan(50);
  expect(new Set(heights).size).toBe(1);
});

test("switched off with its button, holding lets the run play through", async ({ visualizer }) => {
  await visualizer.openScenario(crawler);
  const hold = visualizer.button("Hold at key moments (H)");
  await visualizer.press("h", "]", "]", "Space");
  await expect(visualizer.root).toHaveAttribute("data-run", "held");
  await hold.click();
  await expect(hold).toHaveAttribute("aria-pressed", "false");
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
  await visualizer.press("]", "]");
  await visualizer.button("Play (Space)").click();
  await expect(visualizer.root).toHaveAttribute("data-run", "ended");
});

test("the pointer on the screen follows the mouse, rings when it is pressed, and goes with presenting", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(crawler);
  const dot = page.locator(".laser > b");
  await visualizer.press("x");
  await expect(dot).toHaveCount(0);
  await visualizer.press("p");
  /** Where the dots are, each once. */
  const places = () =>
    page.locator(".laser > *").evaluateAll((dots) => [
      ...new Set(
        dots.map((dot) => {
          const { x, y, width, height } = dot.getBoundingClientRect();
          return `${Math.round(x + width / 2)}, ${Math.round(y + height / 2)}`;
        }),
      ),
    ]);
  await visualizer.press("x");
  // Its code comes with presenting: what the mouse did before that, it cannot know.
  await expect(visualizer.root).toHaveAttribute("data-laser");
  await page.mouse.move(500, 200);
  await expect.poll(places).toEqual(["500, 200"]);
  await visualizer.press("x", "x");
  await expect.poll(places).toEqual(["500, 200"]);
  await page.mouse.move(400, 300);
  await expect.poll(places).toEqual(["400, 300"]);
  await page.mouse.down();
  await expect(page.locator(".laser")).toHaveAttribute("data-pressed");
  await page.mouse.up();
  await expect(page.locator(".laser")).not.toHaveAttribute("data-pressed");
  await visualizer.press("p");
  await expect(dot).toHaveCount(0);
});

test("the pointer leaves the page idle when the mouse rests", async ({ page, visualizer }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visualizer.openScenario(crawler, { at: "1200" });
  await visualizer.press("p", "x");
  await expect(visualizer.root).toHaveAttribute("data-laser");
  await page.mouse.move(400, 300);
  await expect(page.locator(".laser > b")).toBeVisible();
  await expect(page.locator(".laser > i").first()).toBeHidden();
  const frames = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let asked = 0;
        const real = requestAnimationFrame;
        window.requestAnimationFrame = (callback) => {
          asked += 1;
          return real(callback);
        };
        let seen = 0;
        const count = () => (++seen < 20 ? real(count) : resolve(asked));
        real(count);
      }),
  );
  expect(frames).toBe(0);
});

test("full screen: with its key and its control, left with Esc, and the page knows", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(crawler);
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await visualizer.press("f");
  await expect.poll(isFull).toBe(true);
  await expect(visualizer.button("Leave full screen (F or Esc)")).toHaveAttribute("aria-pressed", "true");
  await visualizer.press("Escape");
  await expect.poll(isFull).toBe(false);
  await visualizer.press("p");
  await visualizer.button("Full screen (F)").click();
  await expect.poll(isFull).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect(visualizer.button("Full screen (F)")).toHaveAttribute("aria-pressed", "false");
});

test("a browser without full screen shows no control for it", async ({ page, visualizer }) => {
  await page.addInitScript(() => Object.defineProperty(document, "fullscreenEnabled", { value: false }));
  await visualizer.openScenario(crawler);
  await visualizer.press("p", "f");
  await expect(visualizer.button("Pointer (X)")).toBeVisible();
  await expect(visualizer.button(/full screen/i)).toHaveCount(0);
});

test("the help lists every key", async ({ page, visualizer }) => {
  await visualizer.open();
  await visualizer.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  const keys = await page.getByRole("dialog").locator("kbd").allTextContents();
  const fits = await page.getByRole("dialog").evaluate((sheet) => sheet.scrollHeight <= sheet.clientHeight);
  expect(fits, "all of them at once").toBe(true);
  for (const key of ["Space", "H", "P", "F", "X", "T", "S", "R", "Esc", "?"]) expect(keys).toContain(key);
});
