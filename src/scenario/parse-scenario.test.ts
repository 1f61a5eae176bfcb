import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import { parseScenario, parseScenarioText } from "./parse-scenario.ts";
import type { Problem } from "./problem.ts";

const GOLDEN = new URL("../trace/golden/scenarios/", import.meta.url);

function problemsOf(input: unknown): readonly Problem[] {
  const result = parseScenario(input);
  return result.ok ? [] : result.problems;
}

/** `path code` of each problem. */
const mistakes = (input: unknown) => problemsOf(input).map(({ path, code }) => `${path} ${code}`);

const task = (name: string, ...steps: unknown[]) => ({ name, steps });

describe("what is accepted", () => {
  test.each(readdirSync(GOLDEN))("the golden scenario %s, unchanged", (file) => {
    const scenario: unknown = JSON.parse(readFileSync(new URL(file, GOLDEN), "utf8"));
    expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
  });

  test("settings of another mode are kept", () => {
    const scenario = { mode: "sync", workers: 3, wait: { style: "only", task: "A" }, tasks: [task("A")] };
    expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
  });

  test("the additions of the page: answers, network errors, raise_for_status, a version", () => {
    const steps = [
      { kind: "io", ms: 5, answer: 404, raise_for_status: true },
      { kind: "io", ms: 5, body_ms: 5 },
      { kind: "io", answer: "network_error", timeout_ms: 3, on_timeout: "continue" },
    ];
    expect(mistakes({ version: 1, mode: "threads", tasks: [task("A", ...steps)] })).toEqual([]);
  });

  test("a byte order mark before the text", () => {
    expect(parseScenarioText('\uFEFF{"mode":"sync","tasks":[{"name":"A","steps":[]}]}').ok).toBe(true);
  });
});

describe("every mistake is reported, with its place", () => {
  test("of several kinds at once, in shape and in sense", () => {
    const scenario = {
      mode: "async",
      wrokers: 3,
      server: { workers: 1.5 },
      wait: { style: "group", until: "all" },
      tasks: [
        task("A", { kind: "io", ms: -1, hwo: "blocking", naem: 1 }, { kind: "slep" }, { ms: 1 }),
        task("A", { kind: "join", task: "B" }, { kind: "sleep", on_timeout: "continue" }, 5, []),
        { name: "main", steps: {}, url: "x".repeat(LIMITS.urlCharacters + 1) },
        {},
      ],
    };
    expect(mistakes(scenario)).toEqual([
      "wait.until unknown_field",
      "server.workers not_an_integer",
      "wrokers unknown_field",
      "tasks[0].steps[0].ms out_of_range",
      "tasks[0].steps[0].hwo unknown_field",
      "tasks[0].steps[0].naem unknown_field",
      "tasks[0].steps[1].kind not_allowed",
      "tasks[0].steps[2].kind missing",
      "tasks[1].steps[2] wrong_type",
      "tasks[1].steps[3] wrong_type",
      "tasks[2].url too_long",
      "tasks[2].steps wrong_type",
      "tasks[3].name missing",
      "tasks[3].steps missing",
      "tasks[1].name duplicate",
      "tasks[2].name reserved",
      "tasks[1].steps[0].task unknown_task",
      "tasks[1].steps[1].on_timeout needs",
    ]);
  });

  test("what was found, what is allowed and what was probably meant", () => {
    expect(problemsOf({ mode: "asynk", tasks: [task("A")] })).toEqual([
      {
        path: "mode",
        code: "not_allowed",
        found: '"asynk"',
        allowed: "sync | threads | pool | async | processes",
        nearest: "async",
      },
    ]);
    expect(problemsOf({ mode: "sync", tasks: [task("A", { kind: "cpu", ms: 86_400_001 })] })).toEqual([
      { path: "tasks[0].steps[0].ms", code: "out_of_range", found: "86400001", allowed: "0…86400000" },
    ]);
  });

  test("a body that takes longer than its request", () => {
    const [late, instant] = [
      { kind: "io", ms: 5, body_ms: 6 },
      { kind: "io", body_ms: 1 },
    ];
    expect(problemsOf({ mode: "sync", tasks: [task("A", late, instant)] })).toEqual([
      { path: "tasks[0].steps[0].body_ms", code: "out_of_range", found: "6", allowed: "0…5" },
      { path: "tasks[0].steps[1].body_ms", code: "out_of_range", found: "1", allowed: "0…0" },
    ]);
  });

  test("a machine with too many cores, no time in its slices, and a name missing", () => {
    const machine = { cores: 65, time_slice_ms: 0, other_programs: [{}], gil: true };
    expect(problemsOf({ mode: "threads", machine, tasks: [task("A")] })).toEqual([
      { path: "machine.cores", code: "out_of_range", found: "65", allowed: "1…64" },
      { path: "machine.time_slice_ms", code: "out_of_range", found: "0", allowed: "1…60000" },
      { path: "machine.other_programs[0].name", code: "missing", found: "", allowed: "" },
      expect.objectContaining({ path: "machine.gil", code: "unknown_field" }),
    ]);
  });

  test("a hundred of them, and then how many more", () => {
    const problems = problemsOf({ mode: "sync", tasks: Array.from({ length: 150 }, () => 5) });
    expect(problems).toHaveLength(LIMITS.listedProblems + 1);
    expect(problems.at(-1)).toMatchObject({ code: "more", found: "50" });
  });

  test("only the version, when it is another", () => {
    expect(mistakes({ version: 2, anything: true })).toEqual(["version unknown_version"]);
  });

  test.each([
    ["{", "not_json"],
    ["", "not_json"],
    ["[".repeat(200_000), "not_json"],
    ["null", "wrong_type"],
    ["[]", "wrong_type"],
    ["NaN", "not_json"],
    ['{"mode":"sync","tasks":[{"name":"A","steps":[{"kind":"cpu","ms":1e309}]}]}', "not_an_integer"],
    ['{"mode":"sync","tasks":[{"name":"A","steps":[{"kind":"cpu","ms":-0}]}]}', "out_of_range"],
    ['{"mode":"sync","tasks":[{"name":"A","steps":[],"__proto__":{"url":"x"}}]}', "unknown_field"],
    ['{"mode":"sync","tasks":[{"name":"A","steps":[],"constructor":1}]}', "unknown_field"],
    ['{"mode":"sync","tasks":[{"name":"A","steps":[{"kind":"toString"}]}]}', "not_allowed"],
    ['{"mode":"sync","tasks":[{"name":"\\ud800","steps":[]}]}', "malformed_text"],
    ['{"mode":"sync","tasks":[{"name":"\\u0000","steps":[]}]}', "malformed_text"],
    ['{"mode":"sync","tasks":[],"limit":[]}', "wrong_type"],
  ])("the text %.80s", (text, code) => {
    const result = parseScenarioText(text);
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(code);
  });
});

