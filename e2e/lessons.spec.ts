import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "./visualizer.ts";

const question = { name: "Guess first" };

test("a lesson asks first, and shows nothing of the run until it is answered", async ({ visualizer }) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en" });
  const asked = page.getByRole("region", question).first();
  await expect(asked).toContainText("3 pages of a server that takes 2 s for each");
  await expect(page.getByText("Revealed after your guess")).toBeVisible();
  await expect(page.getByRole("region", { name: "Playback" })).toHaveCount(0);
  await expect(visualizer.twin).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toContainText("/ ? s");
  // Keys that would tell of the run do nothing, either.
  await visualizer.press("End", "ArrowRight", "i");
  await expect(visualizer.console).not.toContainText("begin");
  await expect(asked).toBeVisible();
});

test("a guess reveals the run, is told beside the total without blame, and is remembered", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.button("6 s").click();
  await expect(visualizer.root).toHaveAttribute("data-run", "playing");
  await expect(visualizer.total).toHaveText(/\/ 2\.00 s/);
  await expect(page.getByRole("contentinfo")).toContainText("You guessed 6 s");
  await visualizer.press("End");
  await expect(page.getByRole("contentinfo")).toContainText("You guessed 6 s; it is 2 s");
  await page.reload();
  await visualizer.ready();
  await expect(visualizer.total).toHaveText(/\/ 2\.00 s/);
  await expect(page.getByRole("region", { name: "The whole crawler" })).toContainText("You guessed 6 s");
});

test("digits answer, and Space shows the run without an answer", async ({ visualizer }) => {
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.press("1");
  await visualizer.press("End");
  await expect(visualizer.page.getByRole("contentinfo")).toContainText("You guessed 2 s; and so it is");
  await visualizer.button("Guess again").click();
  await visualizer.press(" ");
  await expect(visualizer.root).toHaveAttribute("data-run", "playing");
});

test("digits change no lesson's program where it asks, and choose the mode from its first step on", async ({
  visualizer,
}) => {
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.press("1", "1");
  await expect(visualizer.mode("Async")).toBeChecked();
  await visualizer.press("n", "1");
  await expect(visualizer.mode("Sync")).toBeChecked();
});

test("while modes are compared, keys are the comparison's, and the question waits", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.button("Compare").click();
  await expect(visualizer.total).toHaveText(/ \/ 6\.00 s$/);
  await visualizer.press("Home", "End");
  await expect(visualizer.total).toHaveText("6.00 / 6.00 s");
  await visualizer.press("c");
  await expect(page.getByRole("region", question).first()).toContainText("3 pages of a server");
});

test("the steps play to their moments, point at task and zone, and each has a link", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en", part: "1" });
  const lesson = page.getByRole("region", { name: "The whole crawler" });
  await expect(lesson).toContainText("Step 1 of");
  await visualizer.press("n");
  await expect(lesson).toContainText("Step 2 of");
  await expect(lesson).toContainText("it is suspended");
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
  await expect(page.locator(".narration-line")).toContainText("bobo");
  await expect(page.locator(".stage-pointed")).toHaveAttribute("data-zone", "hang");
  await expect(page).toHaveURL(/part=2/);
  await visualizer.press("b");
  await expect(lesson).toContainText("Step 1 of");
});

test("the texts take their numbers from the run, in both languages", async ({ visualizer }) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "zh", part: "6" });
  const lesson = page.getByRole("region", { name: "完整的爬虫" });
  await expect(lesson).toContainText("一共 2 秒；一页一页地抓，要 6 秒。");
  await visualizer.press("t");
  await page.getByRole("button", { name: /English/ }).click();
  await expect(page.getByRole("region", { name: "The whole crawler" })).toContainText(
    "2 s in all; one page at a time would have taken 6 s",
  );
});

test("a change to try runs, says what to see, and leads back", async ({ visualizer }) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en", part: "7" });
  await visualizer.button("A server with one thread").click();
  await expect(visualizer.total).toHaveText(/\/ 6\.00 s/);
  const lesson = page.getByRole("region", { name: "The whole crawler" });
  await expect(lesson).toContainText("one by one: 6 s");
  await visualizer.button("A server with one thread").click();
  await expect(visualizer.total).toHaveText(/\/ 2\.00 s/);
});

test("what the visitor changes is kept, and the lesson says that it speaks of its own program", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en", part: "4" });
  await visualizer.chooseMode("Sync");
  const lesson = page.getByRole("region", { name: "The whole crawler" });
  await expect(lesson).toContainText("The program has been changed");
  await expect(lesson).toContainText("This moment does not come in the changed program.");
  await page.getByRole("button", { name: "Back to the lesson's program" }).click();
  await expect(visualizer.mode("Async")).toBeChecked();
});

test("the keyboard keeps its place in a lesson: from the question to the last part, and out of it", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  const focused = page.locator(":focus");
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.button("4 s").focus();
  await visualizer.press("Enter");
  await expect(focused).toHaveText("Show me, step by step");
  for (let part = 1; part < 7; part++) await visualizer.press("Enter");
  await expect(focused).toHaveText("What to try");
  await visualizer.press("Enter");
  await expect(focused).toHaveText("One page at a time");
  await visualizer.button("Close the lesson").focus();
  await visualizer.press("Enter");
  await expect(focused).toHaveAccessibleName(/The whole crawler/);
});

