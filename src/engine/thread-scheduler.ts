import type { Milliseconds } from "#base/units.ts";
import { Fifo } from "./event-loop/fifo.ts";
import { InterpreterShare } from "./interpreter-share.ts";
import { TimeQueue } from "./time-queue.ts";

/** What a thread yields when it cannot go on: it is given its own alarm and arranges for somebody to ring it, once. */
export type Park = (wake: () => void) => void;

/** The program of a thread: runs until it yields a `Park`, goes on when it is woken, returns a T at its end. */
export type ThreadProgram<T = void> = Generator<Park, T, void>;

/** Order among things due at one moment: what comes from outside is there before somebody loses patience with it. */
type Urgency = 0 | 1;
export const ARRIVAL: Urgency = 0;
export const DEADLINE: Urgency = 1;

/**
 * The operating system in small: threads on a virtual clock. Whoever can run runs, one after the other in the order of
 * waking, each until it parks; when all are parked, time jumps to what comes next and that one thing happens.
 */
export class ThreadScheduler {
  #now: Milliseconds = 0;
  readonly #runnable = new Fifo<() => void>();
  readonly #due = new TimeQueue<() => void>();
  readonly #interpreter = new InterpreterShare();

  /** ms since the run began; exact, not rounded for display. */
  get now(): Milliseconds {
    return this.#now;
  }

  /** Makes a thread, which runs its first line when the current one parks. `onEnd` is told what it returns. */
  start<T>(program: ThreadProgram<T>, onEnd?: (result: T) => void): void {
    const resume = () => {
      const { done, value } = program.next();
      if (done) onEnd?.(value);
      else value(wake);
    };
    const wake = () => this.#runnable.push(resume);
    wake();
  }

  /** Calls `action` in `ms` from now. */
  after(ms: Milliseconds, action: () => void, urgency: Urgency = ARRIVAL): void {
    this.#due.push(this.#now + ms, urgency, action);
  }

  /** Waits without computing. */
  sleep(ms: Milliseconds): Park {
    return (wake) => this.after(ms, wake);
  }

  /** Computes for `ms` of its own, in competition with all others that compute; ties end in order of `rank`. */
  compute(ms: Milliseconds, rank: number): Park {
    return (wake) => this.#interpreter.start(this.#now, ms, rank, wake);
  }

  /** Runs `main` and whatever it starts until `main` has returned. Throws if all wait for each other for ever. */
  run<T>(main: ThreadProgram<T>): T {
    let returned: { readonly result: T } | undefined;
    this.start(main, (result) => {
      returned = { result };
    });
    for (;;) {
      for (let resume = this.#runnable.shift(); resume; resume = this.#runnable.shift()) resume();
      if (returned) return returned.result;
      this.#letTheNextThingHappen();
    }
  }

  #letTheNextThingHappen(): void {
    const computed = this.#interpreter.nextReady();
    const due = this.#due.nextKey;
    const next = Math.min(computed, due);
    if (next === Number.POSITIVE_INFINITY) throw new Error("every thread waits and nothing can ever happen");
    this.#now = Math.max(this.#now, next);
    if (computed <= due) this.#interpreter.finishNext(this.#now);
    else this.#due.pop()();
  }
}

/** A condition variable (`threading.Condition`): threads wait until what they wait for has become true. */
export class Condition {
  #waiting: (() => void)[] = [];

  notifyAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Parks until `holds()`; it is asked at once and after every `notifyAll`. */
  *waitFor(holds: () => boolean): ThreadProgram {
    while (!holds()) yield (wake) => this.#waiting.push(wake);
  }
}
