import { describe, expect, it } from "vitest";
import { liveMessages } from "./live.ts";

/** Every sentence of a tree of words, functions filled with samples that no sentence would hold by chance. */
function* sentences(words: object, path = ""): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const name = `${path}${key}`;
    if (typeof value === "string") yield [name, value];
    else if (typeof value === "object") yield* sentences(value, `${name}.`);
    else if (path === "obstacles.") yield [name, value({ path: "P1", found: "F2", allowed: "A3" })];
    else yield [name, value(71, 72, 73, 74)];
  }
}

const en = Object.fromEntries(sentences(liveMessages.en));
const zh = Object.fromEntries(sentences(liveMessages.zh));

describe("the words of Live", () => {
  it("say the same things in both languages", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en))("%s is a text in both, with the same facts", (key) => {
    const facts = (text = "") => [...new Set(text.match(/7[1-4]|P1|F2|A3/g))].sort();
    for (const text of [en[key], zh[key]]) expect(text).toMatch(/^(?!.*(undefined|\[object)).+$/);
    expect(facts(zh[key])).toEqual(facts(en[key]));
  });

  it("use Chinese punctuation in Chinese", () => {
    for (const [key, text] of Object.entries(zh)) expect(text, key).not.toMatch(/[\u4e00-\u9fff] ?[,;:!?.(]/);
  });
});
