import dictionary from "dictionary-en-gb";
import nspell from "nspell";
import { describe, expect, it } from "vitest";
import { glossary } from "./glossary.ts";
import { lessons } from "./lessons.ts";

/** Words of the field and names, which no English dictionary has. */
const OURS =
  "aiohttp async asyncio awaitable awaitables bobo coroutine coroutines CPython JSON NumPy url URLs XPath Loopscope";

const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
for (const word of OURS.split(" ")) speller.add(word);

/** Every English text in a value, however deep. */
function englishIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "en" && typeof inner === "string" ? [inner] : englishIn(inner),
  );
}

/** The words of a text that are no code, no fact and no id of a term. */
const wordsOf = (text: string): readonly string[] =>
  text.replace(/`[^`]*`|\{[^{}]*\}|\]\([a-z-]+\)|['’]s\b/g, " ").match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? [];

const misspelt = (value: unknown): readonly string[] =>
  englishIn(value).flatMap((text) =>
    wordsOf(text).filter((word) => !speller.correct(word.replace("’", "'"))),
  );

describe("the spelling", () => {
  it.each(lessons)("of lesson $id is right", async ({ title, load }) => {
    expect(misspelt([{ title }, await load()])).toEqual([]);
  });

  it("of the glossary is right", () => {
    expect(misspelt(glossary)).toEqual([]);
  });

  it("would be found wrong if it were", () => {
    expect(misspelt({ en: "It is suspendet at `awiat`." })).toEqual(["suspendet"]);
  });
});
