import { assertNever } from "#base/assert-never.ts";
import { NO_MARK } from "#scenario/program-mark.ts";
import type { Scenario, WaitSpec } from "#scenario/scenario.ts";
import type { EventDetail } from "#trace/event-types.ts";
import { MAIN } from "#trace/trace.ts";
import { AsCompleted } from "../event-loop/as-completed.ts";
import type { Future } from "../event-loop/future.ts";
import { GatheringFuture } from "../event-loop/gather.ts";
import { asPythonError, type PythonError } from "../event-loop/python-error.ts";
import { SleepFuture } from "../event-loop/sleep.ts";
import { type Coroutine, GIVE_UP_TURN, type Task } from "../event-loop/task.ts";
import { TaskGroup } from "../event-loop/task-group.ts";
import { withTimeout } from "../event-loop/timeout.ts";
import { type WaitResult, wait } from "../event-loop/wait.ts";
import { calledCoroutine } from "./async-body.ts";
import type { AsyncProgram } from "./async-program.ts";

const DEFAULT_WAIT: WaitSpec = { style: "gather" };

export const waitOf = (scenario: Scenario): WaitSpec => scenario.wait ?? DEFAULT_WAIT;

/** The main coroutine: makes the tasks, waits for them in the scenario's style, then does what `then` says. */
export function* mainCoroutine(program: AsyncProgram, main: Task): Coroutine {
  const spec = waitOf(program.scenario);
  if (spec.style === "direct") return yield* awaitDirectly(program, main);
  const tasks: Task[] = [];
  if (spec.style !== "group") {
    for (const id of program.topLevel) tasks.push(program.start(id));
    program.scheduleCancels();
  }
  try {
    const waiting = waitFor(program, main, spec, tasks);
    const hasDeadline = spec.style === "gather" || spec.style === "group" || spec.style === "in_order";
    if (hasDeadline && spec.timeout_ms !== undefined)
      yield* withTimeout(main, spec.timeout_ms, NO_MARK, waiting);
    else yield* waiting;
  } catch (caught) {
    const error = asPythonError(caught);
    waitReturned(program, { error: error.text });
    if (error.kind === "cancelled" || (spec.then ?? "end") === "end") throw error;
  }
  yield* settleTheRest(program, main, spec);
}

/** No tasks at all: one body after the other inside the main program. */
function* awaitDirectly(program: AsyncProgram, main: Task): Coroutine {
  const { log } = program;
  try {
    for (const id of program.topLevel) {
      const spec = program.specOf(id);
      const detail = log.detail({ coroutine: spec.name });
      log.record("call_start", MAIN, detail);
      log.record("coroutine_created", id);
      yield* calledCoroutine(program, main, spec, 1);
      log.record("call_end", MAIN, detail);
    }
  } catch (caught) {
    const error = asPythonError(caught);
    if (error.kind === "program") waitReturned(program, { error: error.text });
    throw error;
  }
  waitReturned(program, {});
}

/** Waits as the style says; told by `wait_returned` unless an error is raised. `group` makes the tasks itself. */
function* waitFor(program: AsyncProgram, main: Task, spec: WaitSpec, tasks: readonly Task[]): Coroutine {
  main.suspension = program.log.suspended("wait");
  switch (spec.style) {
    case "wait":
      return waitReturned(
        program,
        namesIn(program, yield* wait(program.loop, tasks, spec.until ?? "all", spec.timeout_ms)),
      );
    case "gather":
      return yield* gatherAll(program, spec, tasks);
    case "in_order":
      yield* awaitInOrder(program, main, spec, tasks);
      return waitReturned(program, {});
    case "as_completed":
      yield* takeAsCompleted(program, main, spec, tasks);
      return waitReturned(program, {});
    case "group":
      yield* runGroup(program, main);
      return waitReturned(program, {});
    case "sleep":
      yield* sleep(program, main, spec);
      return waitReturned(program, {});
    case "none":
    case "only":
    case "direct":
      return waitReturned(program, {});
    default:
      return assertNever(spec.style);
  }
}

