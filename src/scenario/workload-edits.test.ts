import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseScenario } from "./parse-scenario.ts";
import type { Scenario, TaskSpec } from "./scenario.ts";
import {
  addRow,
  duplicateRow,
  moveRow,
  removeRow,
  setDelay,
  setKind,
  setOutcome,
  setUrl,
  whyRowStays,
} from "./workload-edits.ts";
import { generateRows } from "./workload-generate.ts";

const request = (name: string): TaskSpec => ({
  name,
  url: `http://127.0.0.1:5000/${name}`,
  steps: [{ kind: "io", ms: 2000 }],
  callbacks: [{ name: "parse", reads_result: true }],
});
const crawler: Scenario = { mode: "async", tasks: ["bobo", "jay", "tom"].map(request) };
const names = (scenario: Scenario) => scenario.tasks.map((task) => task.name);

describe("the URL", () => {
  test("gives the task its name", () => {
    expect(setUrl(crawler, 1, "http://127.0.0.1:5000/amy").tasks[1]).toMatchObject({
      name: "amy",
      url: "http://127.0.0.1:5000/amy",
    });
    expect(names(setUrl(crawler, 1, "/bobo"))).toEqual(["bobo", "bobo-2", "tom"]);
  });

  test("leaves a name that was given by hand", () => {
    const golden: Scenario = { mode: "sync", tasks: [{ ...request("bobo"), name: "A" }] };
    expect(setUrl(golden, 0, "/amy").tasks[0]?.name).toBe("A");
  });

  test("may be taken away; the name stays", () => {
    expect(setUrl(crawler, 0, "").tasks[0]).toEqual({
      name: "bobo",
      steps: [{ kind: "io", ms: 2000 }],
      callbacks: [{ name: "parse", reads_result: true }],
    });
  });
});

describe("a row's step", () => {
  test("takes a delay in whole milliseconds", () => {
    expect(setDelay(crawler, 0, 250).tasks[0]?.steps).toEqual([{ kind: "io", ms: 250 }]);
  });

  test("takes an outcome; 200 is the default and is not written down", () => {
    const failed = setOutcome(crawler, 0, { kind: "status", status: 500 });
    expect(failed.tasks[0]?.steps).toEqual([{ kind: "io", ms: 2000, answer: 500 }]);
    expect(setOutcome(failed, 0, { kind: "status", status: 200 })).toEqual(crawler);
  });

  test("remembers the answer behind a timeout", () => {
    const failed = setOutcome(crawler, 0, { kind: "status", status: 404 });
    expect(setOutcome(failed, 0, { kind: "timeout", timeoutMs: 1 }).tasks[0]?.steps).toEqual([
      { kind: "io", ms: 2000, answer: 404, timeout_ms: 1 },
    ]);
  });

  test("takes a slow body, which never takes longer than the request", () => {
    const slow = setOutcome(crawler, 0, { kind: "slow_body", bodyMs: 1000 });
    expect(slow.tasks[0]?.steps).toEqual([{ kind: "io", ms: 2000, body_ms: 1000 }]);
    expect(setDelay(slow, 0, 1500).tasks[0]?.steps).toEqual([{ kind: "io", ms: 1500, body_ms: 1000 }]);
    expect(setDelay(slow, 0, 300).tasks[0]?.steps).toEqual([{ kind: "io", ms: 300, body_ms: 300 }]);
    expect(setOutcome(slow, 0, { kind: "status", status: 200 })).toEqual(crawler);
  });

  test("keeps its outcome when only the client changes, and its delay in any case", () => {
    const failed = setOutcome(crawler, 0, { kind: "status", status: 404 });
    expect(setKind(failed, 0, "blocking_request").tasks[0]?.steps).toEqual([
      { kind: "io", ms: 2000, answer: 404, how: "blocking" },
    ]);
    expect(setKind(failed, 0, "compute").tasks[0]?.steps).toEqual([{ kind: "cpu", ms: 2000 }]);
  });

  test("is not touched when there are several", () => {
    const scenario: Scenario = {
      mode: "sync",
      tasks: [{ name: "a", steps: [{ kind: "cpu" }, { kind: "io" }] }],
    };
    expect(setDelay(scenario, 0, 5).tasks[0]).toBe(scenario.tasks[0]);
  });
});

