import type { Milliseconds } from "#base/units.ts";
import { DueQueue } from "./event-loop/due-queue.ts";
import { Fifo } from "./event-loop/fifo.ts";
import type { Computing, Processor } from "./machine/processor.ts";

/** What a thread yields when it cannot go on, having arranged for somebody to wake it, once. */
export const PARKED = "parked";

/** The program of a thread: runs until it is PARKED, goes on when it is woken, returns a T at its end. */
export type ThreadProgram<T = void> = Generator<typeof PARKED, T, void>;

/** Order among things due at one moment: what comes from outside is there before somebody loses patience with it. */
type Urgency = "arrival" | "deadline";

interface Thread {
  resume(): void;
  /** Wakes it when it is parked. */
  readonly wake: () => void;
}

/**
 * The operating system in small: threads on a virtual clock. Whoever can run runs, one after the other in the order of
 * waking, each until it parks; when all are parked, time jumps to what comes next and that one thing happens.
 */
export class ThreadScheduler {
  #now: Milliseconds = 0;
  #current: Thread | undefined;
  readonly #runnable = new Fifo<Thread>();
  readonly #arrivals = new DueQueue<() => void>();
  readonly #deadlines = new DueQueue<() => void>();
  readonly #processor: Processor;

  constructor(processor: Processor) {
    this.#processor = processor;
  }

  /** ms since the run began; exact, not rounded for display. */
  get now(): Milliseconds {
    return this.#now;
  }

  /** What wakes the thread that is running now, once it has parked. */
  get wakeCurrent(): () => void {
    return (this.#current as Thread).wake;
  }

  /** Makes a thread, which runs its first line when the current one parks. `onEnd` is told what it returns. */
  start<T>(program: ThreadProgram<T>, onEnd?: (result: T) => void): void {
    const thread: Thread = {
      resume: () => {
        const { done, value } = program.next();
        if (done) onEnd?.(value);
      },
      wake: () => this.#runnable.push(thread),
    };
    thread.wake();
  }

  /** Calls `action` in `ms` from now. */
  after(ms: Milliseconds, action: () => void, urgency: Urgency = "arrival"): void {
    const queue = urgency === "arrival" ? this.#arrivals : this.#deadlines;
    queue.push(this.#now + ms, action);
  }

  /** Waits without computing. */
  sleep(ms: Milliseconds): typeof PARKED {
    this.after(ms, this.wakeCurrent);
    return PARKED;
  }

  /**
   * Computes for `ms` of its own, in competition with all others that compute; ties end in order of `rank`. `tell` hears
   * of its slices.
   */
  compute(ms: Milliseconds, rank: number, tell?: Computing["tell"]): typeof PARKED {
    const thread = this.#current as Thread;
    const computing = { ms, rank, thread, onEnd: thread.wake };
    this.#processor.start(this.#now, tell === undefined ? computing : { ...computing, tell });
    return PARKED;
  }

  /** Runs `main` and whatever it starts until `main` has returned. Throws if all wait for each other for ever. */
  run<T>(main: ThreadProgram<T>): T {
    let returned: { readonly result: T } | undefined;
    this.start(main, (result) => {
      returned = { result };
    });
    for (;;) {
      while (this.#runnable.length > 0) {
        this.#current = this.#runnable.shift() as Thread;
        this.#current.resume();
      }
      if (returned) return returned.result;
      this.#letTheNextThingHappen();
    }
  }

  #letTheNextThingHappen(): void {
    const due = Math.min(this.#arrivals.firstDue, this.#deadlines.firstDue);
    const computed = this.#processor.nextEvent();
    const next = Math.min(computed, due);
    // Other programs compute for ever: they wake nobody.
    if (due === Number.POSITIVE_INFINITY && !this.#processor.isComputing)
      throw new Error("every thread waits and nothing can ever happen");
    if (next > this.#now) this.#now = next;
    if (computed <= due) this.#processor.happen(this.#now);
    else if (this.#arrivals.firstDue === due) this.#arrivals.pop()();
    else this.#deadlines.pop()();
  }
}

/** A condition variable (`threading.Condition`): threads wait until what they wait for has become true. */
export class Condition {
  readonly #clock: ThreadScheduler;
  #waiting: (() => void)[] = [];

  constructor(clock: ThreadScheduler) {
    this.#clock = clock;
  }

  notifyAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Parks until `holds()`; it is asked at once and after every `notifyAll`. */
  *waitFor(holds: () => boolean): ThreadProgram {
    while (!holds()) {
      this.#waiting.push(this.#clock.wakeCurrent);
      yield PARKED;
    }
  }
}
