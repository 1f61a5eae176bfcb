import { describe, expect, it } from "vitest";
import type { Step } from "#scenario/scenario.ts";
import { StepLists } from "./step-lists.ts";

const sleep = (ms: number): Step => ({ kind: "sleep", ms });

describe("lists of steps", () => {
  it("that are equal are kept once", () => {
    const lists = new StepLists();
    const first = lists.shared([sleep(10), { kind: "print", text: "x" }]);
    expect(lists.shared([sleep(10), { kind: "print", text: "x" }])).toBe(first);
  });

  it("that differ in anything stay apart, though their kinds and durations agree", () => {
    const lists = new StepLists();
    const all: readonly (readonly Step[])[] = [
      [sleep(10)],
      [{ kind: "sleep", ms: 10, how: "no_await" }],
      [{ kind: "sleep", ms: 10, timeout_ms: 5 }],
      [{ kind: "print", text: "x" }],
      [{ kind: "print", text: "y" }],
      [sleep(10), sleep(10)],
    ];
    for (const list of all) expect(lists.shared(list)).toBe(list);
  });
});
