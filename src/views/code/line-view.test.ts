import { describe, expect, it } from "vitest";
import { chipsOf, tintOf } from "./line-view.ts";
import { tokenizePython } from "./python-tokens.ts";
import type { Standing } from "./standing.ts";

const crowd = (count: number, state: Standing["state"], from = 1): Standing[] =>
  Array.from({ length: count }, (_, k) => ({ task: from + k, state }));

describe("chips", () => {
  it("name up to five", () => {
    expect(chipsOf(crowd(5, "suspended"), undefined, new Set())).toHaveLength(5);
  });

  it("count a crowd by state, and name whom the visitor has selected", () => {
    expect(chipsOf([...crowd(800, "suspended"), ...crowd(12, "ready", 900)], 7, new Set(["ready"]))).toEqual([
      { kind: "one", task: 7, state: "suspended" },
      { kind: "many", count: 799, isAtLeast: false, state: "suspended" },
      { kind: "many", count: 12, isAtLeast: true, state: "ready" },
    ]);
  });
});

describe("the tint of a line", () => {
  it("is the state that matters most", () => {
    expect(tintOf([...crowd(3, "ready"), ...crowd(1, "blocked", 9)])).toBe("blocked");
  });

  it("is the main program's own when only it is there, unless an error ended it", () => {
    expect(tintOf([{ task: 0, state: "suspended" }])).toBe("main");
    expect(tintOf([{ task: 0, state: "failed" }])).toBe("failed");
    expect(tintOf([])).toBeUndefined();
  });
});

describe("the tokens of a line", () => {
  const kindsOf = (line: string) =>
    tokenizePython(line)
      .filter(({ kind }) => kind !== "other")
      .map(({ kind, text }) => `${kind} ${text}`);

  it("tell keywords, strings and comments apart", () => {
    expect(kindsOf('async def f(name):  # "as" is a word')).toEqual([
      "keyword async",
      "keyword def",
      'comment # "as" is a word',
    ]);
    expect(kindsOf('print(f"for {name}", "a \\"#\\" b")')).toEqual([
      'string f"for {name}"',
      'string "a \\"#\\" b"',
    ]);
  });

  it("are the line when put together", () => {
    const line = 'tasks["B"] = asyncio.create_task(work("B", 0.2))';
    expect(
      tokenizePython(line)
        .map(({ text }) => text)
        .join(""),
    ).toBe(line);
  });
});
