import type { Milliseconds } from "#base/units.ts";
import type { Computing, Processor } from "../machine/processor.ts";
import { DueQueue } from "./due-queue.ts";

/**
 * The time of the simulated world, and what happens in it apart from the program: servers, helper threads, and other
 * programs on the cores.
 */
export class VirtualClock {
  /** ms since the run began. */
  now: Milliseconds = 0;
  /** Who shares out the cores; undefined where the loop's thread has one to itself. */
  processor: Processor | undefined;
  private readonly outside = new DueQueue<() => void>();

  /** When the next thing happens outside; Infinity when nothing will. */
  get nextOutside(): Milliseconds {
    return this.outside.firstDue;
  }

  /** Lets something happen outside at `due`; at one time, in the order of these calls. */
  at(due: Milliseconds, happen: () => void): void {
    this.outside.push(due, happen);
  }

  /** Time passes until `time`, and everything outside that is due by then happens, each at its own time. */
  advanceTo(time: Milliseconds): void {
    for (;;) {
      // The loop's thread keeps its core for as long as no time passes.
      const computed = (this.now < time && this.processor?.nextEvent()) || Number.POSITIVE_INFINITY;
      const next = Math.min(computed, this.outside.firstDue);
      if (next > time) break;
      this.passTo(next);
      if (computed <= next) this.processor?.happen(this.now);
      else this.outside.pop()();
    }
    this.passTo(time);
  }

  /** The loop's thread goes on when it has a core, which takes time where others have them all. */
  awaitTurn(tell?: Computing["tell"]): void {
    if (this.processor !== undefined) this.compute(0, tell);
  }

  private passTo(time: Milliseconds): void {
    if (time > this.now) this.now = time;
  }

  /** What a blocking call does to the only thread. */
  block(duration: Milliseconds): void {
    this.advanceTo(this.now + duration);
  }

  /** What computing does to it: the same, but others may have the core in between. */
  compute(ms: Milliseconds, tell: Computing["tell"]): void {
    const { processor } = this;
    if (processor === undefined) {
      this.block(ms);
      return;
    }
    let isOver = false;
    const onEnd = () => {
      isOver = true;
    };
    processor.start(this.now, { ms, thread: this, rank: 0, onEnd, ...(tell && { tell }) });
    while (!isOver) {
      this.passTo(Math.min(processor.nextEvent(), this.outside.firstDue));
      if (processor.nextEvent() <= this.now) processor.happen(this.now);
      else this.outside.pop()();
    }
  }
}
