import type { Milliseconds } from "#base/units.ts";
import { topLevelTasks, waitOf } from "#scenario/defaults.ts";
import type { Scenario, Step, TaskSpec, WaitSpec } from "#scenario/scenario.ts";
import type { LiveObstacle, LiveObstacleCode } from "./live-session.ts";

/** The bounds of a live run: a page can take this much without what it measures being mostly itself. */
export const LIVE_LIMITS = {
  workers: 8,
  /** Requests of a run, a called body counting at every call; also the tasks that it starts. */
  requests: 50,
  /** Below, the way to the server and back would be most of it. */
  shortest: 100 satisfies Milliseconds,
  longest: 30_000 satisfies Milliseconds,
} as const;

const LIVE_WAITS: readonly WaitSpec["style"][] = ["gather", "wait", "in_order", "as_completed"];

/** What can be made as a `Response` (Fetch, § 5.5): the informational statuses below cannot. */
const FIRST_FINAL_STATUS = 200;

/** What this browser could not do for real in a valid scenario; nothing = it can be run. Settings of other modes are ignored. */
export function findObstacles(scenario: Scenario): readonly LiveObstacle[] {
  const obstacles: LiveObstacle[] = [];
  if (scenario.mode === "processes") return [{ code: "no_processes", path: "mode", found: scenario.mode }];
  const report = (code: LiveObstacleCode, path: string, found: unknown, allowed?: number) =>
    obstacles.push({
      code,
      path,
      found: String(found),
      ...(allowed !== undefined && { allowed: String(allowed) }),
    });

  checkMachine(scenario, report);
  checkAmounts(scenario, report);
  if (scenario.mode === "async") checkLoopSettings(scenario, report);
  for (const [index, task] of scenario.tasks.entries()) checkTask(scenario, task, `tasks[${index}]`, report);
  return obstacles;
}

/** A browser shows no page how many cores it may use, and lets nobody choose; a page's own slices of time it decides itself. */
function checkMachine({ machine = {}, mode }: Scenario, report: Reporter): void {
  const startsThreads = mode === "threads" || mode === "pool";
  if (startsThreads && machine.thread_start_ms)
    report("not_in_a_browser", "machine.thread_start_ms", machine.thread_start_ms);
  const others = machine.other_programs ?? [];
  if (others.length > 0) report("not_in_a_browser", "machine.other_programs", others.length);
}

type Reporter = (code: LiveObstacleCode, path: string, found: unknown, allowed?: number) => void;

function checkAmounts(scenario: Scenario, report: Reporter): void {
  const tasks = topLevelTasks(scenario);
  const { mode, workers = 1 } = scenario;
  const { requests: mostRequests, workers: mostWorkers } = LIVE_LIMITS;
  if (mode === "threads" && tasks.length > mostWorkers) {
    report("too_many_workers", "tasks", tasks.length, mostWorkers);
  }
  if (mode === "pool" && workers > mostWorkers) report("too_many_workers", "workers", workers, mostWorkers);
  const requests = Math.max(tasks.length, countRequests(scenario, tasks));
  if (requests > mostRequests) report("too_many_requests", "tasks", requests, mostRequests);
}

function countRequests({ tasks }: Scenario, started: readonly TaskSpec[]): number {
  const specs = new Map(tasks.map((task) => [task.name, task]));
  const counts = new Map<string, number>();
  function countOf(task: TaskSpec): number {
    const known = counts.get(task.name);
    if (known !== undefined) return known;
    let count = 0;
    for (const step of [...task.steps, ...(task.cleanup ?? [])]) {
      if (step.kind === "io" && step.how !== "no_await") count += 1;
      const called = step.kind === "call" && step.how === undefined ? specs.get(step.task) : undefined;
      if (called !== undefined) count += countOf(called);
    }
    counts.set(task.name, count);
    return count;
  }
  return started.reduce((sum, task) => sum + countOf(task), 0);
}

function checkLoopSettings(scenario: Scenario, report: Reporter): void {
  const { style, until = "all", timeout_ms, then = "end" } = waitOf(scenario);
  if (!LIVE_WAITS.includes(style)) report("not_in_a_browser", "wait.style", style);
  if (style === "wait" && until !== "all") report("not_in_a_browser", "wait.until", until);
  if (timeout_ms !== undefined) report("not_in_a_browser", "wait.timeout_ms", timeout_ms);
  if (then !== "end") report("not_in_a_browser", "wait.then", then);
}

function checkTask(scenario: Scenario, task: TaskSpec, path: string, report: Reporter): void {
  const isAsync = scenario.mode === "async";
  if (isAsync && task.on_cancel === "continue")
    report("not_in_a_browser", `${path}.on_cancel`, task.on_cancel);
  for (const [list, steps] of [
    ["steps", task.steps],
    ["cleanup", task.cleanup ?? []],
  ] as const) {
    for (const [index, step] of steps.entries())
      checkStep(scenario, step, `${path}.${list}[${index}]`, report);
  }
  for (const [index, { ms = 0 }] of (task.callbacks ?? []).entries()) {
    checkLongest(ms, `${path}.callbacks[${index}].ms`, report);
  }
}

function checkStep({ mode }: Scenario, step: Step, path: string, report: Reporter): void {
  const isAsync = mode === "async";
  switch (step.kind) {
    case "spawn":
    case "join":
    case "cancel":
      report("not_in_a_browser", `${path}.kind`, step.kind);
      return;
    case "cpu":
      if (mode === "threads" || mode === "pool") report("computing_in_threads", `${path}.kind`, step.kind);
      checkLongest(step.ms ?? 0, `${path}.ms`, report);
      return;
    case "blocking":
      if (isAsync && step.how === "offload") report("not_in_a_browser", `${path}.how`, step.how);
      checkDelay(step.ms ?? 0, `${path}.ms`, report);
      return;
    case "sleep":
      if (isAsync && step.how === "no_await") return;
      if ((step.ms ?? 0) > 0) checkDelay(step.ms ?? 0, `${path}.ms`, report);
      return;
    case "io":
      if (isAsync && step.how === "no_await") return;
      if (typeof step.answer === "number" && step.answer < FIRST_FINAL_STATUS) {
        report("not_in_a_browser", `${path}.answer`, step.answer, FIRST_FINAL_STATUS);
      }
      checkDelay(step.ms ?? 0, `${path}.ms`, report);
      return;
    default:
      return;
  }
}

function checkDelay(ms: Milliseconds, path: string, report: Reporter): void {
  if (ms < LIVE_LIMITS.shortest) report("delay_too_short", path, ms, LIVE_LIMITS.shortest);
  checkLongest(ms, path, report);
}

function checkLongest(ms: Milliseconds, path: string, report: Reporter): void {
  if (ms > LIVE_LIMITS.longest) report("delay_too_long", path, ms, LIVE_LIMITS.longest);
}
