import type { Milliseconds } from "#base/units.ts";
import { NO_DETAIL } from "#trace/recorder-types.ts";
import type { Timer } from "./event-loop.ts";
import { Future } from "./future.ts";
import type { Task } from "./task.ts";

/** The future inside `asyncio.sleep(duration)`, which its own timer completes. `duration` > 0. */
export class SleepFuture extends Future implements Timer {
  private readonly sleeper: Task;

  constructor(sleeper: Task, duration: Milliseconds) {
    super(sleeper.loop);
    this.sleeper = sleeper;
    this.loop.callLater(duration, this);
  }

  run(): void {
    if (this.isDone) return;
    this.loop.log.record("timer_fired", this.sleeper.id, NO_DETAIL, this.sleeper.mark);
    this.setResult();
  }
}