/** What `asyncio.wait` returned, in order of creation. */
export function namesIn(program: AsyncProgram, { done, pending }: WaitResult): EventDetail {
  return {
    done: namesOf(program, done),
    pending: namesOf(program, pending),
  };
}

function namesOf(program: AsyncProgram, tasks: ReadonlySet<Future>): readonly string[] {
  const inOrder = program.startedTasks().filter((task) => tasks.has(task));
  return inOrder.map((task) => program.nameOf(task.id));
}

function* gatherAll(program: AsyncProgram, spec: WaitSpec, tasks: readonly Task[]): Coroutine {
  const all = new GatheringFuture(program.loop, tasks, spec.collect_errors ?? false);
  const awaited = all.toAwait();
  if (awaited !== undefined) yield awaited;
  const results = tasks.map(({ id, error }) =>
    error === null ? program.resultOf(id) : { error: error.text },
  );
  waitReturned(program, { results });
}

/** `for task in tasks: await task` */
function* awaitInOrder(program: AsyncProgram, main: Task, spec: WaitSpec, tasks: readonly Task[]): Coroutine {
  for (const task of tasks) {
    main.suspension = program.log.detail({ reason: "join", on: program.nameOf(task.id) });
    try {
      const awaited = task.toAwait();
      if (awaited !== undefined) yield awaited;
    } catch (caught) {
      const error = asPythonError(caught);
      // An error while the task is still running is not the task's own.
      if (!spec.collect_errors || error.kind === "cancelled" || !task.isDone) throw error;
    }
    tellResult(program, task);
  }
}

/** `for next in as_completed(tasks): await next`. Collects errors, but a TimeoutError may be its own and ends it. */
function* takeAsCompleted(
  program: AsyncProgram,
  main: Task,
  spec: WaitSpec,
  tasks: readonly Task[],
): Coroutine {
  const completed = new AsCompleted(main, tasks, spec.timeout_ms);
  for (let left = tasks.length; left > 0; left--) {
    const task = yield* completed.next();
    const { error } = task;
    if (error !== null && (!spec.collect_errors || isNeverCollected(error))) throw error;
    tellResult(program, task);
  }
}

const isNeverCollected = ({ kind }: PythonError) => kind === "cancelled" || kind === "timeout";

function* runGroup(program: AsyncProgram, main: Task): Coroutine {
  const group = new TaskGroup(main);
  for (const id of program.topLevel) program.start(id, (task) => group.adopt(task));
  program.scheduleCancels();
  yield* group.exit();
}

function* sleep({ log }: AsyncProgram, main: Task, { ms = 0 }: WaitSpec): Coroutine {
  main.suspension = ms === 0 ? log.suspended("yield") : log.suspendedFor("sleep", ms);
  yield ms === 0 ? GIVE_UP_TURN : new SleepFuture(main, ms);
}

/** What `then` asks for: the tasks that are still unfinished are cancelled or left alone, and waited for. */
function* settleTheRest(program: AsyncProgram, main: Task, spec: WaitSpec): Coroutine {
  const rest = program.startedTasks().filter((task) => !task.isDone);
  if (spec.then === undefined || spec.then === "end" || rest.length === 0) return;
  if (spec.then === "cancel_rest") {
    const by = program.log.cancelBy("main");
    for (const task of rest) task.cancel(by);
  }
  main.suspension = program.log.suspended("wait");
  yield* wait(program.loop, rest, "all", undefined);
  waitReturned(program, { finished: true });
}

/** The main program has got the outcome of one task. */
function tellResult(program: AsyncProgram, { id, error }: Task): void {
  const from = program.nameOf(id);
  const outcome = error === null ? { from, result: program.resultOf(id) } : { from, error: error.text };
  program.log.record("result_received", MAIN, program.log.uniqueDetail(outcome));
}

export function waitReturned({ log }: AsyncProgram, facts: EventDetail): void {
  log.record("wait_returned", MAIN, log.uniqueDetail(facts));
}
