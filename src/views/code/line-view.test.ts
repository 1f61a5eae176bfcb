import { describe, expect, it } from "vitest";
import { chipsOf, tintOf } from "./line-view.ts";
import { tokenizePython } from "./python-tokens.ts";
import type { Crowd, LineStandings, Standing } from "./standings.ts";

const tasks = (count: number, state: Standing["state"], from = 1): Standing[] =>
  Array.from({ length: count }, (_, k) => ({ task: from + k, state }));
const standing = (named: Standing[], ...crowds: Crowd[]): LineStandings => ({ named, crowds });

describe("chips", () => {
  it("name up to five", () => {
    expect(chipsOf(standing(tasks(5, "suspended")), undefined)).toHaveLength(5);
  });

  it("count more by state, and name whom the visitor has selected", () => {
    expect(chipsOf(standing([...tasks(80, "suspended"), ...tasks(12, "ready", 900)]), 7)).toEqual([
      { kind: "one", task: 7, state: "suspended" },
      { kind: "many", count: 79, state: "suspended" },
      { kind: "many", count: 12, state: "ready" },
    ]);
  });

  it("add those who were only counted to those who are known by name", () => {
    const crowd = { state: "suspended", count: 7_800 } as const;
    expect(
      chipsOf(standing([...tasks(2, "ready"), { task: 0, state: "suspended" }], crowd), undefined),
    ).toEqual([
      { kind: "one", task: 0, state: "suspended" },
      { kind: "many", count: 7_800, state: "suspended" },
      { kind: "many", count: 2, state: "ready" },
    ]);
  });
});

describe("the tint of a line", () => {
  it("is the state that matters most", () => {
    expect(tintOf(standing([...tasks(3, "ready"), ...tasks(1, "blocked", 9)]))).toBe("blocked");
    expect(tintOf(standing(tasks(3, "ready"), { state: "suspended", count: 999 }))).toBe("suspended");
  });

  it("is the main program's own when only it is there, unless an error ended it", () => {
    expect(tintOf(standing([{ task: 0, state: "suspended" }]))).toBe("main");
    expect(tintOf(standing([{ task: 0, state: "failed" }]))).toBe("failed");
    expect(tintOf(standing([]))).toBeUndefined();
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
