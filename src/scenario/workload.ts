import type { Milliseconds } from "#base/units.ts";
import type { IoStep, Scenario, Step, StepDeadline, TaskSpec } from "./scenario.ts";

/** The workload as rows of a form: a way to read a scenario. Changes are in `workload-edits.ts` and go to the scenario. */
export type Row = RequestRow | WaitRow | StepsRow;

/** What a single-step row does. The waits' forms differ in async alone; threads block either way. */
export type RowKind =
  | "request"
  | "blocking_request"
  | "wait"
  | "blocking_wait"
  | "offloaded_wait"
  | "compute";

/** What comes back: a status, one whose body is slow, a failed connection, or a client that gives up. */
export type Outcome =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "slow_body"; readonly bodyMs: Milliseconds }
  | { readonly kind: "network_error" }
  | { readonly kind: "timeout"; readonly timeoutMs: Milliseconds };

interface RowBase {
  readonly name: string;
  readonly url: string | undefined;
  /** Fields of the task that the row does not show. */
  readonly extras: readonly ("cleanup" | "timeout_ms" | "on_cancel")[];
}

export interface RequestRow extends RowBase {
  readonly kind: "request" | "blocking_request";
  readonly ms: Milliseconds;
  readonly outcome: Outcome;
}

export interface WaitRow extends RowBase {
  readonly kind: "wait" | "blocking_wait" | "offloaded_wait" | "compute";
  readonly ms: Milliseconds;
}

/** A task that is more than one simple step: shown as a summary. */
export interface StepsRow extends RowBase {
  readonly kind: "steps";
  readonly steps: readonly Step[];
}

const EXTRAS = ["cleanup", "timeout_ms", "on_cancel"] as const;

function outcomeOf(step: IoStep & StepDeadline): Outcome {
  if (step.timeout_ms !== undefined) return { kind: "timeout", timeoutMs: step.timeout_ms };
  if (step.answer === "network_error") return { kind: "network_error" };
  if (step.body_ms !== undefined) return { kind: "slow_body", bodyMs: step.body_ms };
  return { kind: "status", status: step.answer ?? 200 };
}

/** The kind of a step that fits in a row. A deadline fits on a request only, with its default consequence. */
function rowKindOf(step: Step): RowKind | undefined {
  if (step.on_timeout === "continue" || (step.timeout_ms !== undefined && step.kind !== "io"))
    return undefined;
  switch (step.kind) {
    case "io":
      if (step.how === undefined) return "request";
      return step.how === "blocking" ? "blocking_request" : undefined;
    case "sleep":
      return step.how === undefined ? "wait" : undefined;
    case "blocking":
      if (step.how === undefined) return "blocking_wait";
      return step.how === "offload" ? "offloaded_wait" : undefined;
    case "cpu":
      return "compute";
    default:
      return undefined;
  }
}

/** One task as a row. */
export function rowOf(task: TaskSpec): Row {
  const base = {
    name: task.name,
    url: task.url,
    extras: EXTRAS.filter((field) => task[field] !== undefined),
  };
  const step = task.steps[0];
  const kind = task.steps.length === 1 && step !== undefined ? rowKindOf(step) : undefined;
  if (step === undefined || kind === undefined) return { ...base, kind: "steps", steps: task.steps };
  if (kind === "request" || kind === "blocking_request") {
    const request = step as IoStep & StepDeadline;
    return { ...base, kind, ms: request.ms ?? 0, outcome: outcomeOf(request) };
  }
  return { ...base, kind, ms: "ms" in step ? (step.ms ?? 0) : 0 };
}

/** Every task as a row, in order. */
export function rowsOf(scenario: Scenario): readonly Row[] {
  return scenario.tasks.map(rowOf);
}

/** The workload in short: how many tasks, whether all have URLs, and the least and most that one of them does. */
export interface WorkloadSummary {
  readonly count: number;
  readonly allUrls: boolean;
  readonly shortest: Milliseconds;
  readonly longest: Milliseconds;
}

/** Sums up a workload; a task's time is that of its own steps. */
export function summariseWorkload({ tasks }: Scenario): WorkloadSummary {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const { steps } of tasks) {
    const ms = steps.reduce((sum, step) => sum + ("ms" in step ? (step.ms ?? 0) : 0), 0);
    shortest = Math.min(shortest, ms);
    longest = Math.max(longest, ms);
  }
  return { count: tasks.length, allUrls: tasks.every((task) => task.url !== undefined), shortest, longest };
}
