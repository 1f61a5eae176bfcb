import type { DetailId } from "#trace/recorder-types.ts";
import type { EventLoop } from "./event-loop.ts";
import { Future, FutureCallback } from "./future.ts";
import { cancelledError } from "./python-error.ts";

/**
 * `asyncio.gather(*children, return_exceptions=collectErrors)` (Lib/asyncio/tasks.py): done when all children are, or
 * at the first error. To cancel it is to cancel the children, which must be distinct.
 */
export class GatheringFuture extends Future {
  private readonly children: readonly Future[];
  private readonly collectErrors: boolean;
  private finishedChildren = 0;
  private cancelRequested = false;

  constructor(loop: EventLoop, children: readonly Future[], collectErrors: boolean) {
    super(loop);
    this.children = children;
    this.collectErrors = collectErrors;
    const callback = new FutureCallback((child) => this.childDone(child));
    for (const child of this.children) child.addDoneCallback(callback);
    if (this.children.length === 0) this.setResult();
  }

  override cancel(_by: DetailId): boolean {
    if (this.isDone) return false;
    let isAnyCancelled = false;
    for (const child of this.children) {
      if (child.cancel(this.loop.log.propagated)) isAnyCancelled = true;
    }
    if (isAnyCancelled) this.cancelRequested = true;
    return isAnyCancelled;
  }

  private childDone(child: Future): void {
    this.finishedChildren++;
    if (this.isDone) return;
    const { error } = child;
    if (!this.collectErrors && error !== null) this.setException(error);
    else if (this.finishedChildren === this.children.length) this.finishAll();
  }

  private finishAll(): void {
    if (this.cancelRequested) this.setException(cancelledError());
    else this.setResult();
  }
}
