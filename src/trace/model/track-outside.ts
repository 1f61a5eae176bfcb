import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "../event-types.ts";
import type { OutsideWork } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId, type Trace } from "../trace.ts";
import { type OutsideColumns, OutsideLog } from "./outside-log.ts";

export const OUTSIDE_KINDS = ["timer", "request", "helper"] as const satisfies readonly OutsideWork["kind"][];
export const OUTSIDE_PHASES = [
  "sent",
  "queued",
  "working",
] as const satisfies readonly OutsideWork["phase"][];
const SENT = 0;
const QUEUED = 1;
const TIMER = 0;
const REQUEST = 1;
const HELPER = 2;

/**
 * What goes on off the program's threads. A timer runs from the await to its firing, or until it is cancelled; a
 * blocking sleep is a timer that keeps the thread. A request is on its way from the moment it leaves until the server
 * takes it up (queued, if the server is full), and goes on there even if the client has given it up. A helper thread's
 * work likewise, except that a call given up before it began is never begun (`concurrent.futures.Future.cancel`).
 */
export class OutsideTracker {
  readonly #log = new OutsideLog();
  readonly #trace: Trace;
  readonly #isAsync: boolean;
  readonly #hasServerQueue: boolean;
  /** How long the request or the helper's call last asked for takes, by task. */
  readonly #asked: Float64Array;
  /** The timer or sleep that a task waits for, as row + 1; 0 = none. */
  readonly #timer: Int32Array;

  constructor(trace: Trace, scenario: Scenario) {
    this.#trace = trace;
    this.#isAsync = scenario.mode === "async";
    this.#hasServerQueue = scenario.server?.workers !== undefined;
    this.#asked = new Float64Array(trace.names.length).fill(Number.NaN);
    this.#timer = new Int32Array(trace.names.length);
  }

  read(step: StepIndex, type: EventType, task: TaskId): void {
    if (task < MAIN) return;
    switch (type) {
      case "task_suspended":
        this.#suspend(task, step);
        return;
      case "timer_fired":
      case "task_ready":
      case "blocking_end":
        this.#endTimer(task, step);
        return;
      case "task_resumed":
      case "task_done":
      case "task_failed":
      case "task_cancelled":
        this.#endTimer(task, step);
        this.#dropUnbegunCalls(task, step);
        return;
      case "blocking_start":
        this.#beginTimer(task, step, true);
        return;
      case "request_start": {
        const { ms, blocking } = this.#trace.detailAt(step);
        this.#asked[task] = ms ?? Number.NaN;
        if (!this.#isAsync || blocking === true) this.#handOver(task, REQUEST, step, true);
        return;
      }
      case "request_sent":
        this.#handOver(task, REQUEST, step, false);
        return;
      case "request_end":
        this.#answer(task, step);
        return;
      case "server_start":
        this.#takeUpRequest(task, step);
        return;
      case "server_end": {
        const row = this.#closest(this.#log.working(task, REQUEST), step);
        if (row !== undefined) this.#endWork(row, step);
        return;
      }
      case "offload_start": {
        const queued = this.#log.queued(task, HELPER)[0];
        if (queued !== undefined) {
          this.#log.takeUp(queued, step, this.#dueIn(this.#asked[task], step));
          return;
        }
        this.#log.takeUp(this.#handOver(task, HELPER, step, false), step, Number.NaN);
        return;
      }
      case "offload_end": {
        const row = this.#closest(this.#log.working(task, HELPER), step);
        if (row !== undefined) this.#endWork(row, step);
        return;
      }
      default:
        return;
    }
  }

  finish(): OutsideColumns {
    return this.#log.finish(this.#trace, (kind, from, work) => this.#waitOf(kind, from, work));
  }

  /** Nobody queues where there is room for any number, nor who is taken up at once. */
  #waitOf(kind: number, from: StepIndex, work: StepIndex): number {
    const isLimited = kind === REQUEST ? this.#hasServerQueue : kind === HELPER;
    const isAtOnce = work >= 0 && this.#trace.timeAt(work) === this.#trace.timeAt(from);
    return isLimited && !isAtOnce ? QUEUED : SENT;
  }

  #suspend(task: TaskId, step: StepIndex): void {
    const { reason, ms } = this.#trace.detailAt(step);
    if (reason === "sleep") this.#beginTimer(task, step, false);
    if (reason !== "offload") return;
    this.#asked[task] = ms ?? Number.NaN;
    // A free helper thread has begun before the await: then its call is the one whose end is not known yet.
    const begun = this.#log.working(task, HELPER).find((row) => Number.isNaN(this.#log.dueOf(row)));
    if (begun === undefined) this.#handOver(task, HELPER, step, false);
    else this.#log.expect(begun, this.#dueIn(ms, this.#log.takenUpAt(begun)));
  }

  #handOver(task: TaskId, kind: number, step: StepIndex, holdsThread: boolean): number {
    const row = this.#log.begin(task, kind, step, holdsThread);
    this.#log.keep(row);
    return row;
  }

  #takeUpRequest(task: TaskId, step: StepIndex): void {
    const row = this.#log.queued(task, REQUEST)[0];
    if (row !== undefined) this.#log.takeUp(row, step, this.#dueIn(this.#asked[task], step));
  }

  /** An answer without a word from the server: it has worked on it all the time, or was never reached. */
  #answer(task: TaskId, step: StepIndex): void {
    const row = this.#log.queued(task, REQUEST).at(-1);
    if (row === undefined) return;
    if (this.#trace.detailAt(step).aborted === true) {
      this.#log.abandon(row, step);
      return;
    }
    this.#log.takeUp(row, this.#log.handedOverAt(row), this.#trace.timeAt(step));
    this.#log.end(row, step);
  }

  #beginTimer(task: TaskId, step: StepIndex, holdsThread: boolean): void {
    const row = this.#log.begin(task, TIMER, step, holdsThread);
    this.#timer[task] = row + 1;
    this.#log.takeUp(row, step, this.#dueIn(this.#trace.detailAt(step).ms, step));
  }

  #endTimer(task: TaskId, step: StepIndex): void {
    const timer = this.#timer[task] as number;
    if (timer === 0) return;
    this.#timer[task] = 0;
    if (Number.isNaN(this.#log.dueOf(timer - 1))) this.#log.expect(timer - 1, this.#trace.timeAt(step));
    this.#log.end(timer - 1, step);
  }

  #dropUnbegunCalls(task: TaskId, step: StepIndex): void {
    if (!this.#log.hasOpen) return;
    for (const row of this.#log.queued(task, HELPER)) this.#log.end(row, step);
  }

  #endWork(row: number, step: StepIndex): void {
    this.#log.expect(row, this.#trace.timeAt(step));
    this.#log.end(row, step);
  }

  /** Of several pieces the one that was expected to end now. */
  #closest(rows: readonly number[], step: StepIndex): number | undefined {
    const off = (row: number) => Math.abs(this.#log.dueOf(row) - this.#trace.timeAt(step)) || 0;
    return rows.toSorted((a, b) => off(a) - off(b))[0];
  }

  #dueIn(ms: Milliseconds | undefined, step: StepIndex): Milliseconds {
    return this.#trace.timeAt(step) + (ms ?? Number.NaN);
  }
}
