import { expect, type Page } from "@playwright/test";
import { MOMENTS, SCREENS, show } from "./moments.ts";
import { crawler, test, type Visualizer } from "./visualizer.ts";

/** Three coroutines that sleep; steps 13, 14, 15: A has printed, A is suspended, B runs. */
const sleepers = {
  mode: "async",
  create: "before_loop",
  wait: { style: "wait", until: "all" },
  tasks: ["A", "B", "C"].map((name) => ({ name, steps: [{ kind: "sleep", ms: 2000 }] })),
};
const many = {
  mode: "async",
  wait: { style: "gather" },
  tasks: Array.from({ length: 300 }, (_, k) => ({ name: `page${k}`, steps: [{ kind: "sleep", ms: 1000 }] })),
};

interface Flown {
  readonly who: string;
  readonly duration: number;
  readonly direction: string;
  readonly way: readonly string[];
}

/** Has the page keep a list of every flight that takes off. */
async function watchFlights(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const flown: Flown[] = [];
    Object.assign(window, { flown });
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames, timing) {
      const { transform } = frames as { transform: string[] };
      const { duration, direction } = timing as KeyframeAnimationOptions;
      const { token = "", way = "" } = (this as HTMLElement).dataset;
      flown.push({
        who: token || way,
        duration: Number(duration),
        direction: direction ?? "",
        way: transform,
      });
      return animate.call(this, frames, timing);
    };
  });
}

/** The flights since the last time. */
const flights = (page: Page): Promise<Flown[]> =>
  page.evaluate(() => (window as unknown as { flown: Flown[] }).flown.splice(0));

const airborne = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector(".stage")?.getAnimations({ subtree: true }).length ?? -1);

const token = (page: Page, name: string) => page.locator(".stage").getByRole("button", { name });

/** A's token stands in the seat before the step, and hangs after it. */
async function stepToTheCable(visualizer: Visualizer): Promise<void> {
  await visualizer.openScenario(sleepers, { step: "13" });
  await expect(token(visualizer.page, "A: running")).toBeVisible();
  await flights(visualizer.page);
  await visualizer.press("ArrowRight");
  await expect(token(visualizer.page, "A: suspended")).toBeVisible();
}

test("a step to an await lets the token fly to the cable in an arc, and land", async ({
  visualizer,
  page,
}) => {
  await watchFlights(page);
  await stepToTheCable(visualizer);
  const [flight, ...others] = await flights(page);
  expect(others).toEqual([]);
  expect(flight).toMatchObject({ who: "task 1", duration: 440, direction: "normal" });
  const heights = (flight?.way ?? []).map((place) => Number.parseFloat(place.split(", ")[1] ?? ""));
  expect(Math.min(...heights)).toBeLessThan(heights[0] ?? 0);
  await expect.poll(() => airborne(page)).toBe(0);
  await expect(token(page, "A: suspended")).toHaveCSS("z-index", "auto");
});

test("a step back takes the same way backwards", async ({ visualizer, page }) => {
  await watchFlights(page);
  await stepToTheCable(visualizer);
  const [there] = await flights(page);
  await expect.poll(() => airborne(page)).toBe(0);
  await visualizer.press("ArrowLeft");
  await expect(token(page, "A: running")).toBeVisible();
  const [back] = await flights(page);
  expect(back).toMatchObject({ who: "task 1", duration: 440, direction: "reverse", way: there?.way });
});

test("at a lower speed flights take longer, and at a higher one shorter, within bounds", async ({
  visualizer,
  page,
}) => {
  await watchFlights(page);
  await visualizer.openScenario(sleepers, { step: "13" });
  const durations: (number | undefined)[] = [];
  for (const keys of [["["], ["]", "]"], ["]"]]) {
    await expect(token(page, "A: running")).toBeVisible();
    await flights(page);
    await visualizer.press(...keys, "ArrowRight");
    await expect(token(page, "A: suspended")).toBeVisible();
    durations.push((await flights(page))[0]?.duration);
    await visualizer.press("ArrowLeft");
  }
  expect(durations).toEqual([600, 220, 120]);
});

