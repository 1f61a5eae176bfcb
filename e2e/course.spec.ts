import { expect, type Page } from "@playwright/test";
import { writeClock } from "../src/base/write-number.ts";
import { simulate } from "../src/engine/simulate.ts";
import type { Language } from "../src/i18n/messages.tsx";
import { writeFact } from "../src/lessons/facts.ts";
import type { Lesson, LessonText } from "../src/lessons/lesson.ts";
import { lessons } from "../src/lessons/lessons.ts";
import { type MomentPosition, positionOf } from "../src/lessons/moment.ts";
import { plainText, readText } from "../src/lessons/read-text.ts";
import type { TraceModel } from "../src/trace/model-types.ts";
import { buildTraceModel } from "../src/trace/trace-model.ts";
import { test, type Visualizer } from "./visualizer.ts";

/** A text as it must be read on the page: its facts filled in from a run that this test has made itself. */
function read(text: LessonText, language: Language, model: TraceModel, at?: MomentPosition): string {
  return plainText(readText(text[language], (fact) => writeFact(fact, { model, at }, language) ?? "?"));
}

const runOf = (lesson: Lesson): TraceModel => buildTraceModel(simulate(lesson.scenario), lesson.scenario);

/** The open lesson's words, without the explanations that stand beside its terms. */
const wordsOf = (page: Page) =>
  page.locator(".lesson-body").evaluate((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    for (const note of copy.querySelectorAll(".term-note")) note.remove();
    return copy.textContent ?? "";
  });

/** From the last part back to the first: the playhead jumps back, and nothing has to be played. */
async function walkBack(visualizer: Visualizer, lesson: Lesson, language: Language): Promise<void> {
  const { page } = visualizer;
  const model = runOf(lesson);
  for (const text of [lesson.takeaway, ...lesson.exactly])
    await expect.poll(() => wordsOf(page)).toContain(read(text, language, model));
  for (const { label } of lesson.tries)
    await expect(page.locator(".lesson-tries")).toContainText(read(label, language, model));
  for (const { text, at } of lesson.steps.toReversed()) {
    await visualizer.press("b");
    const words = read(text, language, model, positionOf(at, model));
    await expect.poll(() => wordsOf(page)).toContain(words);
  }
}

for (const { id, load, title } of lessons) {
  for (const language of ["en", "zh"] as const) {
    test(`lesson ${id} says in ${language} what its run does`, async ({ visualizer }) => {
      const { page } = visualizer;
      const lesson = await load();
      const model = runOf(lesson);
      await visualizer.open({ lesson: id, lang: language });
      await expect(page.getByRole("heading", { level: 1 })).toContainText(title[language]);
      const question = read(lesson.question.ask, language, model);
      await expect(page.locator(".question-text")).toContainText(question);
      await expect(page.locator(".question-options button")).toHaveCount(lesson.question.options.length + 1);
      await visualizer.press(" ", "End");
      await expect(page.locator(".playback")).toContainText(writeClock(model.total));
      for (let part = 0; part <= lesson.steps.length; part++) await visualizer.press("n");
      // What is at rest is read sooner.
      await visualizer.press("End");
      await walkBack(visualizer, lesson, language);
    });
  }
}
