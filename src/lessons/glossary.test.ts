import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { glossary } from "./glossary.ts";
import { lessons } from "./lessons.ts";
import { positionOf } from "./moment.ts";

describe("the glossary", () => {
  it("has each word once, and one name for it", () => {
    for (const words of [
      glossary.map(({ id }) => id),
      glossary.map(({ name }) => name.en),
      glossary.map(({ name }) => name.zh),
    ])
      expect(new Set(words).size).toBe(words.length);
    for (const { id } of glossary) expect(id).toMatch(/^[a-z-]+$/);
    expect(glossary.length).toBeGreaterThanOrEqual(24);
    expect(glossary.length).toBeLessThanOrEqual(30);
  });

  it.each(glossary)("explains $id in one or two plain sentences", ({ meaning }) => {
    for (const text of [meaning.en, meaning.zh]) expect(text).not.toMatch(/\d|[!！]/);
    expect(meaning.en.split(/[.;:](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(3);
    expect(meaning.zh.split("。").filter(Boolean).length).toBeLessThanOrEqual(2);
    expect(meaning.zh).not.toMatch(/[\u4e00-\u9fff][,.;:?()]|[,;:?()][\u4e00-\u9fff]/);
    expect(meaning.en).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  });

  it.each(glossary)("shows $id at a moment of a lesson", async ({ seen }) => {
    const lesson = await lessons.find(({ id }) => id === seen.lesson)?.load();
    expect(lesson).toBeDefined();
    if (lesson === undefined) return;
    const model = buildTraceModel(simulate(lesson.scenario), lesson.scenario);
    expect(positionOf(seen.at, model)).toBeDefined();
  });
});
