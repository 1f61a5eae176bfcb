import { upperBound } from "#base/binary-search.ts";
import type { Milliseconds } from "#base/units.ts";
import type { Hold } from "../model-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";
import type { CallbackTable } from "./callback-table.ts";
import { type HoldColumns, isTakenOff, type Source } from "./index-holds.ts";
import { type SpanColumns, stateOf } from "./span-log.ts";

/** A callback that takes this long blocks its thread: a scenario's durations are whole ms, and real running takes less. */
const LEAST_BLOCKING: Milliseconds = 1;

/** Who holds which thread, asked by number and by position. */
export class HoldTable {
  readonly #holds: HoldColumns;
  readonly #spans: SpanColumns;
  readonly #callbacks: CallbackTable;
  readonly #trace: Trace;

  constructor(holds: HoldColumns, spans: SpanColumns, callbacks: CallbackTable, trace: Trace) {
    this.#holds = holds;
    this.#spans = spans;
    this.#callbacks = callbacks;
    this.#trace = trace;
  }

  holdCount(thread: number): number {
    return this.#endOf(thread) - this.#firstOf(thread);
  }

  holdAt(thread: number, nth: number): Hold {
    if (nth < 0 || nth >= this.holdCount(thread)) throw new RangeError(`thread ${thread} has no hold ${nth}`);
    return this.#holdInRow(thread, this.#firstOf(thread) + nth);
  }

  fromAt(thread: number, nth: number): StepIndex {
    return this.#holds.from[this.#firstOf(thread) + nth] as StepIndex;
  }

  toAt(thread: number, nth: number): StepIndex {
    return this.#holds.to[this.#firstOf(thread) + nth] as StepIndex;
  }

  isBlockedAt(thread: number, nth: number): boolean {
    const row = this.#firstOf(thread) + nth;
    const source = this.#holds.source[row] as Source;
    if (source >= 0) return stateOf(this.#spans.kind[source] as number) === "blocked";
    return this.#holdInRow(thread, row).state === "blocked";
  }

  /**
   * Who holds the thread after event `step`, and how many pieces of work it has taken by then; `paused` is the task whose
   * it is while that waits for a core or the interpreter, or until it has ended otherwise.
   */
  seatAt(
    thread: number,
    step: StepIndex,
  ): { readonly hold: Hold | undefined; readonly paused: TaskId | undefined; readonly held: number } {
    const first = this.#firstOf(thread);
    const row = upperBound(this.#holds.from, step, first, this.#endOf(thread)) - 1;
    if (row < first) return { hold: undefined, paused: undefined, held: 0 };
    const held = this.#holds.piece[row] as number;
    const to = this.#holds.to[row] as StepIndex;
    if (to > step) return { hold: this.#holdInRow(thread, row), paused: undefined, held };
    const source = this.#holds.source[row] as Source;
    const isPaused = source >= 0 && isTakenOff(this.#trace, to);
    return { hold: undefined, paused: isPaused ? (this.#spans.task[source] as TaskId) : undefined, held };
  }

  #firstOf(thread: number): number {
    return this.#holds.offsets[thread] ?? 0;
  }

  #endOf(thread: number): number {
    return this.#holds.offsets[thread + 1] ?? this.#firstOf(thread);
  }

  #holdInRow(thread: number, row: number): Hold {
    const source = this.#holds.source[row] as Source;
    const from = this.#holds.from[row] as StepIndex;
    const to = this.#holds.to[row] as StepIndex;
    const start = this.#trace.timeAt(from);
    const end = to < this.#trace.length ? this.#trace.timeAt(to) : this.#trace.end;
    if (source >= 0) {
      const task = this.#spans.task[source] as TaskId;
      const isBlocked = stateOf(this.#spans.kind[source] as number) === "blocked";
      return { thread, task, from, to, start, end, state: isBlocked ? "blocked" : "running" };
    }
    const task = this.#callbacks.taskOf(-1 - source);
    const callback = this.#callbacks.nameOf(-1 - source);
    const state = end - start >= LEAST_BLOCKING ? "blocked" : "running";
    return { thread, task, from, to, start, end, callback, state };
  }
}
