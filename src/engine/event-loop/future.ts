import type { DetailId } from "#trace/recorder-types.ts";
import type { EventLoop, Handle } from "./event-loop.ts";
import { cancelledError, type PythonError } from "./python-error.ts";

/** Someone who is told when a future is done. He does nothing yet but append himself to the loop's ready queue. */
export interface DoneCallback {
  futureDone(future: Future): void;
}

/** A result that is not there yet (Lib/asyncio/futures.py). The values of the results are no concern of the trace. */
export class Future {
  readonly loop: EventLoop;
  private state: "pending" | "finished" | "cancelled" = "pending";
  private raised: PythonError | null = null;
  // Most futures have exactly one callback: the task that waits for them.
  private firstCallback: DoneCallback | null = null;
  private moreCallbacks: DoneCallback[] | null = null;

  constructor(loop: EventLoop) {
    this.loop = loop;
  }

  get isDone(): boolean {
    return this.state !== "pending";
  }

  get isCancelled(): boolean {
    return this.state === "cancelled";
  }

  /** What `result()` raises; null when it returns. Call it only when the future is done. */
  get error(): PythonError | null {
    return this.state === "cancelled" ? cancelledError() : this.raised;
  }

  /** The exception, cancellation apart (`exception()`). */
  get exception(): PythonError | null {
    return this.raised;
  }

  /** What `await future` hands to the task; undefined when the result is there already. Raises an error at once. */
  toAwait(): Future | undefined {
    if (!this.isDone) return this;
    if (this.error !== null) throw this.error;
    return undefined;
  }

  /** Call it only while the future is pending, like `setException`. */
  setResult(): void {
    this.finish("finished");
  }

  setException(error: PythonError): void {
    this.raised = error;
    this.finish("finished");
  }

  /** False when it is too late. `by` names who asked, for futures that tell of it. */
  cancel(_by: DetailId): boolean {
    if (this.isDone) return false;
    this.finish("cancelled");
    return true;
  }

  /** On a future that is already done, the callback is scheduled at once. */
  addDoneCallback(callback: DoneCallback): void {
    if (this.isDone) callback.futureDone(this);
    else if (this.firstCallback === null) this.firstCallback = callback;
    else if (this.moreCallbacks === null) this.moreCallbacks = [callback];
    else this.moreCallbacks.push(callback);
  }

  removeDoneCallback(callback: DoneCallback): void {
    this.moreCallbacks = this.moreCallbacks?.filter((other) => other !== callback) ?? null;
    if (this.firstCallback === callback) this.firstCallback = this.moreCallbacks?.shift() ?? null;
  }

  private finish(state: "finished" | "cancelled"): void {
    this.state = state;
    const first = this.firstCallback;
    const more = this.moreCallbacks;
    this.firstCallback = null;
    this.moreCallbacks = null;
    first?.futureDone(this);
    if (more !== null) for (const callback of more) callback.futureDone(this);
  }
}

/** A call of a function with the future that is done. */
class CallHandle implements Handle {
  private readonly call: (future: Future) => void;
  private readonly future: Future;

  constructor(call: (future: Future) => void, future: Future) {
    this.call = call;
    this.future = future;
  }

  run(): void {
    this.call(this.future);
  }
}

/** A plain function as a done-callback: it is appended to the ready queue and called there. */
export class FutureCallback implements DoneCallback {
  private readonly call: (future: Future) => void;

  constructor(call: (future: Future) => void) {
    this.call = call;
  }

  futureDone(future: Future): void {
    future.loop.callSoon(new CallHandle(this.call, future));
  }
}