describe("rows", () => {
  test("are added in the manner of the last one", () => {
    expect(addRow(crawler).tasks.at(-1)).toEqual({ ...request("p1"), url: "http://127.0.0.1:5000/p1" });
  });

  test("are duplicated under a name of their own, right behind", () => {
    expect(names(duplicateRow(duplicateRow(crawler, 0), 0))).toEqual([
      "bobo",
      "bobo-3",
      "bobo-2",
      "jay",
      "tom",
    ]);
  });

  test("are duplicated without their spawns: a task is started once", () => {
    const spawn = { kind: "spawn", task: "bobo" } as const;
    const scenario: Scenario = {
      mode: "async",
      tasks: [request("bobo"), { name: "boss", steps: [spawn, { kind: "join", task: "bobo" }] }],
    };
    expect(duplicateRow(scenario, 1).tasks[2]?.steps).toEqual([{ kind: "join", task: "bobo" }]);
  });

  test("move to where they are put, and no further than the ends", () => {
    expect(names(moveRow(crawler, 0, 2))).toEqual(["jay", "tom", "bobo"]);
    expect(names(moveRow(crawler, 2, -5))).toEqual(["tom", "bobo", "jay"]);
    expect(moveRow(crawler, 0, -1)).toBe(crawler);
  });

  test("go with the cancellations aimed at them", () => {
    const scenario: Scenario = { ...crawler, cancels: [{ task: "jay", at_ms: 1 }] };
    expect(removeRow(scenario, 1)).toEqual({ mode: "async", tasks: [request("bobo"), request("tom")] });
  });

  test("stay when others need them, or when they are the last", () => {
    const scenario: Scenario = {
      mode: "async",
      tasks: [request("bobo"), { name: "boss", steps: [{ kind: "join", task: "bobo" }] }],
    };
    expect(removeRow(scenario, 0)).toBe(scenario);
    expect(whyRowStays(scenario, 0)).toEqual({ reason: "used", by: new Set(["boss"]) });
    expect(whyRowStays(removeRow(scenario, 1), 0)).toEqual({ reason: "last_row" });
  });
});

test("no sequence of edits makes a valid scenario invalid", () => {
  const index = fc.nat(9);
  const ms = fc.nat(86_400_000);
  const edit = fc.oneof(
    fc
      .tuple(
        index,
        fc.string({ maxLength: 80, unit: "grapheme" }).filter((url) => !url.includes("\0")),
      )
      .map(
        ([i, url]) =>
          (old: Scenario) =>
            setUrl(old, i, url),
      ),
    fc.tuple(index, fc.constantFrom("", "/bobo", "main", "/main")).map(
      ([i, url]) =>
        (old: Scenario) =>
          setUrl(old, i, url),
    ),
    fc.tuple(index, ms).map(
      ([i, to]) =>
        (old: Scenario) =>
          setDelay(old, i, to),
    ),
    fc
      .tuple(
        index,
        fc.constantFrom("request", "blocking_request", "wait", "blocking_wait", "offloaded_wait", "compute"),
      )
      .map(
        ([i, kind]) =>
          (old: Scenario) =>
            setKind(old, i, kind),
      ),
    fc
      .tuple(
        index,
        fc.oneof(
          ms.map((timeoutMs) => ({ kind: "timeout", timeoutMs }) as const),
          ms.map((bodyMs) => ({ kind: "slow_body", bodyMs }) as const),
          fc.constant({ kind: "network_error" } as const),
        ),
      )
      .map(
        ([i, outcome]) =>
          (old: Scenario) =>
            setOutcome(old, i, outcome),
      ),
    fc.constant(addRow),
    index.map((i) => (old: Scenario) => duplicateRow(old, i)),
    index.map((i) => (old: Scenario) => removeRow(old, i)),
    fc.tuple(index, fc.integer({ min: -3, max: 12 })).map(
      ([i, to]) =>
        (old: Scenario) =>
          moveRow(old, i, to),
    ),
    fc.tuple(fc.integer({ min: 1, max: 5 }), ms, ms, fc.constantFrom("replace", "append")).map(
      ([count, from, to, place]) =>
        (old: Scenario) =>
          generateRows(old, count, { kind: "spread", from, to }, place),
    ),
  );
  const family: Scenario = {
    mode: "async",
    create: "before_loop",
    wait: { style: "only", task: "jay" },
    cancels: [{ task: "jay", at_ms: 1 }],
    tasks: [
      ...crawler.tasks,
      {
        name: "boss",
        steps: [
          { kind: "spawn", task: "tom" },
          { kind: "join", task: "tom" },
        ],
      },
    ],
  };
  fc.assert(
    fc.property(fc.constantFrom(crawler, family), fc.array(edit, { maxLength: 12 }), (start, edits) => {
      const end = edits.reduce((scenario, change) => change(scenario), start);
      expect(parseScenario(end)).toEqual({ ok: true, value: end });
    }),
    { numRuns: 40 },
  );
});
