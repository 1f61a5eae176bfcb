import type { Milliseconds } from "#base/units.ts";
import { BEGIN_MARK, CLEANUP, END_MARK, NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Step, TaskSpec } from "#scenario/scenario.ts";
import { asPythonError, errorOfClass, type PythonError } from "../event-loop/python-error.ts";
import type { Semaphore } from "../event-loop/semaphore.ts";
import { type Awaited, type Coroutine, type CoroutineStep, HALT, type Task } from "../event-loop/task.ts";
import { withTimeout } from "../event-loop/timeout.ts";
import { Frame } from "./async-frame.ts";
import type { AsyncProgram } from "./async-program.ts";
import { awaitRequest } from "./async-request.ts";
import { actOn, isPlain } from "./async-step.ts";

// CPython's recursion limit, as bodies meet it that call each other in a circle.
const MAX_CALL_DEPTH = 243;

/** The coroutine of a task: its deadline around its place under the task limit around its body. */
export function taskCoroutine(program: AsyncProgram, task: Task, spec: TaskSpec): Coroutine {
  const body = new Body(program, task, spec, 0);
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
  return withDeadline(caller, spec, new Body(program, caller, spec, depth));
}

function withDeadline(task: Task, { timeout_ms }: TaskSpec, body: Coroutine): Coroutine {
  return timeout_ms === undefined ? body : withTimeout(task, timeout_ms, NO_MARK, body);
}

function* holdingPlace(program: AsyncProgram, task: Task, semaphore: Semaphore, body: Coroutine): Coroutine {
  task.suspension = program.log.suspended("limit");
  yield* semaphore.acquire();
  try {
    yield* body;
  } finally {
    semaphore.release();
  }
}

const RETURNED: CoroutineStep<void> = { done: true, value: undefined };

/**
 * The coroutine of a body. Not a generator, which would keep several times as much in memory for each of many tasks;
 * built as CPython builds one: a frame, how far its code has come, and what it delegates to (`cr_await`).
 */
class Body extends Frame implements Coroutine {
  /** Number of the step that is under way or comes next, cleanup steps counted after the others; -1 = not begun. */
  private position = -1;
  /** Inside the step under way: a coroutine of its own, when there is more to it than one await. */
  private inner: Coroutine | null = null;
  /** What the steps raised, and where; the cleanup comes before it goes on its way. */
  private raised: PythonError | null = null;
  private raisedAt: ProgramMark = NO_MARK;

  next(): CoroutineStep<void> {
    return this.resume(null);
  }

  throw(error: PythonError): CoroutineStep<void> {
    return this.resume(error);
  }

  [Symbol.iterator](): this {
    return this;
  }

  private resume(thrown: PythonError | null): CoroutineStep<void> {
    let awaited: Awaited | undefined;
    if (this.position >= 0) {
      awaited = this.runStep(true, thrown);
    } else {
      if (thrown !== null) throw thrown;
      this.printLine("begin", BEGIN_MARK);
      this.position = 0;
    }
    while (awaited === undefined && this.hasStep()) awaited = this.runStep(false, null);
    if (awaited !== undefined) return { done: false, value: awaited };
    if (this.raised !== null) {
      this.task.mark = this.raisedAt;
      throw this.raised;
    }
    this.printLine("end", END_MARK);
    return RETURNED;
  }

  /** Begins the step at the position or goes on with it; undefined = it is over and the position has moved on. */
  private runStep(isUnderWay: boolean, thrown: PythonError | null): Awaited | undefined {
    try {
      const awaited = isUnderWay ? this.continueStep(thrown) : this.beginStep();
      if (awaited === undefined) this.position++;
      return awaited;
    } catch (caught) {
      this.leaveStep(asPythonError(caught));
      return undefined;
    }
  }

  private beginStep(): Awaited | undefined {
    if (this.program.loop.watch.isOver()) return HALT;
    const { position, steps } = this;
    const isCleanup = position >= steps.length;
    const mark = isCleanup ? CLEANUP + position - steps.length : position;
    const step = (isCleanup ? this.spec.cleanup?.[position - steps.length] : steps[position]) as Step;
    this.task.mark = mark;
    if (step.timeout_ms === undefined && isPlain(step)) return actOn(this, step, mark);
    this.inner = perform(this, step, mark);
    return this.continueStep(null);
  }

  private continueStep(thrown: PythonError | null): Awaited | undefined {
    const { inner } = this;
    if (inner === null) {
      if (thrown !== null) throw thrown;
      return undefined;
    }
    const { done, value } = thrown === null ? inner.next() : inner.throw(thrown);
    if (!done) return value;
    this.inner = null;
    return undefined;
  }

  /** An error has come out of the step. In the cleanup it takes the place of what was raised before. */
  private leaveStep(error: PythonError): void {
    const { position, steps, spec } = this;
    this.inner = null;
    if (position >= steps.length) throw error;
    if (error.kind === "cancelled" && spec.on_cancel === "continue") {
      this.tell("cancel_ignored", position);
      this.position++;
    } else {
      this.raised = error;
      this.raisedAt = this.task.mark;
      this.position = steps.length;
    }
  }

  private hasStep(): boolean {
    const { position, steps, spec } = this;
    return position < steps.length || position < steps.length + (spec.cleanup?.length ?? 0);
  }

  private printLine(word: "begin" | "end", mark: ProgramMark): void {
    const { task, spec, depth } = this;
    const { log } = this.program;
    if (depth > 0) this.tell("print", mark, { text: `${word} ${spec.name}` });
    else log.record("print", task.id, log.details[word], mark);
  }
}

/** A step as a coroutine: within its deadline, if it has one. */
function perform(frame: Frame, step: Step, mark: ProgramMark): Coroutine {
  const { timeout_ms } = step;
  const doing = performWithoutDeadline(frame, step, mark);
  return timeout_ms === undefined ? doing : withStepDeadline(frame, step, timeout_ms, mark, doing);
}

function performWithoutDeadline(frame: Frame, step: Step, mark: ProgramMark): Coroutine {
  if (step.kind === "call" && step.how === undefined) return call(frame, step.task, mark);
  if (step.kind === "io" && step.how === undefined) return awaitRequest(frame, step, mark);
  return performPlain(frame, step, mark);
}

function* performPlain(frame: Frame, step: Step, mark: ProgramMark): Coroutine {
  const awaited = actOn(frame, step, mark);
  if (awaited !== undefined) yield awaited;
}

function* withStepDeadline(
  frame: Frame,
  step: Step,
  timeout: Milliseconds,
  mark: ProgramMark,
  doing: Coroutine,
): Coroutine {
  try {
    yield* withTimeout(frame.task, timeout, mark, doing);
  } catch (caught) {
    if (asPythonError(caught).kind !== "timeout" || step.on_timeout !== "continue") throw caught;
    frame.tell("timeout_handled", mark);
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
