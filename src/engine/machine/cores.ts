import { Core, type Job } from "./core.ts";

/** The cores of a machine: made when they are needed, up to `most`. */
export class Cores {
  readonly all: Core[] = [];
  readonly #most: number;
  /** How many of them run nobody. */
  #free = 0;

  /** `most`: Infinity for a machine with a core for whoever wants one. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The core on which the same thread's last job ended at this very moment. */
  keptFor(thread: object): Core | undefined {
    return this.#free === 0 ? undefined : this.all.find(({ keeper }) => keeper === thread);
  }

  /** The free core that the thread was on last, else the first; undefined when all are taken. */
  freeFor(thread: object): Core | undefined {
    if (this.#free > 0) {
      const free = this.all.filter(({ job }) => job === undefined);
      return free.find(({ last }) => last === thread) ?? free[0];
    }
    if (this.all.length >= this.#most) return undefined;
    const core = new Core(this.all.length + 1);
    this.all.push(core);
    this.#free += 1;
    return core;
  }

  put(job: Job, core: Core): void {
    core.keeper = undefined;
    core.job = job;
    core.last = job.thread;
    job.core = core;
    this.#free -= 1;
  }

  /** Takes a job off its core, and returns the core. */
  takeOff(job: Job): Core {
    const core = job.core as Core;
    core.job = undefined;
    job.core = undefined;
    this.#free += 1;
    return core;
  }

  /** From now on whoever has waited longest may have what nobody goes on with. */
  forgetKeepers(): void {
    for (const core of this.all) core.keeper = undefined;
  }

  /** Of the jobs that have nothing left to compute, the one of the lowest rank. */
  nextDone(): Job | undefined {
    let done: Job | undefined;
    for (const { job } of this.all) {
      if (job === undefined || job.left > 0 || job.switching > 0) continue;
      if (done === undefined || job.rank < done.rank) done = job;
    }
    return done;
  }
}