test("who answers with the mouse plays and pauses with Space as ever", async ({ visualizer }) => {
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.button("4 s").click();
  await expect(visualizer.root).toHaveAttribute("data-run", "playing");
  await visualizer.press(" ");
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
});

test("the glossary gives the focus back to what had it", async ({ visualizer }) => {
  await visualizer.open({ lesson: "crawler", lang: "en", part: "2" });
  const next = visualizer.page.locator(".lesson-on");
  await next.focus();
  await visualizer.press("g");
  await expect(visualizer.page.getByRole("region", { name: "Glossary" })).toBeFocused();
  await visualizer.press("Escape");
  await expect(next).toBeFocused();
});

test("the list of lessons opens with L, opens a lesson, and shows how far one has come", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open();
  await visualizer.press("l");
  const list = page.getByRole("dialog", { name: "Lessons" });
  await list.getByRole("link", { name: /The whole crawler/ }).click();
  await expect(list).toHaveCount(0);
  await expect(page.getByRole("region", question).first()).toBeVisible();
  await visualizer.press("2", "l");
  await expect(list.getByRole("link", { name: /The whole crawler/ })).toContainText("guessed");
});

test("teachers find their notes on request, and can have the question left out", async ({ visualizer }) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await expect(page.getByText("Common mistakes")).toBeHidden();
  await page.getByText("For teachers").click();
  await expect(page.getByText("Common mistakes")).toBeVisible();
  await page.getByLabel("Ask for a guess before each run").uncheck();
  await visualizer.press("Escape");
  await visualizer.open({ lesson: "crawler", lang: "en", at: "0" });
  await page.reload();
  await visualizer.ready();
  await expect(visualizer.total).toHaveText(/\/ 2\.00 s/);
});

test("a class answers with large choices while presenting", async ({ visualizer }) => {
  const { page } = visualizer;
  await page.setViewportSize({ width: 1280, height: 720 });
  await visualizer.open({ lesson: "crawler", lang: "en" });
  await visualizer.press("p");
  const choice = await visualizer.button("4 s").boundingBox();
  expect(choice?.height).toBeGreaterThanOrEqual(40);
  await expect(page.getByRole("navigation", { name: "Lessons" })).toBeHidden();
});

test("the lesson has no accessibility violations, asked and under way, on a phone and in the dark", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await page.setViewportSize({ width: 390, height: 844 });
  await visualizer.open({ lesson: "crawler", lang: "zh", theme: "dark" });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await visualizer.press("1");
  await page.getByRole("button", { name: "一步一步看" }).click();
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a newcomer is offered a tour once, and never again", async ({ visualizer }) => {
  const { page } = visualizer;
  // Without the glide from stop to stop, in which the tour takes no keys.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  await visualizer.ready();
  await page.getByRole("button", { name: /Show me around|带我看看/ }).click();
  const tour = page.getByRole("dialog");
  await expect(tour).toContainText(/stage|舞台/i);
  await page.keyboard.press("ArrowRight");
  await expect(tour).toContainText(/what happens|发生了什么/i);
  // Its keys are its own: the playhead has not moved.
  await expect(page.locator("html")).toHaveAttribute("data-run", "paused");
  await page.keyboard.press("Escape");
  await expect(tour).toHaveCount(0);
  await page.goto("about:blank");
  await page.goto("./");
  await visualizer.ready();
  await expect(page.getByRole("button", { name: /Show me around|带我看看/ })).toHaveCount(0);
});

test("the offer of a tour covers neither what a run prints nor a panel, and is there again at the beginning", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await page.goto("./");
  await visualizer.ready();
  const offer = page.getByRole("button", { name: "Show me around" });
  await expect(offer).toBeVisible();
  await visualizer.press("ArrowRight");
  await expect(offer).toHaveCount(0);
  await visualizer.press("Home");
  await expect(offer).toBeVisible();
  await visualizer.openSetup();
  await expect(offer).toHaveCount(0);
});

test("a term explains itself under the pointer and with the focus, in both languages", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open({ lesson: "crawler", lang: "en", part: "2" });
  const term = page
    .getByRole("region", { name: "The whole crawler" })
    .getByRole("button", { name: "suspended" });
  await term.hover();
  const note = page.locator(".term-note:popover-open");
  await expect(note).toContainText("挂起");
  await page.mouse.move(5, 5);
  await expect(note).toHaveCount(0);
  await term.focus();
  await expect(note).toBeVisible();
  await visualizer.press("Escape");
  await expect(note).toHaveCount(0);
});

test("the glossary finds a term by either name, and leads to where it can be seen", async ({
  visualizer,
}) => {
  const { page } = visualizer;
  await visualizer.open();
  await visualizer.press("g");
  const glossary = page.getByRole("complementary", { name: "Glossary" });
  await glossary.getByLabel("Find a term").fill("挂起");
  await expect(glossary.locator("dt").first()).toContainText("suspend");
  await glossary
    .getByRole("button", { name: /^See it in/ })
    .first()
    .click();
  await expect(page.locator(".lesson")).toBeVisible();
  await expect(visualizer.root).toHaveAttribute("data-run", "paused");
  await expect(page.locator(".stage")).toBeVisible();
});
