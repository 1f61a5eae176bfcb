import type { EventLoop } from "./event-loop.ts";
import { Future } from "./future.ts";
import { asPythonError } from "./python-error.ts";
import type { Coroutine } from "./task.ts";
import { WaitingLine } from "./waiting-line.ts";

/** `asyncio.Semaphore` (Lib/asyncio/locks.py): a free place goes to the first in the queue, never to a newcomer. */
export class Semaphore {
  private readonly loop: EventLoop;
  private places: number;
  private readonly line = new WaitingLine();

  constructor(loop: EventLoop, places: number) {
    this.loop = loop;
    this.places = places;
  }

  *acquire(): Coroutine {
    if (!this.isLocked()) {
      this.places--;
      return;
    }
    const turn = new Future(this.loop);
    const place = this.line.join(turn);
    try {
      try {
        yield turn;
      } finally {
        this.line.leave(place);
      }
    } catch (caught) {
      // Cancelled after the place had been given: it goes to the next.
      if (asPythonError(caught).kind === "cancelled" && !turn.isCancelled) this.release();
      throw caught;
    }
    if (this.places > 0) this.wakeUpNext();
  }

  release(): void {
    this.places++;
    this.wakeUpNext();
  }

  private isLocked(): boolean {
    return this.places === 0 || this.line.find(() => true) !== undefined;
  }

  private wakeUpNext(): void {
    const next = this.line.find((waiter) => !waiter.isDone);
    if (next === undefined) return;
    this.places--;
    next.future.setResult();
  }
}
