import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { MAIN, type Trace } from "./trace.ts";

/** How a task ended: the short answer of a run, and the first thing two runs are compared by. */
export interface TaskSummary {
  readonly state: OutcomeState;
  /** When its body began. */
  readonly start_ms?: Milliseconds;
  readonly end_ms?: Milliseconds;
  readonly result?: string;
  readonly error?: string;
  readonly worker?: number;
  /** The task whose body ran this one directly, when it never was a task of its own. */
  readonly inside?: string;
}

/**
 * `pending` = its task was left behind when the loop stopped; `unfinished` = a directly awaited body that never
 * returned; `never_started` = its thread or pool never ran it.
 */
export type OutcomeState = "done" | "failed" | "cancelled" | "pending" | "unfinished" | "never_started";

type Draft = { -readonly [Key in keyof TaskSummary]: TaskSummary[Key] };

/** Summaries by task name, in the scenario's order. An async task that nobody made has none. */
export function summarizeTrace(trace: Trace, scenario: Scenario): Readonly<Record<string, TaskSummary>> {
  const tasks: (Draft | undefined)[] = trace.names.map((_, id) =>
    scenario.mode === "async" || id === MAIN ? undefined : { state: "never_started" },
  );
  const bodies = new Map<string, Draft>();
  for (let index = 0; index < trace.length; index++) {
    const task = trace.taskAt(index);
    if (task < MAIN) continue;
    const type = trace.typeAt(index);
    if (type === "task_created") tasks[task] ??= { state: "pending" };
    if (type === "call_start" || type === "call_end") {
      noteCall(
        bodies,
        trace.detailAt(index).coroutine ?? "",
        trace.names[task] ?? "",
        type,
        trace.timeAt(index),
      );
    }
    const draft = tasks[task];
    if (draft !== undefined) noteEvent(draft, trace, index);
  }
  return Object.fromEntries(
    trace.names.flatMap((name, id) => {
      const summary = id === MAIN ? undefined : (tasks[id] ?? bodies.get(name));
      return summary === undefined ? [] : [[name, summary]];
    }),
  );
}

function noteEvent(draft: Draft, trace: Trace, index: number): void {
  const worker = trace.workerAt(index);
  if (worker > 0) draft.worker = worker;
  const type = trace.typeAt(index);
  if (type === "task_started") draft.start_ms = trace.timeAt(index);
  if (type !== "task_done" && type !== "task_failed" && type !== "task_cancelled") return;
  const { result, error } = trace.detailAt(index);
  draft.state = type === "task_done" ? "done" : type === "task_failed" ? "failed" : "cancelled";
  draft.end_ms = trace.timeAt(index);
  if (result !== undefined) draft.result = result;
  if (error !== undefined) draft.error = error;
}

function noteCall(
  bodies: Map<string, Draft>,
  name: string,
  caller: string,
  type: "call_start" | "call_end",
  time: Milliseconds,
): void {
  if (type === "call_start") {
    if (!bodies.has(name)) bodies.set(name, { state: "unfinished", start_ms: time, inside: caller });
    return;
  }
  const draft = bodies.get(name);
  if (draft !== undefined) Object.assign(draft, { state: "done", end_ms: time });
}
