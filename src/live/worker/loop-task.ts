import type { EventDetail } from "#trace/event-types.ts";
import type { Awaiting, Coroutine } from "./coroutine.ts";
import type { EventLoop } from "./event-loop.ts";
import { asRaised, type Raised } from "./raised.ts";

interface Thrown {
  readonly error: Raised;
  readonly with: "cancel" | "error";
}

/**
 * A coroutine driven by the worker's own event loop, as `asyncio.Task` drives one (Lib/asyncio/tasks.py): every step of
 * it is a turn of that loop, and between two steps nothing of it holds the thread.
 */
export class LoopTask {
  readonly name: string;
  isDone = false;
  /** What ended it, when it has ended badly. */
  error: Raised | undefined;
  readonly #loop: EventLoop;
  readonly #coroutine: Coroutine;
  readonly #result: string | undefined;
  readonly #onEnd: (() => void)[] = [];
  #hasBegun = false;
  #thrown: Thrown | undefined;
  #awaited: Awaiting | undefined;
  #giveUp: () => void = () => {};

  /** `result`: what its `task_done` tells. */
  constructor(loop: EventLoop, name: string, coroutineOf: (task: LoopTask) => Coroutine, result?: string) {
    this.#loop = loop;
    this.name = name;
    this.#result = result;
    this.#coroutine = coroutineOf(this);
    this.#tell("task_created");
    this.#makeReady();
  }

  /** Calls back in the very moment of its end, before anything else runs; in order of registration. */
  onEnd(callback: () => void): void {
    this.#onEnd.push(callback);
  }

  /** Calls back on a turn after its end. */
  onDone(callback: () => void): void {
    if (this.isDone) this.#loop.callSoon(callback);
    else this.onEnd(() => this.#loop.callSoon(callback));
  }

  /** `await task`: raises what the task raised; does not suspend when it has ended already. */
  *join(): Coroutine {
    if (!this.isDone) {
      yield {
        suspension: { reason: "join", on: this.name },
        begin: (wake) => {
          this.onDone(() => wake(this.error));
          return () => {};
        },
      };
    }
    if (this.error !== undefined) throw this.error;
  }

  /** `Task.cancel()`, and what a deadline does: gives up what it waits for and throws the error in at its next step. */
  interrupt(error: Raised): void {
    if (this.isDone) return;
    // A deadline does not outdo a cancel that is on its way.
    if (this.#thrown?.error.kind !== "cancelled") this.#thrown = { error, with: "cancel" };
    if (this.#awaited === undefined) return;
    this.#awaited = undefined;
    this.#giveUp();
    this.#makeReady();
  }

  #makeReady(): void {
    this.#tell("task_ready");
    this.#loop.callSoon(() => this.#step());
  }

  #step(): void {
    const thrown = this.#thrown;
    this.#thrown = undefined;
    if (this.#hasBegun) this.#tell("task_resumed", thrown && { with: thrown.with });
    else if (thrown === undefined) this.#tell("task_started");
    else {
      this.#end(thrown.error);
      return;
    }
    this.#hasBegun = true;
    try {
      const { done, value } = thrown ? this.#coroutine.throw(thrown.error) : this.#coroutine.next();
      if (done) this.#end(undefined);
      else this.#wait(value);
    } catch (caught) {
      this.#end(asRaised(caught));
    }
  }

  #wait(awaited: Awaiting): void {
    this.#tell("task_suspended", awaited.suspension);
    this.#awaited = awaited;
    this.#giveUp = awaited.begin((error) => {
      if (this.#awaited !== awaited) return;
      this.#awaited = undefined;
      if (error !== undefined) {
        this.#thrown = { error, with: error.kind === "cancelled" ? "cancel" : "error" };
      }
      this.#makeReady();
    });
  }

  #end(error: Raised | undefined): void {
    this.isDone = true;
    this.error = error;
    if (error === undefined) {
      this.#tell("task_done", this.#result === undefined ? undefined : { result: this.#result });
    } else if (error.kind === "cancelled") this.#tell("task_cancelled");
    else this.#tell("task_failed", { error: error.text });
    for (const callback of this.#onEnd) callback();
  }

  #tell(type: Parameters<EventLoop["tell"]>[0], detail?: EventDetail): void {
    this.#loop.tell(type, this.name, detail);
  }
}
