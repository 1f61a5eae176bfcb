import { topLevelTasks, waitOf } from "./defaults.ts";
import type { CallbackSpec, Scenario, TaskSpec, WaitSpec } from "./scenario.ts";
import { fits } from "./workload-edits.ts";

/** How a scenario's parameters are read and changed: what is chosen, what may be chosen, and what has an effect. */

export type WaitStyle = WaitSpec["style"];
/** What can be said about a wait besides its style. */
export type WaitOption = Exclude<keyof WaitSpec, "style">;

const TIMEOUT = ["timeout_ms", "then"] as const;
const ERRORS = ["collect_errors", ...TIMEOUT] as const;

/** Which options each style has (when a main coroutine waits; without one there is no `then`). */
const WAIT_OPTIONS: Readonly<Record<WaitStyle, readonly WaitOption[]>> = {
  gather: ERRORS,
  wait: ["until", ...TIMEOUT],
  as_completed: ERRORS,
  in_order: ERRORS,
  group: TIMEOUT,
  direct: [],
  sleep: ["ms", "then"],
  none: ["then"],
  only: ["task"],
};

export const WAIT_STYLES = Object.keys(WAIT_OPTIONS) as readonly WaitStyle[];

/** The options that the scenario's wait has. */
export function waitOptionsOf(scenario: Scenario): readonly WaitOption[] {
  const options = WAIT_OPTIONS[waitOf(scenario).style];
  return scenario.create === "before_loop" ? options.filter((option) => option !== "then") : options;
}

/** Why a style cannot be chosen: a loop started afterwards runs for one future, and only then can it be one task's. */
export function whyNotStyle(scenario: Scenario, style: WaitStyle): "in_main" | "before_loop" | undefined {
  const beforeLoop = scenario.create === "before_loop";
  if (style === "only") return beforeLoop ? undefined : "before_loop";
  return beforeLoop && style !== "wait" ? "in_main" : undefined;
}

/** Why a way of making the tasks cannot be chosen with the present wait. */
export function whyNotCreate(
  scenario: Scenario,
  create: "in_main" | "before_loop",
): "wait_style" | undefined {
  const { style } = waitOf(scenario);
  const possible = create === "in_main" ? style !== "only" : style === "wait" || style === "only";
  return possible ? undefined : "wait_style";
}

/** Waits in another style; options that both styles have stay. */
export function setWaitStyle(scenario: Scenario, style: WaitStyle): Scenario {
  const before = waitOf(scenario);
  const kept = Object.entries(before).filter(([key]) => WAIT_OPTIONS[style].includes(key as WaitOption));
  const wait: WaitSpec = { ...Object.fromEntries(kept), style };
  const first = topLevelTasks(scenario)[0];
  return { ...scenario, wait: style === "only" && first ? { ...wait, task: first.name } : wait };
}

/** Sets one option of the wait; undefined = the default. */
export function setWaitOption<Option extends WaitOption>(
  scenario: Scenario,
  option: Option,
  value: WaitSpec[Option] | undefined,
): Scenario {
  return { ...scenario, wait: withOptional(waitOf(scenario), option, value) };
}

/** The object with the field set, or without the field when the value is undefined. */
function withOptional<T extends object, Key extends keyof T>(
  object: T,
  key: Key,
  value: T[Key] | undefined,
): T {
  if (value !== undefined) return { ...object, [key]: value };
  const { [key]: _, ...rest } = object;
  return rest as T;
}

type Setting = "workers" | "dispatch" | "chunk_size" | "collect" | "create" | "offload_workers";

/** Sets a parameter; undefined = the default. */
export function setSetting<Key extends Setting>(
  scenario: Scenario,
  key: Key,
  value: Scenario[Key] | undefined,
): Scenario {
  return withOptional<Scenario, Key>(scenario, key, value);
}

/** How many task bodies or requests may be under way; undefined = any number. */
export function setLimit(
  scenario: Scenario,
  key: "tasks" | "connections",
  value: number | undefined,
): Scenario {
  const limit = withOptional(scenario.limit ?? {}, key, value);
  return withOptional(scenario, "limit", Object.keys(limit).length > 0 ? limit : undefined);
}

/** How many requests the server handles at a time; undefined = any number. */
export function setServerWorkers(scenario: Scenario, workers: number | undefined): Scenario {
  return withOptional(scenario, "server", workers === undefined ? undefined : { workers });
}

/** Whether steps run in helper threads. */
export function hasOffload(scenario: Scenario): boolean {
  return scenario.tasks.some((task) =>
    task.steps.some((step) => step.kind === "blocking" && step.how === "offload"),
  );
}

/** How many of the tasks something is true of. */
export type Share = "none" | "some" | "all";

function shareOf(tasks: readonly TaskSpec[], isTrue: (task: TaskSpec) => boolean): Share {
  const count = tasks.reduce((sum, task) => sum + (isTrue(task) ? 1 : 0), 0);
  if (count === 0) return "none";
  return count === tasks.length ? "all" : "some";
}

/** Which tasks have done-callbacks. */
export function callbackShare(scenario: Scenario): Share {
  return shareOf(scenario.tasks, (task) => (task.callbacks?.length ?? 0) > 0);
}

/** Callbacks hang on futures: asyncio tasks, or a pool whose caller takes them as they finish. */
export function callbacksRun(scenario: Scenario): boolean {
  if (scenario.mode === "pool") return scenario.collect === "as_done";
  return scenario.mode === "async" && waitOf(scenario).style !== "direct";
}

const PARSE: CallbackSpec = { name: "parse", reads_result: true };

/** Gives every task without callbacks the course's `parse`, or takes all callbacks away. */
export function setCallbacks(scenario: Scenario, on: boolean): Scenario {
  const tasks = scenario.tasks.map((task): TaskSpec => {
    if (on) return task.callbacks?.length ? task : { ...task, callbacks: [PARSE] };
    const { callbacks: _, ...rest } = task;
    return rest;
  });
  const next = { ...scenario, tasks };
  return fits(next) ? next : scenario;
}

const isErrorAnswer = (task: TaskSpec) =>
  task.steps.some((step) => step.kind === "io" && typeof step.answer === "number" && step.answer >= 400);

const raises = (task: TaskSpec) =>
  task.steps.some((step) => step.kind === "io" && step.raise_for_status === true);

/** Which of the tasks that get a 4xx or 5xx make an exception of it; undefined when none gets one. */
export function raiseShare(scenario: Scenario): Share | undefined {
  const tasks = scenario.tasks.filter((task) => isErrorAnswer(task) || raises(task));
  return tasks.length === 0 ? undefined : shareOf(tasks, raises);
}

/** Whether the programs call `raise_for_status()` after each request. */
export function setRaiseForStatus(scenario: Scenario, on: boolean): Scenario {
  const tasks = scenario.tasks.map((task): TaskSpec => {
    if (!task.steps.some((step) => step.kind === "io")) return task;
    const steps = task.steps.map((step) =>
      step.kind === "io" ? withOptional(step, "raise_for_status", on ? true : undefined) : step,
    );
    return { ...task, steps };
  });
  return { ...scenario, tasks };
}
