import type { Milliseconds } from "#base/units.ts";
import { Fifo } from "./event-loop/fifo.ts";
import type { ThreadScheduler } from "./thread-scheduler.ts";

/** A request at the server, which works on it for `ms` once it begins and tells both ends. */
export interface ServerRequest {
  readonly ms: Milliseconds;
  onStart(): void;
  onEnd(): void;
}

/** A server with `workers` places and one queue, first come first served. */
export class Server {
  readonly #clock: ThreadScheduler;
  readonly #workers: number;
  readonly #queue = new Fifo<ServerRequest>();
  #busy = 0;

  /** `workers`: Infinity for a server that takes on everything at once. */
  constructor(clock: ThreadScheduler, workers: number) {
    this.#clock = clock;
    this.#workers = workers;
  }

  submit(request: ServerRequest): void {
    this.#queue.push(request);
    this.#serve();
  }

  #serve(): void {
    while (this.#busy < this.#workers) {
      const request = this.#queue.shift();
      if (request === undefined) return;
      this.#busy += 1;
      request.onStart();
      this.#clock.after(request.ms, () => {
        this.#busy -= 1;
        request.onEnd();
        this.#serve();
      });
    }
  }
}