test("who wants less motion sees a ring around the token that changed, and no flight", async ({
  visualizer,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await watchFlights(page);
  await stepToTheCable(visualizer);
  expect(await flights(page)).toEqual([]);
  expect(await airborne(page)).toBe(0);
  await expect(token(page, "A: suspended")).toHaveCSS("outline", /2px/);
  await expect(token(page, "B: ready")).not.toHaveCSS("outline", /2px/);
});

test("a wish for less motion counts at once: what flies lands, and nothing takes off any more", async ({
  visualizer,
  page,
}) => {
  await watchFlights(page);
  // In the air for ever, if nobody ends it.
  await page.addInitScript(() => {
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames, timing) {
      const animation = animate.call(this, frames, timing);
      animation.pause();
      return animation;
    };
  });
  await stepToTheCable(visualizer);
  expect(await flights(page)).toHaveLength(1);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(() => airborne(page)).toBe(0);
  await visualizer.press("ArrowRight");
  await expect(token(page, "B: running")).toHaveCSS("outline", /2px/);
  expect(await flights(page)).toEqual([]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await visualizer.press("ArrowLeft");
  await expect(token(page, "B: ready")).toBeVisible();
  expect((await flights(page)).map(({ who }) => who)).toContain("task 2");
});

test("a jump ends a flight, and starts none", async ({ visualizer, page }) => {
  await watchFlights(page);
  await stepToTheCable(visualizer);
  await flights(page);
  await visualizer.press("End");
  await expect(token(page, "A: done")).toBeVisible();
  expect(await airborne(page)).toBe(0);
  await visualizer.position.click();
  await expect(token(page, "A: suspended")).toBeVisible();
  expect(await flights(page)).toEqual([]);
});

test("what plays flies, and every flight lands where the layout wants it", async ({ visualizer, page }) => {
  await watchFlights(page);
  await visualizer.openScenario(sleepers);
  await visualizer.press("]", " ");
  await expect(visualizer.root).toHaveAttribute("data-run", "ended", { timeout: 20_000 });
  const flown = await flights(page);
  expect(new Set(flown.map(({ who }) => who))).toEqual(new Set(["task 1", "task 2", "task 3", "main"]));
  await expect.poll(() => airborne(page)).toBe(0);
  for (const name of ["A", "B", "C"]) await expect(token(page, `${name}: done`)).toBeVisible();
});

test("slow motion walks through a turn of the loop: select, timers that are due, exactly what is queued", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(sleepers, { at: "1000" });
  await visualizer.press(".");
  const strip = (turn: number) => page.getByRole("list", { name: `Turn ${turn} of the event loop` });
  const present = (turn: number) => strip(turn).locator("[aria-current=step]");
  const batch = (turn: number) => strip(turn).getByRole("img");
  await expect(present(2)).toContainText("select");
  await visualizer.press("ArrowRight");
  await expect(present(2)).toContainText("timers due");
  await expect(present(2)).toContainText("A, B, C");
  expect(await visualizer.at()).toBe(2000);
  await visualizer.press("ArrowRight");
  await expect(present(2)).toContainText("run exactly these 3");
  await expect(batch(2)).toHaveAccessibleName("1 of 3 begun");
  await visualizer.press("ArrowRight");
  await expect(page.getByText("next turn", { exact: true })).toBeVisible();
  await expect(token(page, "A: ready")).toHaveAttribute("data-turn", "next");
  await visualizer.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(batch(2)).toHaveAccessibleName("3 of 3 begun");
  await visualizer.press("ArrowRight");
  await expect(present(3)).toContainText("run exactly these 3");
  await expect(strip(3)).toContainText("no wait");
  await expect(token(page, "B: ready")).toHaveAttribute("data-turn", "this");
  await expect(page.getByText("next turn", { exact: true })).toBeHidden();
  await visualizer.press("ArrowLeft");
  await expect(batch(2)).toHaveAccessibleName("3 of 3 begun");
  await visualizer.press(".");
  await expect(strip(2)).toBeHidden();
});

test("slow motion marks the done-callbacks that this turn has queued as the next turn's, and then as this one's", async ({
  visualizer,
  page,
}) => {
  const callbacks = [{ name: "cb", reads_result: true }];
  const tasks = ["A", "B", "C"].map((name) => ({ name, steps: [{ kind: "sleep", ms: 100 }], callbacks }));
  // C runs: A and B have ended in this turn, and their callbacks wait.
  await visualizer.openScenario({ mode: "async", tasks, wait: { style: "wait" } }, { step: "37" });
  const callback = (task: string) => token(page, `callback cb of ${task}`);
  const nextTurn = page.getByText("next turn", { exact: true });
  await expect(callback("B")).toHaveAccessibleName("callback cb of B: queued");
  await expect(nextTurn).toBeHidden();
  await visualizer.press(".");
  await expect(callback("A")).toHaveAccessibleName("callback cb of A: queued, next turn");
  await expect(callback("B")).toHaveAttribute("data-turn", "next");
  await expect(callback("C")).not.toHaveAttribute("data-turn");
  await expect(nextTurn).toBeVisible();
  await visualizer.press("ArrowRight", "ArrowRight", "ArrowRight");
  await expect(callback("C")).toHaveAttribute("data-turn", "next");
  await visualizer.press("ArrowRight");
  await expect(callback("A")).toHaveAccessibleName("callback cb of A: running");
  await expect(callback("B")).toHaveAccessibleName("callback cb of B: queued, this turn");
  await expect(callback("C")).toHaveAttribute("data-turn", "this");
  await expect(nextTurn).toBeHidden();
});

