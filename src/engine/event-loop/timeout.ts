import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import { NO_DETAIL } from "#trace/recorder-types.ts";
import { TimerHandle } from "./event-loop.ts";
import { asPythonError, timeoutError } from "./python-error.ts";
import { type Coroutine, SILENTLY, type Task } from "./task.ts";

/**
 * `async with asyncio.timeout(duration)` (Lib/asyncio/timeouts.py): a timer cancels the task, and the CancelledError
 * becomes a TimeoutError on its way out, unless somebody else wanted the task cancelled too. `mark` = the step that
 * has the deadline.
 */
export function* withTimeout<Result>(
  task: Task,
  duration: Milliseconds,
  mark: ProgramMark,
  body: Coroutine<Result>,
): Coroutine<Result> {
  const { loop } = task;
  const cancelsBefore = task.cancelling;
  let hasFired = false;
  const timer = new TimerHandle(() => {
    loop.log.record("timeout_fired", task.id, NO_DETAIL, mark);
    task.cancel(SILENTLY);
    hasFired = true;
  });
  // A deadline that has already passed fires in the next turn, without a timer.
  if (duration === 0) loop.callSoon(timer);
  else loop.callLater(duration, timer);
  try {
    const result = yield* body;
    timer.cancel();
    if (hasFired) task.uncancel();
    return result;
  } catch (caught) {
    timer.cancel();
    const isSettled = hasFired && task.uncancel() <= cancelsBefore;
    if (isSettled && asPythonError(caught).kind === "cancelled") throw timeoutError();
    throw caught;
  }
}
