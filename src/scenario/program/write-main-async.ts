import { waitOf } from "../defaults.ts";
import { type Plan, stepsOf } from "./plan.ts";
import type { MainPart } from "./program.ts";
import { pythonString, seconds } from "./python-text.ts";
import type { Rows } from "./rows.ts";
import { taskNamed, waitArguments, writeWait } from "./write-wait.ts";
import type { Writing } from "./writing.ts";

const at = (main: MainPart) => ({ main });

/** Writes the main program of an async scenario, up to the total. */
export function writeMainAsync(writing: Writing, rows: Rows): void {
  writing.modules.add("asyncio");
  if (writing.plan.scenario.create === "before_loop") writeBeforeLoop(writing, rows);
  else writeInMain(writing, rows);
}

/** What must be there before any task is made. */
export function writeShared({ source, plan, modules }: Writing): void {
  const { limit } = plan.scenario;
  if (plan.keyed) source.line("tasks = {}");
  if (limit?.tasks !== undefined && plan.bodies.some(({ limited }) => limited)) {
    modules.add("asyncio");
    source.line(`limit = asyncio.Semaphore(${limit.tasks})`);
  }
}

/** The course's older style: the tasks are made first, then the loop is started. */
function writeBeforeLoop(writing: Writing, rows: Rows): void {
  const { source, plan } = writing;
  const wait = waitOf(plan.scenario);
  source.line("loop = asyncio.new_event_loop()");
  writeHelpers(writing);
  const connections = connectionLimit(plan);
  if (connections !== undefined)
    source.line(`connector = aiohttp.TCPConnector(limit=${connections}, loop=loop)`);
  writeTasks(writing, rows, "loop.create_task");
  const awaited =
    wait.style === "only" ? taskNamed(plan, wait.task ?? "") : `asyncio.wait(${waitArguments(plan, wait)})`;
  source.line(`loop.run_until_complete(${awaited})`, at("wait"));
}

function writeInMain(writing: Writing, rows: Rows): void {
  const { source, plan } = writing;
  const connections = connectionLimit(plan);
  source.block("async def main():", () => {
    if (connections !== undefined) source.line("global connector");
    const head =
      connections === undefined
        ? undefined
        : `async with aiohttp.TCPConnector(limit=${connections}) as connector:`;
    source.within(head, () => writeMainBody(writing, rows));
  });
  source.blank();
}

/** `asyncio.run` or nothing, where the loop runs already. */
export function writeStart({ source, plan }: Writing): void {
  if (plan.scenario.create !== "before_loop") source.line("asyncio.run(main())", at("start"));
}

function writeMainBody(writing: Writing, rows: Rows): void {
  const { source, plan } = writing;
  const wait = waitOf(plan.scenario);
  if (needsHelpers(plan) || timedCancels(plan).length > 0) source.line("loop = asyncio.get_running_loop()");
  writeHelpers(writing);
  if (wait.style === "direct") {
    source.block(rows.loop, () => source.line(`await ${rows.target}(${rows.args})`, at("wait")));
    return;
  }
  if (wait.style !== "group") writeTasks(writing, rows, "asyncio.create_task");
  writeWait(writing, wait, () => writeTasks(writing, rows, "group.create_task"));
}

/** The loop that makes the tasks, and the cancellations that the main program asks for. */
function writeTasks(writing: Writing, rows: Rows, create: string): void {
  const { source, plan } = writing;
  const listed = !plan.keyed && create !== "group.create_task";
  if (listed) source.line("tasks = []");
  source.block(rows.loop, () => {
    source.line(`coro = ${rows.target}(${rows.args})`, at("call"));
    const named = plan.keyed || listed || rows.callbacks.length > 0;
    source.line(`${named ? "task = " : ""}${create}(coro)`, at("create"));
    if (rows.callbacks === "own")
      source.block("for callback in callbacks:", () => source.line("task.add_done_callback(callback)"));
    else for (const callback of rows.callbacks) source.line(`task.add_done_callback(${callback})`);
    if (plan.keyed) source.line("tasks[name] = task");
    else if (listed) source.line("tasks.append(task)");
  });
  for (const { task } of topCancels(plan).filter(({ at_ms }) => at_ms === 0))
    source.line(`tasks[${pythonString(task)}].cancel()`);
  for (const { task, at_ms } of timedCancels(plan)) {
    const slot = `tasks[${pythonString(task)}]`;
    const isTop = plan.isTop(task);
    const cancel = isTop ? `${slot}.cancel` : `lambda: ${pythonString(task)} in tasks and ${slot}.cancel()`;
    source.line(`loop.call_later(${seconds(at_ms)}, ${cancel})`);
  }
}

/** A task that another one starts is not there yet when the main program has just made its own. */
const topCancels = ({ scenario, isTop }: Plan) => (scenario.cancels ?? []).filter(({ task }) => isTop(task));

const timedCancels = ({ scenario }: Plan) =>
  scenario.wait?.style === "direct" ? [] : (scenario.cancels ?? []).filter(({ at_ms }) => at_ms > 0);

const connectionLimit = ({ scenario }: Plan): number | undefined =>
  scenario.tasks.some((task) => stepsOf(task).some((step) => step.kind === "io" && step.how === undefined))
    ? scenario.limit?.connections
    : undefined;

/** The format's helper threads are 32; Python's are cpu count + 4, so 5 at least. */
const SURE_HELPERS = 5;

function needsHelpers({ scenario }: Plan): boolean {
  let offloads = 0;
  for (const task of scenario.tasks)
    for (const step of stepsOf(task)) if (step.kind === "blocking" && step.how === "offload") offloads += 1;
  return offloads > 0 && (scenario.offload_workers !== undefined || offloads > SURE_HELPERS);
}

function writeHelpers({ source, plan, modules }: Writing): void {
  if (!needsHelpers(plan)) return;
  modules.add("ThreadPoolExecutor");
  source.line(`loop.set_default_executor(ThreadPoolExecutor(${plan.scenario.offload_workers ?? 32}))`);
}
