import { Future, FutureCallback } from "./future.ts";
import { asPythonError, errorGroup, type PythonError } from "./python-error.ts";
import type { Coroutine, Task } from "./task.ts";

/**
 * `asyncio.TaskGroup` (Lib/asyncio/taskgroups.py): leaving it waits for all its tasks; the first error cancels the
 * others and the task that waits. Its tasks are cancelled in order of creation (CPython's set has no order).
 */
export class TaskGroup {
  private readonly parent: Task;
  private readonly tasks = new Set<Future>();
  private readonly errors: PythonError[] = [];
  private isAborting = false;
  private parentCancelRequested = false;
  private onCompleted: Future | null = null;
  private readonly callback = new FutureCallback((task) => this.taskDone(task));

  constructor(parent: Task) {
    this.parent = parent;
  }

  adopt(task: Task): void {
    task.addDoneCallback(this.callback);
    this.tasks.add(task);
  }

  /** What `async with` does at the end of its block. Raises an error group, or the cancellation of the parent. */
  *exit(): Coroutine {
    let cancellation: PythonError | null = null;
    while (this.tasks.size > 0) {
      this.onCompleted ??= new Future(this.parent.loop);
      try {
        yield this.onCompleted;
      } catch (caught) {
        const error = asPythonError(caught);
        if (error.kind !== "cancelled") throw error;
        if (!this.isAborting) {
          cancellation = error;
          this.abort();
        }
      }
      this.onCompleted = null;
    }
    if (this.errors.length > 0) throw errorGroup(this.errors);
    if (cancellation !== null) throw cancellation;
  }

  private abort(): void {
    this.isAborting = true;
    for (const task of this.tasks) if (!task.isDone) task.cancel(this.parent.loop.log.cancelBy("group"));
  }

  private taskDone(task: Future): void {
    this.tasks.delete(task);
    if (this.tasks.size === 0 && this.onCompleted !== null && !this.onCompleted.isDone)
      this.onCompleted.setResult();
    if (task.exception === null) return;
    this.errors.push(task.exception);
    if (this.parent.isDone || this.isAborting || this.parentCancelRequested) return;
    this.abort();
    this.parentCancelRequested = true;
    this.parent.cancel(this.parent.loop.log.cancelBy("group"));
  }
}
