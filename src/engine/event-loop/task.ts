import { NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import { type DetailId, NO_DETAIL } from "#trace/recorder-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { EventLoop, Handle } from "./event-loop.ts";
import { type DoneCallback, Future } from "./future.ts";
import { asPythonError, cancelledError, errorOfClass, type PythonError } from "./python-error.ts";

/** The bare `yield` of `asyncio.sleep(0)`: give up the turn, wait for nothing. */
export const GIVE_UP_TURN = "give up the turn";
/** The run is over in the middle of a step: nothing more is to be done or told. */
export const HALT = "halt";

/** What a coroutine hands to its task at an `await`: the future that it waits for, which must be pending. */
export type Awaited = Future | typeof GIVE_UP_TURN | typeof HALT;

/** How a coroutine comes out of a step: with something to await, or returning. */
export type CoroutineStep<Result> = IteratorResult<Awaited, Result>;

/** A coroutine: a generator, or what can be used like one. Errors that it raises or takes are PythonErrors. */
export interface Coroutine<Result = void> {
  next(): CoroutineStep<Result>;
  throw(error: PythonError): CoroutineStep<Result>;
  [Symbol.iterator](): Coroutine<Result>;
}

/** Passed as `by` when the request itself is not to be told: a deadline's own cancel(). */
export const SILENTLY: DetailId = -1;

// CPython's recursion limit, as `cancel()` meets it when tasks wait for each other in a circle or a very long chain.
const MAX_CANCEL_DEPTH = 488;

/**
 * A coroutine that the loop runs step by step (Lib/asyncio/tasks.py). At most one step of it is in the ready queue at
 * a time, therefore the task is its own handle; and its own wakeup callback in the future that it waits for.
 */
export class Task extends Future implements Handle, DoneCallback {
  readonly id: TaskId;
  /** The piece of its program that it is at. */
  mark: ProgramMark = NO_MARK;
  /** Why it is about to wait: the detail of its next `task_suspended`. To be set before every await. */
  suspension: DetailId = NO_DETAIL;
  /** Cancel requests so far, less those that a deadline or a task group has settled (`cancelling()`). */
  cancelling = 0;
  private readonly coroutine: Coroutine<unknown>;
  private readonly doneDetail: DetailId;
  private hasBegun = false;
  private mustCancel = false;
  private waiter: Future | null = null;
  private errorToThrow: PythonError | null = null;
  private hasAwaitedItself = false;

  /** `doneDetail` = the detail of its `task_done`. */
  constructor(
    loop: EventLoop,
    id: TaskId,
    doneDetail: DetailId,
    coroutineOf: (task: Task) => Coroutine<unknown>,
  ) {
    super(loop);
    this.id = id;
    this.doneDetail = doneDetail;
    this.coroutine = coroutineOf(this);
    loop.log.record("task_created", id);
    this.scheduleStep();
  }

  futureDone(): void {
    this.scheduleStep();
  }

  run(): void {
    const error = this.takeErrorToThrow();
    this.tellStep(error);
    let step: CoroutineStep<unknown>;
    try {
      step = error === null ? this.coroutine.next() : this.coroutine.throw(error);
    } catch (caught) {
      this.failed(asPythonError(caught));
      return;
    }
    if (step.done) this.returned();
    else this.suspended(step.value);
  }

  /** Once a task has awaited itself, CPython's C tasks take every further `await` of it for a mistake, too. */
  override toAwait(): Future | undefined {
    if (this.hasAwaitedItself && !this.isDone) throw errorOfClass("RuntimeError");
    return super.toAwait();
  }

  /**
   * Cancels what it waits for, which then wakes it; else the cancel is thrown in at its next step.
   * Raises RecursionError where CPython's limit is.
   */
  override cancel(by: DetailId): boolean {
    if (this.isDone) return false;
    const { loop } = this;
    if (by !== SILENTLY) loop.log.record("cancel_requested", this.id, by);
    if (loop.cancelDepth === MAX_CANCEL_DEPTH) throw errorOfClass("RecursionError");
    this.cancelling++;
    loop.cancelDepth++;
    try {
      if (!this.waiter?.cancel(loop.log.propagated)) this.mustCancel = true;
    } finally {
      loop.cancelDepth--;
    }
    return true;
  }

  /** Takes back one request; returns how many remain. */
  uncancel(): number {
    if (this.cancelling > 0) this.cancelling--;
    return this.cancelling;
  }

  private scheduleStep(): void {
    this.loop.log.record("task_ready", this.id, NO_DETAIL, this.mark);
    this.loop.callSoon(this);
  }

  private takeErrorToThrow(): PythonError | null {
    let error = this.errorToThrow ?? this.waiter?.error ?? null;
    if (this.mustCancel && error?.kind !== "cancelled") error = cancelledError();
    this.errorToThrow = null;
    this.mustCancel = false;
    this.waiter = null;
    return error;
  }

  private tellStep(error: PythonError | null): void {
    const { log } = this.loop;
    if (this.hasBegun) {
      const thrown = error === null ? NO_DETAIL : error.kind === "cancelled" ? log.withCancel : log.withError;
      log.record("task_resumed", this.id, thrown, this.mark);
    } else if (error === null) {
      log.record("task_started", this.id);
    }
    this.hasBegun = true;
  }

  private suspended(awaited: Awaited): void {
    if (awaited === HALT) return;
    this.loop.log.record("task_suspended", this.id, this.suspension, this.mark);
    if (awaited === GIVE_UP_TURN) {
      this.scheduleStep();
    } else if (awaited === this) {
      this.hasAwaitedItself = true;
      this.errorToThrow = errorOfClass("RuntimeError");
      this.scheduleStep();
    } else {
      this.waiter = awaited;
      awaited.addDoneCallback(this);
      if (this.mustCancel && awaited.cancel(this.loop.log.propagated)) this.mustCancel = false;
    }
  }

  private returned(): void {
    this.loop.log.record("task_done", this.id, this.doneDetail);
    // A cancel that came during the last step makes the task cancelled although its body has returned.
    if (this.mustCancel) super.cancel(SILENTLY);
    else this.setResult();
  }

  private failed(error: PythonError): void {
    const { log } = this.loop;
    if (error.kind === "cancelled") {
      log.record("task_cancelled", this.id, NO_DETAIL, this.mark);
      super.cancel(SILENTLY);
    } else {
      log.record("task_failed", this.id, log.detail({ error: error.text }), this.mark);
      this.setException(error);
    }
  }
}
