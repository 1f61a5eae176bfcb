import { expect, it } from "vitest";
import type { TraceEvent } from "#trace/event-types.ts";
import { readEvents } from "#trace/read-trace.ts";
import { closeTrace } from "./close-trace.ts";

const closed = (...lines: string[]) =>
  closeTrace(readEvents(lines.map((line) => `0 ${line}`).join("\n")), 9).map(
    ({ type, task = "-", detail = {} }: TraceEvent) => [task, type, ...Object.values(detail)].join(" "),
  );

it("ends what held a thread when its worker was terminated", () => {
  expect(closed("A task_created", "A task_started", "A request_start ms=100")).toEqual([
    "A request_end true",
    "A task_cancelled",
  ]);
  expect(closed("A task_started", "A blocking_start", "A blocking_end", "A cpu_start")).toEqual([
    "A cpu_end",
    "A task_cancelled",
  ]);
});

it("ends the callback of a task that has ended already", () => {
  expect(closed("A task_started", "A task_done", "A callback_called callback=parse")).toEqual([
    "A callback_failed parse cut_off",
  ]);
  expect(closed("A task_done", "A callback_called callback=x", "A callback_failed callback=x")).toEqual([]);
});

it("cancels what has not begun, unless a loop has it", () => {
  expect(closed("A task_created")).toEqual(["A task_cancelled"]);
  expect(closed("- loop_start", "A task_created")).toEqual(["- loop_stop"]);
});

it("leaves pending what hangs in a loop that is no more", () => {
  const hanging = [
    "- loop_start",
    "A task_created",
    "A task_started",
    "A request_start",
    "A task_suspended reason=io",
  ];
  expect(closed(...hanging)).toEqual(["- loop_stop"]);
});
