import type { StepIndex, TaskId } from "../trace.ts";
import { type Groups, groupRows } from "./group-rows.ts";
import { GrowingColumn } from "./growing-column.ts";

/** A body under way inside a task: whose body, and its row in the log. */
interface Frame {
  readonly body: TaskId;
  readonly row: number;
}

const NOT_YET = -1;

/** Bodies run directly inside a task (`await coro()`, or a plain call), in the order in which they begin. */
export interface CallColumns {
  readonly caller: Int32Array;
  readonly body: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly byCaller: Groups;
  readonly byBody: Groups;
}

/** Follows them while a trace is read. */
export class CallLog {
  readonly #caller = new GrowingColumn();
  readonly #body = new GrowingColumn();
  readonly #from = new GrowingColumn();
  readonly #to = new GrowingColumn();
  readonly #frames = new Map<TaskId, Frame[]>();
  readonly #callers = new Map<TaskId, TaskId>();

  get isIdle(): boolean {
    return this.#frames.size === 0;
  }

  begin(caller: TaskId, body: TaskId, step: StepIndex): void {
    const frames = this.#frames.get(caller) ?? [];
    this.#frames.set(caller, frames);
    frames.push({ body, row: this.#caller.length });
    this.#callers.set(body, caller);
    this.#caller.push(caller);
    this.#body.push(body);
    this.#from.push(step);
    this.#to.push(NOT_YET);
  }

  /** Ends the innermost body inside `caller`; undefined when there is none. */
  endInnermost(caller: TaskId, step: StepIndex): TaskId | undefined {
    const frames = this.#frames.get(caller);
    const frame = frames?.pop();
    if (frames?.length === 0) this.#frames.delete(caller);
    if (frame !== undefined) this.#to.set(frame.row, step);
    return frame?.body;
  }

  /** The bodies inside a task, outermost first; without those that somebody else has begun to run since. */
  bodiesIn(caller: TaskId): readonly TaskId[] {
    const frames = this.#frames.get(caller) ?? [];
    return frames.map((frame) => frame.body).filter((body) => this.#callers.get(body) === caller);
  }

  innermost(caller: TaskId): TaskId | undefined {
    return this.#frames.get(caller)?.at(-1)?.body;
  }

  finish(taskCount: number, traceLength: number): CallColumns {
    for (let row = 0; row < this.#to.length; row++) {
      if (this.#to.at(row) === NOT_YET) this.#to.set(row, traceLength);
    }
    const [caller, body] = [this.#caller.values(), this.#body.values()];
    return {
      caller,
      body,
      from: this.#from.values(),
      to: this.#to.values(),
      byCaller: groupRows(caller, taskCount),
      byBody: groupRows(body, taskCount),
    };
  }
}
