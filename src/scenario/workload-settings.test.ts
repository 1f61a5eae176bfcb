import { describe, expect, test } from "vitest";
import { parseScenario } from "./parse-scenario.ts";
import type { Scenario } from "./scenario.ts";
import {
  callbackShare,
  callbacksRun,
  raiseShare,
  setCallbacks,
  setLimit,
  setRaiseForStatus,
  setServerWorkers,
  setSetting,
  setWaitOption,
  setWaitStyle,
  WAIT_STYLES,
  type WaitOption,
  waitOptionsOf,
  whyNotCreate,
  whyNotStyle,
} from "./workload-settings.ts";

const plain: Scenario = {
  mode: "async",
  tasks: [
    { name: "a", steps: [{ kind: "io", ms: 1, answer: 404 }] },
    { name: "b", steps: [{ kind: "io", ms: 1 }] },
  ],
};

describe("the wait", () => {
  test.each(["in_main", "before_loop"] as const)(
    "offers exactly what the format allows when made %s",
    (create) => {
      const scenario: Scenario = { ...plain, create, wait: { style: "wait" } };
      for (const style of WAIT_STYLES) {
        const chosen = setWaitStyle(scenario, style);
        expect(parseScenario(chosen).ok, style).toBe(whyNotStyle(scenario, style) === undefined);
      }
    },
  );

  test("allows a way of making tasks exactly when the format does", () => {
    for (const style of WAIT_STYLES) {
      for (const create of ["in_main", "before_loop"] as const) {
        const scenario = setWaitStyle(
          { ...plain, create: style === "only" ? "before_loop" : "in_main" },
          style,
        );
        expect(parseScenario({ ...scenario, create }).ok).toBe(whyNotCreate(scenario, create) === undefined);
      }
    }
  });

  test("keeps options that the next style has too, and drops the others", () => {
    const scenario: Scenario = { ...plain, wait: { style: "gather", timeout_ms: 5, collect_errors: true } };
    expect(setWaitStyle(scenario, "wait").wait).toEqual({ style: "wait", timeout_ms: 5 });
  });

  test("has no `then` when the loop starts after the tasks were made", () => {
    const scenario: Scenario = { ...plain, wait: { style: "wait" } };
    expect(waitOptionsOf(scenario)).toEqual(["until", "timeout_ms", "then"]);
    expect(waitOptionsOf({ ...scenario, create: "before_loop" })).toEqual(["until", "timeout_ms"]);
  });

  test("has every option it offers", () => {
    const values = new Map<WaitOption, unknown>([
      ["until", "all"],
      ["timeout_ms", 1],
      ["then", "end"],
      ["collect_errors", true],
      ["ms", 1],
      ["task", "a"],
    ]);
    for (const style of WAIT_STYLES) {
      let scenario = setWaitStyle({ ...plain, create: style === "only" ? "before_loop" : "in_main" }, style);
      for (const option of waitOptionsOf(scenario))
        scenario = setWaitOption(scenario, option, values.get(option) as never);
      expect(parseScenario(scenario)).toMatchObject({ ok: true });
    }
  });
});

test("a setting taken back leaves no trace", () => {
  expect(setSetting(setSetting(plain, "chunk_size", 4), "chunk_size", undefined)).toEqual(plain);
  expect(setServerWorkers(setServerWorkers(plain, 2), undefined)).toEqual(plain);
  const limited = setLimit(setLimit(plain, "tasks", 2), "connections", 3);
  expect(limited.limit).toEqual({ tasks: 2, connections: 3 });
  expect(setLimit(setLimit(limited, "tasks", undefined), "connections", undefined)).toEqual(plain);
});

describe("callbacks", () => {
  test("are given to those that have none, and taken from all", () => {
    const some: Scenario = {
      ...plain,
      tasks: plain.tasks.with(0, { name: "a", steps: [], callbacks: [{ name: "own" }] }),
    };
    expect(callbackShare(some)).toBe("some");
    const all = setCallbacks(some, true);
    expect(callbackShare(all)).toBe("all");
    expect(all.tasks.map((task) => task.callbacks?.[0]?.name)).toEqual(["own", "parse"]);
    expect(callbackShare(setCallbacks(all, false))).toBe("none");
  });

  test("run where there are futures", () => {
    expect(callbacksRun(plain)).toBe(true);
    expect(callbacksRun({ ...plain, wait: { style: "direct" } })).toBe(false);
    expect(callbacksRun({ ...plain, mode: "threads" })).toBe(false);
    expect(callbacksRun({ ...plain, mode: "pool", dispatch: "single" })).toBe(false);
    expect(callbacksRun({ ...plain, mode: "pool", dispatch: "single", collect: "as_done" })).toBe(true);
  });
});

test("error answers are made exceptions for all requests or for none", () => {
  expect(raiseShare(plain)).toBe("none");
  expect(raiseShare(setRaiseForStatus(plain, true))).toBe("all");
  expect(setRaiseForStatus(setRaiseForStatus(plain, true), false)).toEqual(plain);
  expect(raiseShare({ ...plain, tasks: plain.tasks.slice(1) })).toBeUndefined();
});
