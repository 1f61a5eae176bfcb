import type { Milliseconds } from "#base/units.ts";
import { type EventLoop, TimerHandle } from "./event-loop.ts";
import { Future, FutureCallback } from "./future.ts";
import { errorOfClass } from "./python-error.ts";
import type { Coroutine } from "./task.ts";

/** The two sets that it returns: who was done at that moment, and who was not. */
export interface WaitResult {
  readonly done: ReadonlySet<Future>;
  readonly pending: ReadonlySet<Future>;
}

export type WaitUntil = "all" | "first_done" | "first_error";

/**
 * `asyncio.wait(futures, timeout=…, return_when=…)` (Lib/asyncio/tasks.py): raises no errors of theirs and cancels
 * nothing. ValueError when there is nothing to wait for.
 */
export function* wait(
  loop: EventLoop,
  futures: readonly Future[],
  until: WaitUntil,
  timeout: Milliseconds | undefined,
): Coroutine<WaitResult> {
  const distinct = new Set(futures);
  if (distinct.size === 0) throw errorOfClass("ValueError");
  const waiter = new Future(loop);
  const release = () => {
    if (!waiter.isDone) waiter.setResult();
  };
  const timer = new TimerHandle(release);
  if (timeout !== undefined) loop.callLater(timeout, timer);
  let left = distinct.size;
  const callback = new FutureCallback((future) => {
    left--;
    const isEnough = until === "first_done" || (until === "first_error" && future.exception !== null);
    if (left > 0 && !isEnough) return;
    timer.cancel();
    release();
  });
  for (const future of distinct) future.addDoneCallback(callback);
  try {
    yield waiter;
  } finally {
    timer.cancel();
    for (const future of distinct) future.removeDoneCallback(callback);
  }
  return {
    done: new Set(futures.filter((future) => future.isDone)),
    pending: new Set(futures.filter((future) => !future.isDone)),
  };
}
