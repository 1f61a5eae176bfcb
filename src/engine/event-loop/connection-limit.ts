import type { EventLoop } from "./event-loop.ts";
import { Fifo } from "./fifo.ts";
import { Future } from "./future.ts";
import type { Coroutine } from "./task.ts";

/**
 * A client that opens at most so many connections, first come first served (`aiohttp.TCPConnector(limit=…)`). Unlike a
 * semaphore it hands a used connection straight to the first in the queue.
 */
export class ConnectionLimit {
  private readonly loop: EventLoop;
  private free: number;
  private readonly waiters = new Fifo<Future>();

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
    this.waiters.push(turn);
    try {
      yield turn;
    } catch (caught) {
      // Cancelled: it leaves the queue or, when it already had a connection, passes it on.
      if (!this.waiters.remove(turn) && !turn.isCancelled) this.release();
      throw caught;
    }
  }

  release(): void {
    for (let first = this.waiters.shift(); first !== undefined; first = this.waiters.shift()) {
      if (first.isDone) continue;
      first.setResult();
      return;
    }
    this.free++;
  }
}
