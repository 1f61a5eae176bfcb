import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { TimeQueue } from "../time-queue.ts";
import type { Computing, Processor } from "./processor.ts";

/** 10!: every share of time among up to ten threads is a whole number of these. */
const GRID_PER_MS = 3_628_800;

/** Snaps a computed moment to a grid, so that what is equal in theory is equal here. Whole ms stay as they are. */
function snap(ms: Milliseconds): Milliseconds {
  return Number.isInteger(ms) ? ms : Math.round(ms * GRID_PER_MS) / GRID_PER_MS;
}

/**
 * The ideal that slices come near to: all who compute progress at once, equally fast. It is what is shown of a run with
 * too many slices. `progress` is the computing time that a thread computing since the beginning would have received; a
 * thread that starts at progress p and needs `ms` is ready at progress p + ms.
 */
export class EvenSharing implements Processor {
  #progress: Milliseconds = 0;
  #updatedAt: Milliseconds = 0;
  readonly #slowness: (computing: number) => number;
  readonly #computing = new TimeQueue<() => void>();

  /** `slowness`: how many ms one ms of computing takes while so many of our threads compute. */
  constructor(slowness: (computing: number) => number) {
    this.#slowness = slowness;
  }

  get isComputing(): boolean {
    return this.#computing.length > 0;
  }

  start(now: Milliseconds, { ms, rank, onEnd }: Computing): void {
    if (this.isComputing) {
      const slowness = this.#slowness(this.#computing.length);
      this.#progress = snap(this.#progress + (now - this.#updatedAt) / slowness);
    }
    this.#updatedAt = now;
    this.#computing.push(this.#progress + ms, rank, onEnd);
  }

  nextEvent(): Milliseconds {
    if (!this.isComputing) return Number.POSITIVE_INFINITY;
    const missing = Math.max(0, this.#computing.nextKey - this.#progress);
    return snap(this.#updatedAt + missing * this.#slowness(this.#computing.length));
  }

  happen(now: Milliseconds): void {
    this.#progress = Math.max(this.#progress, this.#computing.nextKey);
    this.#updatedAt = now;
    this.#computing.pop()();
  }
}

/**
 * How much longer computing takes in a scenario while k of its threads compute. Behind a lock they are one candidate for
 * the cores, and share its part; else each is one.
 */
export function slownessIn({ mode, machine = {} }: Scenario): (computing: number) => number {
  const { cores = Number.POSITIVE_INFINITY, interpreter_lock = true, other_programs = [] } = machine;
  const others = other_programs.length;
  if (mode === "processes" || !interpreter_lock) return (k) => Math.max(1, (k + others) / cores);
  return (k) => k * Math.max(1, (1 + others) / cores);
}
