import { BEGIN_MARK, CLEANUP, END_MARK, NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Step, TaskSpec } from "#scenario/scenario.ts";
import { asPythonError, errorOfClass } from "../event-loop/python-error.ts";
import type { Semaphore } from "../event-loop/semaphore.ts";
import { type Coroutine, HALT, type Task } from "../event-loop/task.ts";
import { withTimeout } from "../event-loop/timeout.ts";
import { Frame } from "./async-frame.ts";
import type { AsyncProgram } from "./async-program.ts";
import { awaitRequest } from "./async-request.ts";
import { actOn, type PlainStep } from "./async-step.ts";

// CPython's recursion limit, as bodies meet it that call each other in a circle.
const MAX_CALL_DEPTH = 243;

/** The coroutine of a task: its deadline around its place under the task limit around its body. */
export function taskCoroutine(program: AsyncProgram, task: Task, spec: TaskSpec): Coroutine {
  const body = execute(new Frame(program, task, spec, 0));
  const { semaphore } = program;
  return withDeadline(task, spec, semaphore === null ? body : holdingPlace(program, task, semaphore, body));
}

/** What `await coro()` runs inside a task: no task of its own, hence no place under the task limit either. */
export function calledCoroutine(
  program: AsyncProgram,
  caller: Task,
  spec: TaskSpec,
  depth: number,
): Coroutine {
  return withDeadline(caller, spec, execute(new Frame(program, caller, spec, depth)));
}

function withDeadline(task: Task, { timeout_ms }: TaskSpec, body: Coroutine): Coroutine {
  return timeout_ms === undefined ? body : withTimeout(task, timeout_ms, NO_MARK, body);
}

function* holdingPlace(program: AsyncProgram, task: Task, semaphore: Semaphore, body: Coroutine): Coroutine {
  task.suspension = program.log.detail({ reason: "limit" });
  yield* semaphore.acquire();
  try {
    yield* body;
  } finally {
    semaphore.release();
  }
}

function* execute(frame: Frame): Coroutine {
  const { program, task, spec } = frame;
  const { steps, cleanup = [] } = spec;
  const { watch } = program.loop;
  printLine(frame, "begin");
  try {
    for (let mark = 0; mark < steps.length; mark++) {
      if (watch.isOver()) yield HALT;
      const step = steps[mark] as Step;
      task.mark = mark;
      if (spec.on_cancel === "continue") {
        yield* unlessCancelled(frame, step, mark);
      } else if (step.timeout_ms === undefined && isPlain(step)) {
        // The common case of `perform`, without the cost of a generator of its own.
        const awaited = actOn(frame, step, mark);
        if (awaited !== undefined) yield awaited;
      } else {
        yield* perform(frame, step, mark);
      }
    }
  } finally {
    for (const [k, step] of cleanup.entries()) {
      if (watch.isOver()) yield HALT;
      yield* perform(frame, step, CLEANUP + k);
    }
  }
  printLine(frame, "end");
}

function printLine(frame: Frame, word: "begin" | "end"): void {
  const { task, spec, depth } = frame;
  const { log } = frame.program;
  const mark = word === "begin" ? BEGIN_MARK : END_MARK;
  if (depth > 0) frame.tell("print", mark, { text: `${word} ${spec.name}` });
  else log.record("print", task.id, log.details[word], mark);
}

/** `on_cancel: continue`: a cancelled step is over, and the next one follows. */
function* unlessCancelled(frame: Frame, step: Step, mark: ProgramMark): Coroutine {
  try {
    yield* perform(frame, step, mark);
  } catch (caught) {
    if (asPythonError(caught).kind !== "cancelled") throw caught;
    frame.tell("cancel_ignored", mark);
  }
}

function* perform(frame: Frame, step: Step, mark: ProgramMark): Coroutine {
  frame.task.mark = mark;
  if (step.timeout_ms === undefined) return yield* performWithoutDeadline(frame, step, mark);
  try {
    yield* withTimeout(frame.task, step.timeout_ms, mark, performWithoutDeadline(frame, step, mark));
  } catch (caught) {
    if (asPythonError(caught).kind !== "timeout" || step.on_timeout !== "continue") throw caught;
    frame.tell("timeout_handled", mark);
  }
}

function* performWithoutDeadline(frame: Frame, step: Step, mark: ProgramMark): Coroutine {
  if (step.kind === "call") {
    yield* call(frame, step.task, mark);
  } else if (isPlain(step)) {
    const awaited = actOn(frame, step, mark);
    if (awaited !== undefined) yield awaited;
  } else {
    yield* awaitRequest(frame, step, mark);
  }
}

function* call(frame: Frame, name: string, mark: ProgramMark): Coroutine {
  const { program, task, depth } = frame;
  const detail = program.log.detail({ coroutine: name });
  program.log.record("call_start", task.id, detail, mark);
  if (depth === MAX_CALL_DEPTH) throw errorOfClass("RecursionError");
  yield* calledCoroutine(program, task, program.specOf(program.idOf(name)), depth + 1);
  task.mark = mark;
  program.log.record("call_end", task.id, detail, mark);
}

function isPlain(step: Step): step is Step & PlainStep {
  return step.kind !== "call" && (step.kind !== "io" || step.how !== undefined);
}