test("nothing that can be put in makes it throw, and a refusal always has a reason", () => {
  const steps = fc.array(
    fc.oneof(fc.anything(), fc.record({ kind: fc.constantFrom("io", "call", "cpu"), ms: fc.anything() })),
  );
  const tasks = fc.array(fc.oneof(fc.anything(), fc.record({ name: fc.anything(), steps, cleanup: steps })));
  const mode = fc.constantFrom("sync", "pool", "async", 1);
  const input = fc.oneof(
    fc.anything(),
    fc.record({ mode, tasks, wait: fc.anything(), cancels: fc.anything() }),
  );
  fc.assert(
    fc.property(input, (value) => {
      const result = parseScenario(value);
      expect(result.ok || result.problems.length > 0).toBe(true);
    }),
    { numRuns: 500, seed: 7 },
  );
});

describe("what the fields say about each other", () => {
  test.each([
    ["a pool has workers", { mode: "pool" }, "workers missing"],
    [
      "results one by one need single tasks",
      { mode: "pool", workers: 2, collect: "as_done" },
      "collect needs",
    ],
    [
      "tasks made before the loop are waited for by wait or only",
      { mode: "async", create: "before_loop" },
      "create needs",
    ],
    [
      "only needs tasks made before the loop",
      { mode: "async", wait: { style: "only", task: "A" } },
      "wait.style needs",
    ],
    [
      "cancels name tasks",
      { mode: "async", cancels: [{ task: "B", at_ms: 0 }] },
      "cancels[0].task unknown_task",
    ],
  ])("%s", (_, settings, mistake) => {
    expect(mistakes({ ...settings, tasks: [task("A")] })).toEqual([mistake]);
  });

  test("a rule that would have to know a broken field stays silent", () => {
    expect(mistakes({ mode: "pool", workers: "many", tasks: [task("A")] })).toEqual([
      "workers not_an_integer",
    ]);
  });

  test.each(["spawn", "join", "cancel"])("%s needs an event loop", (kind) => {
    const tasks = [task("A", { kind, task: "B" }), task("B"), task("C")];
    expect(mistakes({ mode: "threads", tasks })).toEqual(["tasks[0].steps[0].kind needs"]);
    expect(mistakes({ mode: "async", tasks })).toEqual([]);
  });

  test("the loop can only run for a task that the main program starts", () => {
    const tasks = [task("A", { kind: "spawn", task: "B" }), task("B")];
    const scenario = { mode: "async", create: "before_loop", wait: { style: "only", task: "B" }, tasks };
    expect(problemsOf(scenario)).toMatchObject([{ path: "wait.task", code: "not_allowed", allowed: "A" }]);
  });

  test("bodies that call each other in a circle", () => {
    const tasks = [task("A", { kind: "call", task: "B" }), task("B", { kind: "call", task: "A" }), task("C")];
    expect(problemsOf({ mode: "sync", tasks })).toMatchObject([
      { path: "tasks[1].steps[0].task", code: "cycle", found: "A → B → A" },
    ]);
  });

  test("somebody has to begin", () => {
    const tasks = [task("A", { kind: "spawn", task: "B" }), task("B", { kind: "spawn", task: "A" })];
    expect(mistakes({ mode: "async", tasks })).toEqual(["tasks nothing_starts"]);
  });

  test("a task is started once, by one spawn in a body that runs once", () => {
    const spawn = { kind: "spawn", task: "child" };
    const child = task("child");
    const async = (...tasks: readonly object[]) => mistakes({ mode: "async", tasks: [...tasks, child] });
    expect(async(task("a", spawn))).toEqual([]);
    expect(async(task("a", spawn), task("b", spawn))).toEqual(["tasks[1].steps[0] started_twice"]);
    const caller = task("a", { kind: "call", task: "b" });
    expect(async(caller, task("b", spawn))).toEqual([]);
    expect(async(caller, task("b", spawn), task("c", { kind: "call", task: "b" }))).toEqual([
      "tasks[1].steps[0] started_twice",
    ]);
  });

  test("a chain of calls has an end", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, i) =>
        task(`T${i}`, ...(i > 0 ? [{ kind: "call", task: `T${i - 1}` }] : [])),
      );
    expect(mistakes({ mode: "sync", tasks: chain(LIMITS.callDepth + 1) })).toEqual([]);
    expect(mistakes({ mode: "sync", tasks: chain(50_000) })).toEqual(["tasks[101].steps[0].task too_deep"]);
  });

  test("calls that double at every level are counted as written out", () => {
    const tasks = Array.from({ length: 40 }, (_, i) => {
      const call = { kind: "call", task: `T${i + 1}` };
      return i < 39 ? task(`T${i}`, call, call) : task(`T${i}`, { kind: "cpu", ms: 1 });
    });
    expect(mistakes({ mode: "sync", tasks })).toEqual(["tasks[*].steps too_many"]);
  });
});

