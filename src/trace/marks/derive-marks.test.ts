import { expect, it } from "vitest";
import { BEGIN_MARK, CALLBACK, CLEANUP, END_MARK, NO_MARK } from "#scenario/program-mark.ts";
import type { Mode, TaskSpec } from "#scenario/scenario.ts";
import { readEvents } from "../read-trace.ts";
import { deriveMarks } from "./derive-marks.ts";

const NAMES = new Map([
  [NO_MARK, "-"],
  [BEGIN_MARK, "begin"],
  [END_MARK, "end"],
]);

function nameOf(mark: number): string {
  if (mark >= CALLBACK) return `callback ${mark - CALLBACK}`;
  return mark >= CLEANUP ? `cleanup ${mark - CLEANUP}` : (NAMES.get(mark) ?? `step ${mark}`);
}

/** The marks of a hand-written trace of task A (and of those it names). */
function marksOf(
  spec: Omit<TaskSpec, "name">,
  lines: readonly string[],
  others: TaskSpec[] = [],
  mode: Mode = "async",
) {
  const events = readEvents(lines.map((line) => `0 ${line}`).join("\n"));
  return deriveMarks(events, { mode, tasks: [{ name: "A", ...spec }, ...others] }).map(nameOf);
}

it("knows the first and the last line by what they print, and the steps by their order", () => {
  const spec = { steps: [{ kind: "sleep" }, { kind: "print", text: "hi" }, { kind: "cpu" }] } as const;
  const lines = [
    "A task_created",
    "A task_started",
    'A print text="begin A"',
    "A task_suspended reason=sleep",
    "A task_resumed",
    "A print text=hi",
    "A cpu_start",
    "A cpu_end",
    'A print text="end A"',
    "A task_done",
  ];
  expect(marksOf(spec, lines)).toEqual([
    "-",
    "-",
    "begin",
    "step 0",
    "step 0",
    "step 1",
    "step 2",
    "step 2",
    "end",
    "-",
  ]);
});

it("passes over steps that leave no event", () => {
  const spec = {
    steps: [{ kind: "join", task: "B" }, { kind: "spawn", task: "B" }, { kind: "cpu" }],
  } as const;
  expect(marksOf(spec, ["A task_started", "A cpu_start"])).toEqual(["-", "step 2"]);
});

it("gives the waiting for a connection and the server's work to the request they belong to", () => {
  const spec = { steps: [{ kind: "io" }, { kind: "io" }] } as const;
  const lines = [
    "A request_start",
    "A task_suspended reason=io",
    "A request_sent",
    "A server_start",
    "A server_end",
    "A task_resumed",
    "A request_end",
    "A task_suspended reason=connection",
    "A task_resumed",
    "A request_start",
  ];
  expect(marksOf(spec, lines)).toEqual([...Array(7).fill("step 0"), ...Array(3).fill("step 1")]);
});

it("tells one offloaded call from the next, whether its helper begins before the await or after", () => {
  const spec = {
    steps: [
      { kind: "blocking", how: "offload" },
      { kind: "blocking", how: "offload" },
    ],
  } as const;
  const first = ["A offload_start", "A task_suspended reason=offload", "A offload_end", "A task_resumed"];
  const second = ["A task_suspended reason=offload", "A offload_start"];
  expect(marksOf(spec, [...first, ...second])).toEqual([...Array(4).fill("step 0"), "step 1", "step 1"]);
  expect(marksOf(spec, [...first, ...first])).toEqual([
    ...Array(4).fill("step 0"),
    ...Array(4).fill("step 1"),
  ]);
});

it("goes to the cleanup after a failure or a cancel, and back to the steps when it was swallowed", () => {
  const failing = {
    steps: [{ kind: "fail" }, { kind: "cpu" }],
    cleanup: [{ kind: "cpu" }],
  } as const;
  expect(marksOf(failing, ["A task_started", "A cpu_start"])).toEqual(["-", "cleanup 0"]);
  const spec = { steps: [{ kind: "sleep" }, { kind: "sleep" }], cleanup: [{ kind: "sleep" }] } as const;
  const interrupted = ["A task_suspended reason=sleep", "A task_resumed with=cancel"];
  const again = "A task_suspended reason=sleep";
  expect(marksOf(spec, [...interrupted, again]).at(-1)).toBe("cleanup 0");
  expect(marksOf(spec, [...interrupted, "A cancel_ignored", again]).at(-1)).toBe("step 1");
});

it("puts the failure of a task on the line that raises it", () => {
  const spec = { steps: [{ kind: "cpu" }, { kind: "fail", error: "bad" }] } as const;
  expect(marksOf(spec, ["A cpu_start", "A cpu_end", "A task_failed error=bad"]).at(-1)).toBe("step 1");
});

it("puts it there even when the cleanup has run since", () => {
  const failing = { steps: [{ kind: "cpu" }, { kind: "fail" }], cleanup: [{ kind: "cpu" }] } as const;
  const cpu = ["A cpu_start", "A cpu_end"];
  expect(marksOf(failing, [...cpu, ...cpu, "A task_failed error=boom"]).at(-1)).toBe("step 1");
  const awaiting = { steps: [{ kind: "io" }, { kind: "cpu" }], cleanup: [{ kind: "cpu" }] } as const;
  const refused = ["A request_start", "A task_suspended reason=io", "A task_resumed with=error"];
  expect(marksOf(awaiting, [...refused, ...cpu, "A task_failed error=refused"]).at(-1)).toBe("step 0");
});

it("follows a called body through its own steps, and comes back", () => {
  const spec = { steps: [{ kind: "call", task: "B" }, { kind: "cpu" }] } as const;
  const called: TaskSpec = { name: "B", steps: [{ kind: "sleep" }, { kind: "cpu" }] };
  const lines = [
    "A call_start coroutine=B",
    'A print text="begin B" coroutine=B',
    "A task_suspended reason=sleep",
    "A task_resumed",
    "A cpu_start coroutine=B",
    "A cpu_end coroutine=B",
    'A print text="end B" coroutine=B',
    "A call_end coroutine=B",
    "A cpu_start",
  ];
  expect(marksOf(spec, lines, [called])).toEqual([
    "step 0",
    "begin",
    "step 0",
    "step 0",
    "step 1",
    "step 1",
    "end",
    "step 0",
    "step 1",
  ]);
});

it("gives what a callback prints to the callback", () => {
  const spec = { steps: [], callbacks: [{ name: "log" }, { name: "log" }] } as const;
  const call = ["A callback_called callback=log", "A print text=hi", "A callback_end callback=log"];
  expect(marksOf(spec, ["A task_done", ...call, ...call])).toEqual([
    "-",
    ...Array(3).fill("callback 0"),
    ...Array(3).fill("callback 1"),
  ]);
});

it("finds blocking waits where threads sleep", () => {
  const spec = { steps: [{ kind: "sleep" }, { kind: "blocking" }] } as const;
  const lines = ["A blocking_start", "A blocking_end", "A blocking_start"];
  expect(marksOf(spec, lines, [], "threads")).toEqual(["step 0", "step 0", "step 1"]);
});

it("has no mark for what belongs to no line", () => {
  const lines = [
    "- loop_start",
    "main task_started",
    "main task_suspended reason=wait",
    "A cancel_requested",
  ];
  expect(marksOf({ steps: [{ kind: "cpu" }] }, lines)).toEqual(["-", "-", "-", "-"]);
});
