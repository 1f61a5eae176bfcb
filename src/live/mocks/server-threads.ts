/** A thread of the server that works on one request. */
export interface ServerThread {
  /** Aborts when the run is forgotten: nobody waits for the answer any more. */
  readonly forgotten: AbortSignal;
  /** The request is done; whoever has waited longest is next. Call it once. */
  free(): void;
}

interface RunQueue {
  busy: number;
  readonly waiting: (() => void)[];
  readonly forgetting: AbortController;
}

/**
 * The threads of the server, a set of its own for each run: as many requests as it has threads are worked on at a time,
 * the others queue, first come first served. A run is known only while it has requests here.
 */
export class ServerThreads {
  readonly #runs = new Map<string, RunQueue>();

  /** How many runs have a request here. */
  get runs(): number {
    return this.#runs.size;
  }

  /**
   * Waits for one of the run's `threads` (Infinity: there is always one). Rejects with an AbortError when the run is
   * forgotten meanwhile.
   */
  async take(run: string, threads: number): Promise<ServerThread> {
    const queue = this.#queueOf(run);
    const forgotten = queue.forgetting.signal;
    if (queue.busy < threads) queue.busy += 1;
    else await waitIn(queue);
    return { forgotten, free: () => this.#free(run, queue) };
  }

  /** The run is over: its requests end at once, those that wait and those that are worked on. */
  forget(run: string): void {
    const queue = this.#runs.get(run);
    this.#runs.delete(run);
    queue?.forgetting.abort();
  }

  #queueOf(run: string): RunQueue {
    const known = this.#runs.get(run);
    if (known) return known;
    const queue: RunQueue = { busy: 0, waiting: [], forgetting: new AbortController() };
    this.#runs.set(run, queue);
    return queue;
  }

  #free(run: string, queue: RunQueue): void {
    const next = queue.waiting.shift();
    if (next) {
      // The thread goes from hand to hand: whoever asks in between finds it busy.
      next();
      return;
    }
    queue.busy -= 1;
    if (queue.busy === 0 && this.#runs.get(run) === queue) this.#runs.delete(run);
  }
}

function waitIn(queue: RunQueue): Promise<void> {
  const { signal } = queue.forgetting;
  return new Promise((resolve, reject) => {
    queue.waiting.push(resolve);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