describe("over-limit input is refused without being walked", () => {
  /** An array that counts how often an element of it is read. */
  function counting(length: number): { array: unknown[]; reads: () => number } {
    let reads = 0;
    const array = new Proxy(new Array<unknown>(length), {
      get(target, key, receiver) {
        if (typeof key === "string" && /^\d+$/.test(key)) reads++;
        return Reflect.get(target, key, receiver);
      },
    });
    return { array, reads: () => reads };
  }

  test("too many tasks", () => {
    const { array, reads } = counting(LIMITS.tasks + 1);
    expect(problemsOf({ mode: "sync", tasks: array })).toEqual([
      { path: "tasks", code: "too_many", found: "100001", allowed: "100000" },
    ]);
    expect(reads()).toBe(0);
  });

  test("too many steps in one task, and in all of them together", () => {
    const one = counting(LIMITS.stepsPerTask + 1);
    expect(mistakes({ mode: "sync", tasks: [task("A"), { name: "B", steps: one.array }] })).toEqual([
      "tasks[1].steps too_many",
    ]);
    const shared = counting(LIMITS.stepsPerTask);
    const tasks = Array.from({ length: 5 }, (_, i) => ({ name: `T${i}`, steps: shared.array }));
    expect(mistakes({ mode: "sync", tasks })).toEqual(["tasks[*].steps too_many"]);
    expect(one.reads() + shared.reads()).toBe(0);
  });

  test("too much text", () => {
    const result = parseScenarioText(" ".repeat(LIMITS.inputCharacters + 1));
    expect(result).toMatchObject({ ok: false, problems: [{ code: "too_long", allowed: "16000000" }] });
  });
});
