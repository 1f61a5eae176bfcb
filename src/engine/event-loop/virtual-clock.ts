import type { Milliseconds } from "#base/units.ts";
import { DueQueue } from "./due-queue.ts";

/** The time of the simulated world, and what happens in it apart from the program: servers and helper threads. */
export class VirtualClock {
  /** ms since the run began. */
  now: Milliseconds = 0;
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
    while (this.outside.firstDue <= time) {
      this.passTo(this.outside.firstDue);
      this.outside.pop()();
    }
    this.passTo(time);
  }

  private passTo(time: Milliseconds): void {
    if (time > this.now) this.now = time;
  }

  /** What a blocking call or a computation does to the only thread. */
  block(duration: Milliseconds): void {
    this.advanceTo(this.now + duration);
  }
}