test("in forced colours, which have no shadows and no grounds, the marks of slow motion are borders", async ({
  visualizer,
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visualizer.openScenario(sleepers, { step: "13" });
  const present = page.locator(".stage [aria-current=step]");
  await expect(token(page, "B: ready")).toHaveCSS("border-left-width", "1px");
  await visualizer.press(".");
  await expect(token(page, "B: ready, this turn")).toHaveCSS("border-left-width", "5px");
  await expect(present).toHaveCSS("outline-width", "2px");
  await expect(page.getByRole("button", { name: "Slow motion" })).toHaveCSS("outline-width", "2px");
});

test("slow motion is a button of the loop, and where there is no loop the stage says so", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(sleepers);
  const button = page.getByRole("button", { name: "Slow motion" });
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await visualizer.chooseMode("Threads");
  await expect(button).toHaveCount(0);
  await expect(page.getByText("No event loop in this mode")).toBeVisible();
});

test("three hundred tasks are counted in groups, and fly between them in packets", async ({
  visualizer,
  page,
}) => {
  // It plays as long as the flights of three hundred tasks take.
  test.setTimeout(90_000);
  await watchFlights(page);
  await visualizer.openScenario(many, { at: "500" });
  const group = (state: string) => page.locator(`.stage-group[data-state=${state}]`);
  await expect(group("suspended")).toHaveText("300");
  await expect(group("ready")).toHaveText("0");
  await visualizer.press(" ");
  await expect(group("done")).toHaveText("300", { timeout: 60_000 });
  const ways = (await flights(page)).filter(({ who }) => / /.test(who)).map(({ who }) => who);
  expect(ways).toContain("hang queue");
  expect(ways.some((way) => way === "queue ended" || way === "seat ended")).toBe(true);
});

test("a token under the pointer, or with the focus, is marked at half strength", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario(sleepers, { at: "1000" });
  const marked = page.locator(".stage [data-hovered]");
  await token(page, "B: suspended").hover();
  await expect(marked).toHaveAccessibleName("B: suspended");
  await page.mouse.move(0, 0);
  await expect(marked).toHaveCount(0);
  await token(page, "C: suspended").focus();
  await expect(marked).toHaveAccessibleName("C: suspended");
});

test("every end keeps its name and its sign, also with forced colours", async ({ visualizer, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await show(visualizer, MOMENTS.ends, SCREENS.enDark);
  for (const [name, state] of [
    ["fine", "done"],
    ["fails", "failed"],
    ["victim", "cancelled"],
  ]) {
    const end = token(page, `${name}: ${state}`);
    await expect(end).toHaveText(name as string);
    await expect(end.locator("svg")).toBeVisible();
  }
});

test("at 200 % zoom the stage takes the phone's layout where the page does, and names its tasks", async ({
  visualizer,
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 720 });
  await visualizer.openScenario(crawler, { at: "1200" });
  await expect(page.locator(".stage")).toHaveAttribute("data-narrow", "true");
  for (const name of ["bobo", "jay", "tom"]) await expect(token(page, `${name}: suspended`)).toHaveText(name);
});

test("a task that is selected is ringed in the group that holds it", async ({ visualizer, page }) => {
  await visualizer.openScenario(many, { at: "500" });
  await page.getByRole("list", { name: "Lanes" }).getByRole("button", { name: "page2", exact: true }).click();
  const marked = page.locator(".stage-group[data-marked=selected]");
  await expect(marked).toHaveAttribute("data-state", "suspended");
  await expect(marked).toContainText("page2");
  await expect(page.locator(".stage-left")).toHaveText("300 timersnext in 0.50 s");
});

test("the descenders of a name in the list of the ended are not cut off", async ({ visualizer, page }) => {
  await visualizer.openScenario(
    { ...crawler, tasks: [{ name: "page", steps: [] }, ...crawler.tasks] },
    { at: "100" },
  );
  const name = token(page, "page: done").locator(".stage-token-name");
  await expect(name).toHaveText("page");
  await expect(name).toHaveCSS("overflow-y", "visible");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("tokens and the stage's button can be hit beside their edges", async ({ visualizer, page }) => {
    await visualizer.openScenario(crawler, { at: "1200" });
    const button = token(page, "jay: suspended");
    const { x, y, width } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    await page.touchscreen.tap(x + width / 2, y - 5);
    await expect(button).toHaveAttribute("aria-pressed", "true");
    const slow = page.getByRole("button", { name: "Slow motion" });
    const box = (await slow.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height + 6);
    await expect(slow).toHaveAttribute("aria-pressed", "true");
  });
});

test("three hundred threads are piles of seats, by what they do", async ({ visualizer, page }) => {
  await visualizer.openScenario({ ...many, mode: "threads" }, { at: "500" });
  await expect(page.locator(".stage").getByText("300 threads")).toBeVisible();
  const piles = page.locator(".stage-seat[data-look=pile]");
  await expect(piles).toHaveText(["blocked"]);
  await expect(page.locator(".stage-group[data-state=blocked]")).toHaveText("300");
});
