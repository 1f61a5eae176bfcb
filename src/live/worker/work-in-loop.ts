import type { Coroutine } from "./coroutine.ts";
import { withDeadline } from "./deadline.ts";
import { EventLoop } from "./event-loop.ts";
import { Frame } from "./frame.ts";
import { LoopTask } from "./loop-task.ts";
import { Places } from "./places.ts";
import { Raised } from "./raised.ts";
import { runBody } from "./run-body.ts";
import { runCallback } from "./run-callbacks.ts";
import { allDone, waitForAll, waitForTasks } from "./wait-for-tasks.ts";
import type { WorkerProgram } from "./worker-program.ts";

/** Hears how the program has ended, or what no program of a scenario throws. */
export interface LoopListener {
  ended(error: Raised | undefined): void;
  broke(error: unknown): void;
}

/** Runs an async program in this worker, as `asyncio.run(main())` or `loop.run_until_complete(wait(tasks))` would. */
export function workInLoop(program: WorkerProgram, tasks: readonly string[], listener: LoopListener): void {
  new LoopProgram(program, tasks, listener).start();
}

class LoopProgram {
  readonly #program: WorkerProgram;
  readonly #names: readonly string[];
  readonly #listener: LoopListener;
  readonly #loop: EventLoop;
  readonly #places: Places | undefined;
  readonly #connections: Places | undefined;
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #tasks: readonly LoopTask[] = [];

  constructor(program: WorkerProgram, names: readonly string[], listener: LoopListener) {
    const { limit } = program.scenario;
    this.#program = program;
    this.#names = names;
    this.#listener = listener;
    this.#loop = new EventLoop(program.notebook, listener.broke);
    this.#places = limit?.tasks === undefined ? undefined : new Places(limit.tasks, "limit");
    this.#connections =
      limit?.connections === undefined ? undefined : new Places(limit.connections, "connection");
  }

  start(): void {
    const { create, wait } = this.#program.scenario;
    if (create === "before_loop" && wait?.style === "wait") this.#runTasksMadeBefore();
    else this.#runMain();
    this.#program.notebook.flush();
  }

  #runMain(): void {
    this.#loop.tell("loop_start");
    const main = new LoopTask(this.#loop, "main", () => this.#main());
    main.onDone(() => this.#shutDown(() => this.#stop(main.error)));
  }

  *#main(): Coroutine {
    this.#startTasks();
    yield* waitForTasks(this.#program, this.#tasks);
  }

  #runTasksMadeBefore(): void {
    this.#startTasks();
    this.#loop.tell("loop_start");
    const main = new LoopTask(this.#loop, "main", () => waitForAll(this.#tasks));
    main.onDone(() => {
      this.#loop.tell("loop_stop");
      this.#loop.tell("wait_returned", "main", allDone(this.#tasks));
      this.#end(undefined);
    });
  }

  #startTasks(): void {
    this.#tasks = this.#names.map((name) => this.#startTask(name));
    for (const { task: name, at_ms } of this.#program.scenario.cancels ?? []) {
      const task = this.#tasks.find((candidate) => candidate.name === name);
      if (task === undefined) continue;
      if (at_ms === 0) this.#cancel(task, "request");
      else this.#timers.push(setTimeout(() => this.#cancel(task, "request"), at_ms));
    }
  }

  #startTask(name: string): LoopTask {
    const program = this.#program;
    const spec = program.specOf(name);
    this.#loop.tell("coroutine_created", name);
    const task: LoopTask = new LoopTask(this.#loop, name, (self) => this.#body(self), program.resultOf(name));
    for (const callback of spec.callbacks ?? []) {
      task.onEnd(() => {
        this.#loop.tell("callback_scheduled", name, { callback: callback.name });
        this.#loop.callSoon(() => runCallback(program, name, callback, task.error));
      });
    }
    return task;
  }

  /** A task's body, in its place under the limit, within its deadline. */
  #body(task: LoopTask): Coroutine {
    const spec = this.#program.specOf(task.name);
    const frame = new Frame(this.#program, task.name, spec, 0, { task, connections: this.#connections });
    return withDeadline(frame, spec.timeout_ms, this.#holdingPlace(runBody(frame)));
  }

  *#holdingPlace(body: Coroutine): Coroutine {
    if (this.#places === undefined) return yield* body;
    yield* this.#places.acquire();
    try {
      yield* body;
    } finally {
      this.#places.release();
    }
  }

  #cancel(task: LoopTask, by: string): void {
    this.#loop.tell("cancel_requested", task.name, task.isDone ? { by, too_late: true } : { by });
    task.interrupt(new Raised("cancelled", "cancelled"));
    this.#program.notebook.flush();
  }

  /** What is left when main has ended is cancelled and runs to its end (Lib/asyncio/runners.py). */
  #shutDown(then: () => void): void {
    const leftover = this.#tasks.filter((task) => !task.isDone);
    let left = leftover.length;
    if (left === 0) then();
    for (const task of leftover) {
      this.#cancel(task, "shutdown");
      task.onDone(() => {
        left -= 1;
        if (left === 0) then();
      });
    }
  }

  #stop(error: Raised | undefined): void {
    this.#loop.tell("loop_stop");
    this.#end(error);
  }

  #end(error: Raised | undefined): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#loop.close();
    this.#program.notebook.flush();
    this.#listener.ended(error);
  }
}
