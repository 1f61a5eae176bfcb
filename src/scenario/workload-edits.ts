import type { Milliseconds } from "#base/units.ts";
import { topLevelTasks } from "./defaults.ts";
import { LIMITS } from "./limits.ts";
import { pageModeOf } from "./page-mode.ts";
import type { Scenario, Step, TaskSpec } from "./scenario.ts";
import { type Outcome, type RowKind, rowOf } from "./workload.ts";
import { nameFollowsUrl, nameFromUrl, renameTask, taskUsers, uniqueName } from "./workload-names.ts";

/**
 * Changes of the workload: each goes from one scenario to the next, touches only what it names, gives a valid scenario
 * when it got one, and the same object when there is nothing to do.
 */

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
  return changeStep(scenario, index, (step) => {
    const isSlow = step.kind === "io" && step.body_ms !== undefined && step.body_ms > ms;
    return { ...step, ms, ...(isSlow && { body_ms: ms }) } as Step;
  });
}

/** Sets what comes back on a request. */
export function setOutcome(scenario: Scenario, index: number, outcome: Outcome): Scenario {
  return changeStep(scenario, index, (step) => {
    if (step.kind !== "io") return step;
    const { timeout_ms: _timeout, on_timeout: _onTimeout, answer, body_ms: _body, ...plain } = step;
    switch (outcome.kind) {
      case "timeout":
        return { ...plain, ...(answer !== undefined && { answer }), timeout_ms: outcome.timeoutMs };
      case "slow_body":
        return { ...plain, body_ms: Math.min(outcome.bodyMs, step.ms ?? 0) };
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

/**
 * A new task of one request, made like the last row: its address up to the last part, its delay, its callbacks. Here and
 * below: the same scenario when it is full.
 */
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
  const next = { ...scenario, tasks: [...scenario.tasks, task] };
  return fits(next) ? next : scenario;
}

/** Whether a scenario that grew is still within the format's limits. */
export function fits({ tasks }: Scenario): boolean {
  if (tasks.length > LIMITS.tasks) return false;
  const total = tasks.reduce(
    (sum, { steps, cleanup, callbacks }) =>
      sum + steps.length + (cleanup?.length ?? 0) + (callbacks?.length ?? 0),
    0,
  );
  return total <= LIMITS.stepsInTotal;
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

/** A copy right behind the row, under a name of its own and without its spawns: a task is started once. */
export function duplicateRow(scenario: Scenario, index: number): Scenario {
  const task = scenario.tasks[index];
  if (task === undefined) return scenario;
  const name = uniqueName(task.name.replace(/-\d+$/, ""), new Set(scenario.tasks.map((other) => other.name)));
  const keep = (steps: readonly Step[]) => steps.filter(({ kind }) => kind !== "spawn");
  const cleanup = task.cleanup === undefined ? {} : { cleanup: keep(task.cleanup) };
  const copy = { ...task, name, steps: keep(task.steps), ...cleanup };
  const next = { ...scenario, tasks: scenario.tasks.toSpliced(index + 1, 0, copy) };
  return fits(next) ? next : scenario;
}

/** Why a row must stay: it is the last one, or others name its task. */
export type StayReason =
  | { readonly reason: "last_row" }
  | { readonly reason: "used"; readonly by: ReadonlySet<string> };

/** Whether a row may go; `users` is `taskUsers(scenario)`, handed in so that asking for many rows stays cheap. */
export function whyRowStays(
  scenario: Scenario,
  index: number,
  users = taskUsers(scenario),
): StayReason | undefined {
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
  const next: Scenario = {
    ...rest,
    tasks: scenario.tasks.toSpliced(index, 1),
    ...(cancels && cancels.length > 0 && { cancels }),
  };
  return topLevelTasks(next).length > 0 ? next : scenario;
}

/** Moves a row so that it stands at `to`. */
export function moveRow(scenario: Scenario, from: number, to: number): Scenario {
  const task = scenario.tasks[from];
  const place = Math.max(0, Math.min(scenario.tasks.length - 1, to));
  if (task === undefined || place === from) return scenario;
  return { ...scenario, tasks: scenario.tasks.toSpliced(from, 1).toSpliced(place, 0, task) };
}
