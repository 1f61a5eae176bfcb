import { expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import { printTrace } from "./print-trace.ts";
import { goldenNames, readGolden } from "./read-golden.ts";
import { readEvents, readTrace } from "./read-trace.ts";

const scenario: Scenario = { mode: "pool", tasks: [{ name: "A", steps: [] }] };

it("prints one line per event, in columns", () => {
  const text = '0 A task_created chunk=0\n10.5 A w2 print text="hi there"\n100 - run_end total_ms=100';
  expect(printTrace(readTrace(text, scenario))).toBe(
    [
      "   0  A    task_created chunk=0\n",
      '10.5  A w2 print        text="hi there"\n',
      " 100  -    run_end      total_ms=100\n",
    ].join(""),
  );
});

it.each(goldenNames)("loses nothing of %s", (name) => {
  const { trace, events } = readGolden(name);
  expect(readEvents(printTrace(trace))).toEqual(events);
});

it("quotes the line it cannot read", () => {
  expect(() => readEvents("0 - loop_start\nhello")).toThrow("no event: hello");
});
