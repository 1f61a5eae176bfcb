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
import { factsIn, readText } from "./read-text.ts";

const runOf = (scenario: Scenario): TraceModel => buildTraceModel(simulate(scenario), scenario);

/** Every text of a lesson, with the run and the moment that its facts are of. */
function textsOf(lesson: Lesson, model: TraceModel) {
  const of = (text: LessonText, run = model, at?: MomentPosition) => ({ text, run, at });
  return [
    of(lesson.objective),
    of(lesson.question.ask),
    ...lesson.steps.map((step) => of(step.text, model, positionOf(step.at, model))),
    ...lesson.tries.flatMap(({ label, change, outcome }) => [
      of(label),
      of(outcome, runOf(change(lesson.scenario))),
    ]),
    of(lesson.takeaway),
    ...lesson.exactly.map((text) => of(text)),
    ...[...lesson.teacher.ask, ...lesson.teacher.mistakes].map((text) => of(text)),
  ];
}

/** What a text says itself: without its code, and without what the trace gives. */
const ownWords = (text: string): string => text.replace(/`[^`]*`|\{[^{}]*\}/g, "");

/** A number that no trace has given. Versions of Python are no numbers of a run. */
const NUMBER =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand)\b|[两二三四五六七八九十百千万]\s?(个|秒|条|次|倍|轮|行|种|页|项)/i;
const VERSIONS = /Python 3\.\d+|CPython 3\.\d+|PEP \d+/g;

describe.each(lessons)("lesson $id", ({ load, title }) => {
  it("is a valid scenario, and so is every change to try", async () => {
    const { scenario, tries } = await load();
    for (const each of [scenario, ...tries.map(({ change }) => change(scenario))])
      expect(parseScenario(each)).toMatchObject({ ok: true });
  });

  it("has each of its moments, in the order in which they happen", async () => {
    const { scenario, steps } = await load();
    const model = runOf(scenario);
    const positions = steps.map(({ at }) => positionOf(at, model));
    expect(positions).not.toContain(undefined);
    const found = positions as MomentPosition[];
    expect(found.map(({ step }) => step)).toEqual(found.map(({ step }) => step).sort((a, b) => a - b));
    expect(found.map(({ time }) => time)).toEqual(found.map(({ time }) => time).sort((a, b) => a - b));
  });

  it("asks a question that its trace answers", async () => {
    const { scenario, question } = await load();
    expect(rightAnswer(question, runOf(scenario))).toBeGreaterThanOrEqual(0);
    expect(new Set<unknown>(question.options).size).toBe(question.options.length);
  });

  it("finds every fact that its texts ask for, in both languages", async () => {
    const lesson = await load();
    for (const { text, run, at } of textsOf(lesson, runOf(lesson.scenario)))
      for (const language of ["en", "zh"] as const)
        for (const fact of factsIn(text[language]))
          expect(writeFact(fact, { model: run, at }, language), `${fact} in ${text[language]}`).toBeDefined();
  });

  it("says no number but what its trace gives", async () => {
    const lesson = await load();
    for (const { text } of textsOf(lesson, runOf(lesson.scenario)))
      for (const language of ["en", "zh"] as const)
        expect(ownWords(text[language]).replace(VERSIONS, "")).not.toMatch(NUMBER);
  });

  it("explains only terms that the glossary has", async () => {
    const lesson = await load();
    for (const { text } of textsOf(lesson, runOf(lesson.scenario)))
      for (const language of ["en", "zh"] as const)
        for (const piece of readText(text[language], (fact) => fact))
          if (piece.kind === "term") expect(glossary.map(({ id }) => id)).toContain(piece.term);
  });

  it("names the tasks that its steps point at", async () => {
    const { scenario, steps } = await load();
    const names = scenario.tasks.map(({ name }) => name);
    for (const { task } of steps) if (task !== undefined) expect(names).toContain(task);
  });

  it("has titles short enough for the list", () => {
    expect(title.en.length).toBeLessThanOrEqual(32);
    expect(title.zh.length).toBeLessThanOrEqual(16);
  });
});
