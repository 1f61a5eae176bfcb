import type { Scenario } from "#scenario/scenario.ts";
import type { CallbackMoment } from "../model-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";

const NEVER = 0x7fffffff;

/**
 * The done-callbacks of a run, one row each, in order of task and registration. Each column holds the event at which
 * the callback entered the phase of that name, or NEVER.
 */
export class CallbackTable {
  readonly #names: string[] = [];
  readonly #task: Int32Array;
  readonly #registered: Int32Array;
  readonly #queued: Int32Array;
  readonly #called: Int32Array;
  readonly #ended: Int32Array;
  readonly #failed: Uint8Array;
  readonly #firstRow = new Map<TaskId, number>();
  /** Tasks with callbacks, in order of their registration. */
  readonly #registrations: TaskId[] = [];
  /** Rows in the order in which they were called. */
  readonly calls: readonly number[];

  constructor(trace: Trace, scenario: Scenario) {
    const owners: TaskId[] = [];
    for (const [index, spec] of takesCallbacks(scenario) ? scenario.tasks.entries() : []) {
      if (spec.callbacks === undefined || spec.callbacks.length === 0) continue;
      this.#firstRow.set(index + 1, owners.length);
      for (const { name } of spec.callbacks) {
        owners.push(index + 1);
        this.#names.push(name);
      }
    }
    this.#task = Int32Array.from(owners);
    const never = () => new Int32Array(owners.length).fill(NEVER);
    this.#registered = never();
    this.#queued = never();
    this.#called = never();
    this.#ended = never();
    this.#failed = new Uint8Array(owners.length);
    const calls: number[] = [];
    if (owners.length > 0) {
      for (let step = 0; step < trace.length; step++) {
        if (this.#firstRow.has(trace.taskAt(step))) this.#read(trace, step, calls);
      }
    }
    this.calls = calls;
  }

  nameOf = (row: number): string => this.#names[row] as string;
  taskOf = (row: number): TaskId => this.#task[row] as number;
  calledAt = (row: number): StepIndex => this.#called[row] as number;
  /** The event that ended it; NEVER is greater than any. */
  endedAt = (row: number): StepIndex => this.#ended[row] as number;

  momentsOf(task: TaskId, step: StepIndex, limit: number): CallbackMoment[] {
    const moments: CallbackMoment[] = [];
    for (let row = this.#firstRow.get(task) ?? NEVER; this.#task[row] === task; row++) {
      if (moments.length === limit || (this.#registered[row] as number) > step) break;
      moments.push({ task, name: this.nameOf(row), phase: this.#phaseAt(row, step) });
    }
    return moments;
  }

  /** Callbacks of all tasks, in order of registration. */
  momentsAt(step: StepIndex, limit: number): CallbackMoment[] {
    const moments: CallbackMoment[] = [];
    for (const task of this.#registrations) {
      const more = this.momentsOf(task, step, limit - moments.length);
      if (more.length === 0) break;
      moments.push(...more);
    }
    return moments;
  }

  #phaseAt(row: number, step: StepIndex): CallbackMoment["phase"] {
    if (step >= (this.#ended[row] as number)) return this.#failed[row] === 1 ? "failed" : "called";
    if (step >= (this.#called[row] as number)) return "running";
    return step >= (this.#queued[row] as number) ? "queued" : "registered";
  }

  #read(trace: Trace, step: StepIndex, calls: number[]): void {
    const task = trace.taskAt(step);
    const type = trace.typeAt(step);
    switch (type) {
      case "task_created":
        this.#registrations.push(task);
        this.#enter(this.#registered, task, step);
        return;
      // The end of the task queues its callbacks; where the trace says so one by one, that is the same moment.
      case "task_done":
      case "task_failed":
      case "task_cancelled":
        this.#enter(this.#queued, task, step);
        return;
      case "callback_called": {
        const row = this.#next(this.#called, task, trace.detailAt(step).callback);
        if (row === undefined) return;
        this.#called[row] = step;
        calls.push(row);
        return;
      }
      case "callback_end":
      case "callback_failed": {
        const row = this.#next(this.#ended, task, trace.detailAt(step).callback);
        if (row === undefined) return;
        this.#ended[row] = step;
        this.#failed[row] = type === "callback_failed" ? 1 : 0;
        return;
      }
      default:
        return;
    }
  }

  #enter(column: Int32Array, task: TaskId, step: StepIndex): void {
    for (let row = this.#firstRow.get(task) as number; this.#task[row] === task; row++) column[row] = step;
  }

  /** The task's first callback of that name that has not got to this phase yet: names may repeat. */
  #next(column: Int32Array, task: TaskId, name: string | undefined): number | undefined {
    for (let row = this.#firstRow.get(task) as number; this.#task[row] === task; row++) {
      if (column[row] === NEVER && this.#names[row] === name) return row;
    }
    return undefined;
  }
}

function takesCallbacks(scenario: Scenario): boolean {
  return scenario.mode === "async" || (scenario.mode === "pool" && scenario.collect === "as_done");
}
