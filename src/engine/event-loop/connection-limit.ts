import type { EventLoop } from "./event-loop.ts";
import { Future } from "./future.ts";
import type { Coroutine } from "./task.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * A client that opens at most so many connections, first come first served (`aiohttp.TCPConnector(limit=…)`). Unlike a
 * semaphore it hands a used connection straight to the first in the queue.
 */
export class ConnectionLimit {
  private readonly loop: EventLoop;
  private free: number;
  private readonly line = new WaitingLine();

  constructor(loop: EventLoop, connections: number) {
    this.loop = loop;
    this.free = connections;
  }

  *acquire(): Coroutine {
    if (this.free > 0) {
      this.free--;
      return;
    }
    const turn = new Future(this.loop);
    const place = this.line.join(turn);
    try {
      yield turn;
    } catch (caught) {
      // Cancelled: it leaves the queue or, when it already had a connection, passes it on.
      if (!this.line.leave(place) && !turn.isCancelled) this.release();
      throw caught;
    }
  }

  /** The first in line that has not been cancelled gets the connection. */
  release(): void {
    const next = this.line.find((waiter) => !waiter.isDone);
    if (next === undefined) {
      this.free++;
      return;
    }
    this.line.leave(next);
    next.future.setResult();
  }
}
