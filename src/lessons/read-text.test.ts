import { expect, it } from "vitest";
import { factsIn, plainText, readText } from "./read-text.ts";

const fill = (fact: string) => (fact === "total" ? "2 s" : "?");

it("reads words, code and terms, in order", () => {
  expect(readText("At `await` it is [suspended](suspend).", fill)).toEqual([
    { kind: "words", text: "At " },
    { kind: "code", text: "await" },
    { kind: "words", text: " it is " },
    { kind: "term", text: "suspended", term: "suspend" },
    { kind: "words", text: "." },
  ]);
});

it("fills facts, also inside code and terms", () => {
  expect(plainText(readText("{total}, `sleep({total})`, [{total}](makespan)", fill))).toBe(
    "2 s, sleep(2 s), 2 s",
  );
});

it("lists the facts that a text asks for", () => {
  expect(factsIn("{total} and {time task_done jay}")).toEqual(["total", "time task_done jay"]);
});
