import type { Milliseconds } from "#base/units.ts";
import type { Coroutine } from "./coroutine.ts";
import type { Frame } from "./frame.ts";
import { Raised } from "./raised.ts";

/**
 * `async with asyncio.timeout(duration)`: a timer interrupts the task, whatever it waits for; what has been requested
 * is aborted. A task that blocks the loop blocks the timer, too, and is through before it fires. `isHandled`: the body
 * catches the TimeoutError. Does nothing but run the body when there is no deadline or no loop.
 */
export function* withDeadline(
  frame: Frame,
  duration: Milliseconds | undefined,
  body: Coroutine,
  isHandled = false,
): Coroutine {
  const { loop } = frame;
  if (loop === undefined || duration === undefined) return yield* body;
  const expired = new Raised("timeout", "timeout");
  const timer = setTimeout(() => {
    frame.program.notebook.mark("timeout_fired", frame.task);
    loop.task.interrupt(expired);
    frame.program.notebook.flush();
  }, duration);
  try {
    yield* body;
  } catch (caught) {
    if (caught !== expired || !isHandled) throw caught;
    frame.tell("timeout_handled");
  } finally {
    clearTimeout(timer);
  }
}
