import type { Milliseconds } from "#base/units.ts";
import type { Scenario, WaitSpec } from "../scenario.ts";
import { COMMENTS } from "./comments.ts";
import { type Plan, stepsOf } from "./plan.ts";
import type { MainPart } from "./program.ts";
import { pythonString, seconds } from "./python-text.ts";
import type { Writing } from "./writing.ts";

const at = (main: MainPart) => ({ main });

/** Writes how the main coroutine waits, and what becomes of the rest. A group makes its tasks inside its wait. */
export function writeWait(writing: Writing, wait: WaitSpec, makeTasks: () => void): void {
  const { source, plan, language } = writing;
  const then = wait.then ?? "end";
  const waiting = () => source.within(deadlineOf(wait), () => writeStyle(writing, wait, makeTasks));
  if (then === "end" || !mayRaise(wait)) waiting();
  else {
    source.block("try:", waiting);
    source.block("except Exception:", () => source.line(`pass  # ${COMMENTS[language].othersGoOn}`));
  }
  if (then !== "end" && (wait.style !== "group" || plan.keyed)) writeRest(writing, then);
}

/** Only these cancel what they wait for when their time is up; the others have a `timeout` of their own. */
const deadlineOf = ({ style, timeout_ms }: WaitSpec): string | undefined =>
  timeout_ms !== undefined && (style === "gather" || style === "group" || style === "in_order")
    ? `async with asyncio.timeout(${seconds(timeout_ms)}):`
    : undefined;

const mayRaise = ({ style }: WaitSpec): boolean => !["wait", "sleep", "none"].includes(style);

/** `tasks`, as a list that stays as it is while other tasks are started. */
const taskList = (plan: Plan): string => (plan.keyed ? "list(tasks.values())" : "tasks");

/** A task that the main program has made, by its name. */
export function taskNamed(plan: Plan, name: string): string {
  if (plan.keyed) return `tasks[${pythonString(name)}]`;
  return `tasks[${plan.top.findIndex((task) => task.name === name)}]`;
}

export function waitArguments(plan: Plan, { until = "all", timeout_ms }: WaitSpec): string {
  const when = { all: "", first_done: "FIRST_COMPLETED", first_error: "FIRST_EXCEPTION" }[until];
  return [
    taskList(plan),
    ...timeoutArgument(timeout_ms),
    ...(when ? [`return_when=asyncio.${when}`] : []),
  ].join(", ");
}

const timeoutArgument = (ms: Milliseconds | undefined): string[] =>
  ms === undefined ? [] : [`timeout=${seconds(ms)}`];

function writeStyle(writing: Writing, wait: WaitSpec, makeTasks: () => void): void {
  const { source, plan } = writing;
  switch (wait.style) {
    case "wait":
      source.line(`await asyncio.wait(${waitArguments(plan, wait)})`, at("wait"));
      break;
    case "gather":
      source.line(`await asyncio.gather(${gatherArguments(plan, wait)})`, at("wait"));
      break;
    case "in_order":
      source.block(`for task in ${taskList(plan)}:`, () => writeResult(writing, wait, "task"));
      break;
    case "as_completed":
      source.block(`for next_done in asyncio.as_completed(${completedArguments(plan, wait)}):`, () =>
        writeResult(writing, wait, "next_done"),
      );
      break;
    case "group":
      source.block("async with asyncio.TaskGroup() as group:", makeTasks, at("wait"));
      break;
    case "sleep":
      source.line(`await asyncio.sleep(${seconds(wait.ms ?? 0)})`, at("wait"));
      break;
    default:
      if ((wait.then ?? "end") === "end") source.line("return", at("wait"));
  }
}

function gatherArguments(plan: Plan, { collect_errors }: WaitSpec): string {
  return `${plan.keyed ? "*tasks.values()" : "*tasks"}${collect_errors ? ", return_exceptions=True" : ""}`;
}

function completedArguments(plan: Plan, { timeout_ms }: WaitSpec): string {
  return [taskList(plan), ...timeoutArgument(timeout_ms)].join(", ");
}

/** One result; with `collect_errors` an error is one, too, but for the wait's own time being up. */
function writeResult({ source, plan }: Writing, wait: WaitSpec, awaited: string): void {
  const receive = () => source.line(`result = await ${awaited}`, at("wait"));
  if (!wait.collect_errors) {
    receive();
    return;
  }
  source.block("try:", receive);
  if (wait.style === "as_completed" && (wait.timeout_ms !== undefined || hasDeadline(plan.scenario)))
    source.block("except TimeoutError:", () => source.line("raise"));
  source.block("except Exception as error:", () => source.line("result = error"));
}

const hasDeadline = ({ tasks }: Scenario): boolean =>
  tasks.some(
    (task) =>
      task.timeout_ms !== undefined || stepsOf(task).some(({ timeout_ms }) => timeout_ms !== undefined),
  );

/** What becomes of the tasks that are not done when the wait is over. */
function writeRest({ source, plan }: Writing, then: "cancel_rest" | "wait_rest"): void {
  const all = plan.keyed ? "tasks.values()" : "tasks";
  source.line(`rest = [task for task in ${all} if not task.done()]`);
  if (then === "cancel_rest") source.block("for task in rest:", () => source.line("task.cancel()"));
  source.block("if rest:", () => source.line("await asyncio.wait(rest)", at("rest")));
}
