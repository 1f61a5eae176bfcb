import type { Milliseconds } from "#base/units.ts";
import { pageModeOf } from "./modes.ts";
import type { IoStep, Scenario, Step, StepDeadline, TaskSpec } from "./scenario.ts";
import { nameFollowsUrl, nameFromUrl, renameTask, taskUsers, uniqueName } from "./workload-names.ts";

/**
 * The workload as rows of a form. Reading a row never loses anything, because every change below goes from one scenario
 * to the next and touches only what it names; each gives a valid scenario when it got one.
 */
export type Row = RequestRow | WaitRow | StepsRow;

/** What a single-step row does. The waits' forms differ in async alone; threads block either way. */
export type RowKind = "request" | "blocking_request" | "wait" | "blocking_wait" | "offloaded_wait" | "compute";

/** What comes back: a status, a failed connection, or a client that gives up after `timeout_ms`. */
export type Outcome =
  | { readonly kind: "status"; readonly status: number }
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
  return { kind: "status", status: step.answer ?? 200 };
}

/** The kind of a step that fits in a row. A deadline fits on a request only, with its default consequence. */
function rowKindOf(step: Step): RowKind | undefined {
  if (step.on_timeout === "continue" || (step.timeout_ms !== undefined && step.kind !== "io")) return undefined;
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
  const base = { name: task.name, url: task.url, extras: EXTRAS.filter((field) => task[field] !== undefined) };
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

function changeTask(scenario: Scenario, index: number, change: (task: TaskSpec) => TaskSpec): Scenario {
  const task = scenario.tasks[index];
  return task === undefined ? scenario : { ...scenario, tasks: scenario.tasks.with(index, change(task)) };
}

/** Changes the only step of a row; a task of several steps stays as it is. */
function changeStep(scenario: Scenario, index: number, change: (step: Step) => Step): Scenario {
  return changeTask(scenario, index, (task) => {
    const step = task.steps[0];
    if (step === undefined || rowOf(task).kind === "steps") return task;
    return { ...task, steps: [change(step)] };
  });
}

/** Sets the label; the name follows it unless it was given by hand. An empty URL is none. */
export function setUrl(scenario: Scenario, index: number, url: string): Scenario {
  const task = scenario.tasks[index];
  if (task === undefined || (task.url ?? "") === url) return scenario;
  const { url: _, ...unlabelled } = task;
  const next = changeTask(scenario, index, () => (url === "" ? unlabelled : { ...task, url }));
  if (!nameFollowsUrl(task) || url === "") return next;
  const others = new Set(scenario.tasks.map((other) => other.name));
  others.delete(task.name);
  const name = uniqueName(nameFromUrl(url), others);
  return name === task.name ? next : renameTask(next, task.name, name);
}

/** Sets how long the row's one step takes. */
export function setDelay(scenario: Scenario, index: number, ms: Milliseconds): Scenario {
  return changeStep(scenario, index, (step) => ({ ...step, ms }) as Step);
}

/** Sets what comes back on a request. */
export function setOutcome(scenario: Scenario, index: number, outcome: Outcome): Scenario {
  return changeStep(scenario, index, (step) => {
    if (step.kind !== "io") return step;
    const { timeout_ms: _timeout, on_timeout: _onTimeout, answer, ...plain } = step;
    switch (outcome.kind) {
      case "timeout":
        return { ...plain, ...(answer !== undefined && { answer }), timeout_ms: outcome.timeoutMs };
      case "network_error":
        return { ...plain, answer: "network_error" };
      case "status":
        return outcome.status === 200 ? plain : { ...plain, answer: outcome.status };
    }
  });
}

/** A step of this kind. */
export function stepOfKind(kind: RowKind, ms: Milliseconds): Step {
  switch (kind) {
    case "request":
      return { kind: "io", ms };
    case "blocking_request":
      return { kind: "io", ms, how: "blocking" };
    case "wait":
      return { kind: "sleep", ms };
    case "blocking_wait":
      return { kind: "blocking", ms };
    case "offloaded_wait":
      return { kind: "blocking", ms, how: "offload" };
    case "compute":
      return { kind: "cpu", ms };
  }
}

/** Makes the row's step another kind; a request that only changes its form keeps its outcome. */
export function setKind(scenario: Scenario, index: number, kind: RowKind): Scenario {
  return changeStep(scenario, index, (step) => {
    const next = stepOfKind(kind, "ms" in step ? (step.ms ?? 0) : 0);
    if (step.kind !== "io" || next.kind !== "io") return next;
    const { how: _, ...rest } = step;
    return { ...rest, ...(next.how && { how: next.how }) };
  });
}

/** The kind of a new row: a request, in the form that the other waits have. */
export function newRequestKind(scenario: Scenario): "request" | "blocking_request" {
  return pageModeOf(scenario) === "async_blocking" ? "blocking_request" : "request";
}

const DEFAULT_MS: Milliseconds = 2_000;

/** A new task of one request, made like the last row: its address up to the last part, its delay, its callbacks. */
export function addRow(scenario: Scenario): Scenario {
  const last = scenario.tasks.at(-1);
  const lastRow = last && rowOf(last);
  const ms = lastRow && lastRow.kind !== "steps" ? lastRow.ms : DEFAULT_MS;
  const name = freshNames(scenario, 1)[0] as string;
  const task: TaskSpec = {
    name,
    url: `${siteOf(scenario)}/${name}`,
    steps: [stepOfKind(newRequestKind(scenario), ms)],
    ...(last?.callbacks && { callbacks: last.callbacks }),
  };
  return { ...scenario, tasks: [...scenario.tasks, task] };
}

/** Names `p1`, `p2` … that no task has yet. */
export function freshNames(scenario: Pick<Scenario, "tasks">, count: number): readonly string[] {
  const taken = new Set(scenario.tasks.map((task) => task.name));
  const names: string[] = [];
  for (let k = 1; names.length < count; k++) if (!taken.has(`p${k}`)) names.push(`p${k}`);
  return names;
}

/** The address up to the last `/` of the last task that has one; else the course's own server. */
export function siteOf(scenario: Pick<Scenario, "tasks">): string {
  const labelled = scenario.tasks.findLast((task) => task.url?.match(/^https?:\/\/[^/]+\/./));
  return labelled?.url?.replace(/\/[^/]*$/, "") ?? "http://127.0.0.1:5000";
}

/** A copy right behind the row, under a name of its own. */
export function duplicateRow(scenario: Scenario, index: number): Scenario {
  const task = scenario.tasks[index];
  if (task === undefined) return scenario;
  const name = uniqueName(task.name.replace(/-\d+$/, ""), new Set(scenario.tasks.map((other) => other.name)));
  return { ...scenario, tasks: scenario.tasks.toSpliced(index + 1, 0, { ...task, name }) };
}

/** Why a row must stay: it is the last one, or others name its task. */
export type StayReason =
  | { readonly reason: "last_row" }
  | { readonly reason: "used"; readonly by: ReadonlySet<string> };

/** Whether a row may go; `users` is `taskUsers(scenario)`, handed in so that asking for many rows stays cheap. */
export function whyRowStays(scenario: Scenario, index: number, users = taskUsers(scenario)): StayReason | undefined {
  if (scenario.tasks.length <= 1) return { reason: "last_row" };
  const task = scenario.tasks[index];
  const by = new Set(task && users.get(task.name));
  if (task !== undefined) by.delete(task.name);
  return by.size > 0 ? { reason: "used", by } : undefined;
}

/** Removes a row and the cancellations aimed at it; the same scenario when the row must stay. */
export function removeRow(scenario: Scenario, index: number): Scenario {
  const task = scenario.tasks[index];
  if (task === undefined || whyRowStays(scenario, index) !== undefined) return scenario;
  const { cancels: cancelsBefore, ...rest } = scenario;
  const cancels = cancelsBefore?.filter((cancel) => cancel.task !== task.name);
  return {
    ...rest,
    tasks: scenario.tasks.toSpliced(index, 1),
    ...(cancels && cancels.length > 0 && { cancels }),
  };
}

/** Moves a row so that it stands at `to`. */
export function moveRow(scenario: Scenario, from: number, to: number): Scenario {
  const task = scenario.tasks[from];
  const place = Math.max(0, Math.min(scenario.tasks.length - 1, to));
  if (task === undefined || place === from) return scenario;
  return { ...scenario, tasks: scenario.tasks.toSpliced(from, 1).toSpliced(place, 0, task) };
}
