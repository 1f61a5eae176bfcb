import type { Milliseconds } from "#base/units.ts";
import { TimerHandle } from "./event-loop.ts";
import { Fifo } from "./fifo.ts";
import { Future, FutureCallback } from "./future.ts";
import { timeoutError } from "./python-error.ts";
import type { Coroutine, Task } from "./task.ts";

/**
 * `asyncio.as_completed(tasks, timeout=…)` (Lib/asyncio/tasks.py): the tasks in the order in which they end. Every
 * `next()` waits for one more; after the deadline it raises TimeoutError. The deadline cancels nothing.
 */
export class AsCompleted {
  private readonly waiting: Task;
  private readonly todo: Set<Future>;
  private readonly done = new Fifo<Task | "overdue">();
  private getter: Future | null = null;
  private readonly timer = new TimerHandle(() => this.giveUp());
  private readonly callback = new FutureCallback((task) => this.taskDone(task as Task));

  /** `waiting` = the task that will call `next()`. */
  constructor(waiting: Task, tasks: readonly Task[], timeout: Milliseconds | undefined) {
    this.waiting = waiting;
    this.todo = new Set(tasks);
    for (const task of this.todo) task.addDoneCallback(this.callback);
    if (this.todo.size > 0 && timeout !== undefined) waiting.loop.callLater(timeout, this.timer);
  }

  *next(): Coroutine<Task> {
    while (this.done.length === 0) {
      this.getter = new Future(this.waiting.loop);
      yield this.getter;
    }
    const first = this.done.shift() as Task | "overdue";
    if (first === "overdue") throw timeoutError();
    return first;
  }

  private taskDone(task: Task): void {
    if (!this.todo.delete(task)) return;
    this.put(task);
    if (this.todo.size === 0) this.timer.cancel();
  }

  private giveUp(): void {
    for (const task of this.todo) {
      task.removeDoneCallback(this.callback);
      this.put("overdue");
    }
    this.todo.clear();
  }

  private put(item: Task | "overdue"): void {
    this.done.push(item);
    if (this.getter !== null && !this.getter.isDone) this.getter.setResult();
  }
}
