import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import { parseScenario } from "#scenario/parse-scenario.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { rightAnswer } from "./answer.ts";
import { writeFact } from "./facts.ts";
import { glossary } from "./glossary.ts";
import type { Lesson, LessonText } from "./lesson.ts";
import { lessons } from "./lessons.ts";
import { type MomentPosition, positionOf } from "./moment.ts";
import { factsIn, plainText, readText } from "./read-text.ts";

/** Simulating ten thousand tasks takes its time on a busy computer. */
const CROWD = { timeout: 60_000 };

/** Text of a lesson, with the run and the moment that its facts are of. */
interface PlacedText {
  readonly text: LessonText;
  readonly run: TraceModel;
  readonly at: MomentPosition | undefined;
}

interface LessonRuns {
  readonly lesson: Lesson;
  readonly model: TraceModel;
  readonly changed: readonly Scenario[];
  readonly texts: readonly PlacedText[];
  readonly steps: readonly PlacedText[];
}

const runOf = (scenario: Scenario): TraceModel => buildTraceModel(simulate(scenario), scenario);
const LANGUAGES = ["en", "zh"] as const;

/** Each lesson is run once, and so is each of its changes. */
const runs = new Map<string, Promise<LessonRuns>>();

function runsOf(id: string, load: () => Promise<Lesson>): Promise<LessonRuns> {
  let found = runs.get(id);
  if (found === undefined) {
    found = load().then(runLesson);
    runs.set(id, found);
  }
  return found;
}

function runLesson(lesson: Lesson): LessonRuns {
  const model = runOf(lesson.scenario);
  const of = (text: LessonText, run = model, at?: MomentPosition): PlacedText => ({ text, run, at });
  const changed = lesson.tries.map(({ change }) => change(lesson.scenario));
  const steps = lesson.steps.map((step) => of(step.text, model, positionOf(step.at, model)));
  const texts = [
    of(lesson.objective),
    of(lesson.question.ask),
    ...steps,
    ...lesson.tries.flatMap(({ label, outcome }, index) => [
      of(label),
      of(outcome, runOf(changed[index] as Scenario)),
    ]),
    of(lesson.takeaway),
    ...lesson.exactly.map((text) => of(text)),
    ...[...lesson.teacher.ask, ...lesson.teacher.mistakes].map((text) => of(text)),
  ];
  return { lesson, model, changed, texts, steps };
}

/** As it stands on the page, without its marks. */
const fill = ({ text, run, at }: PlacedText, language: "en" | "zh"): string =>
  plainText(readText(text[language], (fact) => writeFact(fact, { model: run, at }, language) ?? `{${fact}}`));

