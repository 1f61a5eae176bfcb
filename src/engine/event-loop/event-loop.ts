import type { Milliseconds } from "#base/units.ts";
import type { RunWatch } from "../run-control.ts";
import { DueQueue } from "./due-queue.ts";
import type { EventLog } from "./event-log.ts";
import { Fifo } from "./fifo.ts";
import { type Future, FutureCallback } from "./future.ts";
import { asPythonError } from "./python-error.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Something that the loop runs: a task's next step, a callback, a timer that came due. */
export interface Handle {
  run(): void;
}

export interface Timer extends Handle {
  /** A cancelled timer is not waited for. */
  readonly isCancelled: boolean;
}

/** A plain function as a timer. */
export class TimerHandle implements Timer {
  isCancelled = false;
  private readonly call: () => void;

  constructor(call: () => void) {
    this.call = call;
  }

  cancel(): void {
    this.isCancelled = true;
  }

  run(): void {
    if (!this.isCancelled) this.call();
  }
}

/**
 * Why the loop stopped: as it should, because nothing can ever happen again, or because its RunWatch says so. A real
 * program would wait for ever in the second case.
 */
export type LoopExit = "completed" | "deadlock" | "interrupted";

/** The event loop (Lib/asyncio/base_events.py): one ready queue, timers, and arrivals from outside. */
export class EventLoop {
  readonly clock: VirtualClock;
  readonly log: EventLog;
  readonly watch: RunWatch;
  /** How many `Task.cancel()` calls are under way inside each other. */
  cancelDepth = 0;
  private readonly ready = new Fifo<Handle>();
  private readonly timers = new DueQueue<Timer>();
  private readonly arrivals = new Fifo<Handle>();
  private isStopping = false;

  constructor(clock: VirtualClock, log: EventLog, watch: RunWatch) {
    this.clock = clock;
    this.log = log;
    this.watch = watch;
  }

  callSoon(handle: Handle): void {
    this.ready.push(handle);
  }

  callLater(delay: Milliseconds, timer: Timer): void {
    this.timers.push(this.clock.now + delay, timer);
  }

  /** Something has arrived from outside; the loop finds it when it next looks at the network. */
  deliver(arrive: () => void): void {
    this.arrivals.push({ run: arrive });
  }

  /** Turns until the end of the turn in which the future's stop callback runs: one turn after the future is done. */
  runUntilComplete(future: Future): LoopExit {
    future.addDoneCallback(
      new FutureCallback(() => {
        this.isStopping = true;
      }),
    );
    let exit: LoopExit | undefined;
    do exit = this.runOnce();
    while (exit === undefined && !this.isStopping);
    this.isStopping = false;
    return exit ?? "completed";
  }

  /** One turn (`_run_once`). What its handles append to the ready queue is left to the next turn. */
  private runOnce(): LoopExit | undefined {
    this.log.turn++;
    if (!this.select()) return "deadlock";
    while (this.timers.firstDue <= this.clock.now) this.ready.push(this.timers.pop());
    for (let left = this.ready.length; left > 0; left--) {
      if (this.watch.isOver()) return "interrupted";
      this.runHandle(this.ready.shift() as Handle);
    }
    return this.watch.isOver() ? "interrupted" : undefined;
  }

  /** Appends what has arrived. With nothing to run, time first jumps to the next timer or arrival; false = neither. */
  private select(): boolean {
    while (this.timers.first?.isCancelled) this.timers.pop();
    this.clock.advanceTo(this.clock.now);
    while (this.ready.length === 0 && this.arrivals.length === 0 && this.timers.firstDue > this.clock.now) {
      const next = Math.min(this.timers.firstDue, this.clock.nextOutside);
      if (next === Number.POSITIVE_INFINITY) return false;
      this.clock.advanceTo(next);
    }
    this.clock.awaitTurn();
    while (this.arrivals.length > 0) this.ready.push(this.arrivals.shift() as Handle);
    return true;
  }

  /** An exception in a callback is logged and stops nobody (`Handle._run`). */
  private runHandle(handle: Handle): void {
    try {
      handle.run();
    } catch (caught) {
      asPythonError(caught);
    }
  }
}
