import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "../event-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";
import { GrowingColumn } from "./growing-column.ts";

/** Later than any event. */
export const NEVER = 0x7fffffff;

/** The done-callbacks of a scenario, one row each, in order of task and registration. */
export interface CallbackRoster {
  /** The callbacks of task t are the rows `offsets[t] .. offsets[t + 1]`. */
  readonly offsets: Int32Array;
  readonly names: readonly string[];
}

/** A row per callback of the roster: the event at which it entered the phase of that name, or NEVER. */
export interface CallbackColumns {
  readonly task: Int32Array;
  readonly registered: Int32Array;
  readonly queued: Int32Array;
  readonly called: Int32Array;
  readonly ended: Int32Array;
  readonly failed: Uint8Array;
  /** Tasks in order of the registration of their callbacks. */
  readonly registrations: Int32Array;
  /** Rows in the order in which they were called. */
  readonly calls: Int32Array;
}

export function rosterOf(scenario: Scenario): CallbackRoster {
  const takesCallbacks =
    scenario.mode === "async" || (scenario.mode === "pool" && scenario.collect === "as_done");
  const offsets = new Int32Array(scenario.tasks.length + 2);
  const names: string[] = [];
  for (const [index, { callbacks }] of scenario.tasks.entries()) {
    if (takesCallbacks) for (const { name } of callbacks ?? []) names.push(name);
    offsets[index + 2] = names.length;
  }
  return { offsets, names };
}

/** Follows the done-callbacks while a trace is read. */
export class CallbackLog {
  readonly #trace: Trace;
  readonly #roster: CallbackRoster;
  readonly #registered: Int32Array;
  readonly #queued: Int32Array;
  readonly #called: Int32Array;
  readonly #ended: Int32Array;
  readonly #failed: Uint8Array;
  readonly #registrations = new GrowingColumn();
  readonly #calls = new GrowingColumn();

  constructor(trace: Trace, scenario: Scenario) {
    this.#trace = trace;
    this.#roster = rosterOf(scenario);
    const count = this.#roster.names.length;
    this.#registered = new Int32Array(count).fill(NEVER);
    this.#queued = new Int32Array(count).fill(NEVER);
    this.#called = new Int32Array(count).fill(NEVER);
    this.#ended = new Int32Array(count).fill(NEVER);
    this.#failed = new Uint8Array(count);
  }

  /** Whether there is anything to follow. */
  get isEmpty(): boolean {
    return this.#failed.length === 0;
  }

  read(step: StepIndex, type: EventType, task: TaskId): void {
    const { offsets } = this.#roster;
    const first = offsets[task] ?? 0;
    const end = offsets[task + 1] ?? 0;
    if (first >= end) return;
    switch (type) {
      case "task_created":
        this.#registrations.push(task);
        this.#registered.fill(step, first, end);
        return;
      // The end of the task queues its callbacks; where the trace says so one by one, that is the same moment.
      case "task_done":
      case "task_failed":
      case "task_cancelled":
        this.#queued.fill(step, first, end);
        return;
      case "callback_called": {
        const row = this.#next(this.#called, step, first, end);
        if (row === undefined) return;
        this.#called[row] = step;
        this.#calls.push(row);
        return;
      }
      case "callback_end":
      case "callback_failed": {
        const row = this.#next(this.#ended, step, first, end);
        if (row === undefined) return;
        this.#ended[row] = step;
        this.#failed[row] = type === "callback_failed" ? 1 : 0;
        return;
      }
      default:
        return;
    }
  }

  finish(): CallbackColumns {
    const { offsets, names } = this.#roster;
    const task = new Int32Array(names.length);
    for (let owner = 1; owner + 1 < offsets.length; owner++)
      task.fill(owner, offsets[owner], offsets[owner + 1]);
    return {
      task,
      registered: this.#registered,
      queued: this.#queued,
      called: this.#called,
      ended: this.#ended,
      failed: this.#failed,
      registrations: this.#registrations.values(),
      calls: this.#calls.values(),
    };
  }

  /** The task's first callback of the event's name that has not got to this phase yet: names may repeat. */
  #next(phase: Int32Array, step: StepIndex, first: number, end: number): number | undefined {
    const name = this.#trace.detailAt(step).callback;
    for (let row = first; row < end; row++) {
      if (phase[row] === NEVER && this.#roster.names[row] === name) return row;
    }
    return undefined;
  }
}