/** What a text says itself: without its code, and without what the trace gives. */
const ownWords = (text: string): string => text.replace(/`[^`]*`|\{[^{}]*\}/g, "");

/** A number that no trace has given. Versions of Python are no numbers of a run. */
const NUMBER =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand)\b|[两二三四五六七八九十百千万]\s?(个|秒|条|次|倍|轮|行|种|页|项|步|份|块|件|段|遍|台)/i;
const VERSIONS = /Python 3\.\d+|CPython 3\.\d+|PEP \d+/g;

describe.each(lessons)("lesson $id", ({ id, load, title }) => {
  it("is a valid scenario of its own id, and so is every change to try", CROWD, async () => {
    const { lesson, changed } = await runsOf(id, load);
    for (const each of [lesson.scenario, ...changed]) expect(parseScenario(each)).toMatchObject({ ok: true });
    expect(lesson.scenario.id).toBe(id);
    expect(lesson.scenario.title).toBeUndefined();
  });

  it("has each of its moments, in the order in which they happen", CROWD, async () => {
    const { lesson, model } = await runsOf(id, load);
    const positions = lesson.steps.map(({ at }) => positionOf(at, model));
    expect(positions).not.toContain(undefined);
    const found = positions as MomentPosition[];
    expect(found.map(({ step }) => step)).toEqual(found.map(({ step }) => step).sort((a, b) => a - b));
    expect(found.map(({ time }) => time)).toEqual(found.map(({ time }) => time).sort((a, b) => a - b));
  });

  it("asks a question that its trace answers", CROWD, async () => {
    const { lesson, model } = await runsOf(id, load);
    const { options } = lesson.question;
    expect(rightAnswer(lesson.question, model)).toBeGreaterThanOrEqual(0);
    expect(new Set<unknown>(options).size).toBe(options.length);
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options.length).toBeLessThanOrEqual(4);
  });

  it("finds every fact that its texts ask for, in both languages", CROWD, async () => {
    const { texts } = await runsOf(id, load);
    for (const { text, run, at } of texts)
      for (const language of LANGUAGES)
        for (const fact of factsIn(text[language]))
          expect(writeFact(fact, { model: run, at }, language), `${fact} in ${text[language]}`).toBeDefined();
  });

  it("says no number but what its trace gives", CROWD, async () => {
    const { texts } = await runsOf(id, load);
    for (const { text } of texts)
      for (const language of LANGUAGES)
        expect(ownWords(text[language]).replace(VERSIONS, "")).not.toMatch(NUMBER);
  });

  it("explains only terms that the glossary has, by their names there", CROWD, async () => {
    const { texts } = await runsOf(id, load);
    for (const { text } of texts)
      for (const language of LANGUAGES)
        for (const piece of readText(text[language], (fact) => fact)) {
          if (piece.kind !== "term") continue;
          const term = glossary.find((each) => each.id === piece.term);
          expect(term, piece.term).toBeDefined();
          if (language === "zh") expect(piece.text).toContain(term?.name.zh);
        }
  });

  it("looks at a task of its own or at a part of the stage in every step", CROWD, async () => {
    const { lesson } = await runsOf(id, load);
    const names = lesson.scenario.tasks.map(({ name }) => name);
    for (const { task, zone } of lesson.steps) {
      expect(task ?? zone).toBeDefined();
      if (task !== undefined) expect(names).toContain(task);
    }
  });

  it("is short enough to be read on the stage, and has all its parts", CROWD, async () => {
    const { lesson, steps } = await runsOf(id, load);
    for (const step of steps) {
      const [en, zh] = [fill(step, "en"), fill(step, "zh")];
      expect(en.length, en).toBeLessThanOrEqual(240);
      expect(zh.length, zh).toBeLessThanOrEqual(110);
    }
    const { teacher } = lesson;
    for (const [list, least, most] of [
      [lesson.steps, 4, 7],
      [lesson.tries, 2, 4],
      [teacher.ask, 2, 4],
      [teacher.mistakes, 2, 3],
    ] as const) {
      expect(list.length).toBeGreaterThanOrEqual(least);
      expect(list.length).toBeLessThanOrEqual(most);
    }
  });

  it("has titles short enough for the list, which say no number", () => {
    expect(title.en.length).toBeLessThanOrEqual(32);
    expect(title.zh.length).toBeLessThanOrEqual(16);
    expect(`${title.en}${title.zh}`).not.toMatch(/\d/);
  });

  it("is written in the page's words", CROWD, async () => {
    const { texts } = await runsOf(id, load);
    for (const { text } of texts) {
      expect(text.zh).not.toMatch(/堵塞|悬挂|协同程序|协程程序|回调函数队列|微线程|主协程任务|任务队列循环/);
      expect(text.en).not.toMatch(/\bhangs?\b|\bstuck\b|\bfreez|\bfrozen|green thread|fiber/i);
      expect(`${text.en}${text.zh}`).not.toMatch(/[!！]/);
    }
  });

  it("is punctuated as its language is", CROWD, async () => {
    const { texts } = await runsOf(id, load);
    for (const placed of texts) {
      const { text } = placed;
      expect(fill(placed, "zh")).not.toMatch(/秒 [\u4e00-\u9fff]/);
      const words = text.zh.replace(/`[^`]*`|\{[^{}]*\}/g, "x").replace(/\]\([a-z-]+\)/g, "]");
      expect(words).not.toMatch(/[\u4e00-\u9fff\]][,.;:?()]|[,;:?()]\s*[\u4e00-\u9fff]/);
      expect(words).not.toMatch(/"|'/);
      expect(words).not.toMatch(/[，。；：？、]\s/);
      expect(ownWords(text.en)).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
    }
  });
});
