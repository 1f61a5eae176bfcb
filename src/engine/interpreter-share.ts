import type { Milliseconds } from "#base/units.ts";
import { TimeQueue } from "./time-queue.ts";

/** 10!: every share of time among up to ten threads is a whole number of these. */
const GRID_PER_MS = 3_628_800;

/** Snaps a computed moment to a grid, so that what is equal in theory is equal here. Whole ms stay as they are. */
function snap(ms: Milliseconds): Milliseconds {
  return Number.isInteger(ms) ? ms : Math.round(ms * GRID_PER_MS) / GRID_PER_MS;
}

/**
 * The one interpreter that all threads share (the global interpreter lock: only its holder runs Python code). The real
 * one passes from thread to thread every 5 ms (`sys.getswitchinterval`); the ideal kept here shares it evenly: while
 * k threads compute, each progresses at 1/k. `progress` is the computing time that a thread computing since the
 * beginning would have received; a thread that starts at progress p and needs `ms` is ready at progress p + ms.
 */
export class InterpreterShare {
  #progress: Milliseconds = 0;
  #updatedAt: Milliseconds = 0;
  readonly #computing = new TimeQueue<() => void>();

  /** From `now` on one more thread computes, for `ms` of its own; among equals the lowest `rank` is ready first. */
  start(now: Milliseconds, ms: Milliseconds, rank: number, onReady: () => void): void {
    if (this.#computing.length > 0) {
      this.#progress = snap(this.#progress + (now - this.#updatedAt) / this.#computing.length);
    }
    this.#updatedAt = now;
    this.#computing.push(this.#progress + ms, rank, onReady);
  }

  /** When the next thread is ready if nobody joins; Infinity while none computes. */
  nextReady(): Milliseconds {
    if (this.#computing.length === 0) return Number.POSITIVE_INFINITY;
    const missing = Math.max(0, this.#computing.nextKey - this.#progress);
    return snap(this.#updatedAt + missing * this.#computing.length);
  }

  /** Lets the next thread, ready at `now`, leave and calls its `onReady`. */
  finishNext(now: Milliseconds): void {
    this.#progress = Math.max(this.#progress, this.#computing.nextKey);
    this.#updatedAt = now;
    this.#computing.pop()();
  }
}
