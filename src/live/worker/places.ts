import type { SuspendReason } from "#trace/event-types.ts";
import type { Coroutine, Wake } from "./coroutine.ts";

/** A number of places and a queue for them, first come first served: a semaphore, or a client's connections. */
export class Places {
  readonly #reason: SuspendReason;
  #free: number;
  readonly #line: { wake: Wake; hasPlace: boolean }[] = [];

  constructor(count: number, reason: SuspendReason) {
    this.#free = count;
    this.#reason = reason;
  }

  *acquire(): Coroutine {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const waiter = { wake: (() => {}) as Wake, hasPlace: false };
    try {
      yield {
        suspension: { reason: this.#reason },
        begin: (wake) => {
          waiter.wake = wake;
          this.#line.push(waiter);
          return () => this.#line.splice(this.#line.indexOf(waiter), 1);
        },
      };
    } catch (error) {
      // Interrupted after the place had been given: it goes to the next.
      if (waiter.hasPlace) this.release();
      throw error;
    }
  }

  release(): void {
    const next = this.#line.shift();
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    next.hasPlace = true;
    next.wake();
  }
}
