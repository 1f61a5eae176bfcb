import { upperBound } from "#base/binary-search.ts";
import type { Hold } from "../model-types.ts";
import { MAIN, type StepIndex, type Trace } from "../trace.ts";
import type { CallbackTable } from "./callback-table.ts";
import { groupRows, pick } from "./group-rows.ts";
import { GrowingColumn } from "./growing-column.ts";
import { isMirrored, type SpanLog, spanKind, stateCodeOf, stateOf } from "./span-log.ts";

const RUNNING = stateCodeOf(spanKind("running"));
const BLOCKED = stateCodeOf(spanKind("blocked"));

/** What holds a thread: row `source` of the span log, or, when negative, row `-1 - source` of the callbacks. */
type Source = number;

/**
 * Who holds which thread when: the running and blocked spans of bodies that are not run by another, and the runs of
 * callbacks, sorted by thread and then by beginning. A thread's number is its worker's, or 0.
 */
export class HoldTable {
  readonly #trace: Trace;
  readonly #spans: SpanLog;
  readonly #callbacks: CallbackTable;
  readonly #offsets: Int32Array;
  readonly #source: Int32Array;
  readonly #from: Int32Array;
  /** Which piece of work of its thread a hold belongs to, from 1: one turn of one body, or one callback. */
  readonly #piece: Int32Array;

  constructor(spans: SpanLog, callbacks: CallbackTable, trace: Trace, threadCount: number) {
    this.#trace = trace;
    this.#spans = spans;
    this.#callbacks = callbacks;
    const sources = listSources(spans, callbacks);
    const threads = new Int32Array(sources.length);
    for (let row = 0; row < sources.length; row++) threads[row] = this.#threadOf(sources[row] as Source);
    const { offsets, rows } = groupRows(threads, threadCount);
    this.#offsets = offsets;
    this.#source = pick(sources, rows);
    this.#from = this.#source.map((source) => this.#fromOf(source));
    this.#piece = this.#countPieces(threadCount);
  }

  holdCount(thread: number): number {
    return (this.#offsets[thread + 1] ?? 0) - (this.#offsets[thread] ?? 0);
  }

  holdAt(thread: number, nth: number): Hold {
    if (nth < 0 || nth >= this.holdCount(thread)) throw new RangeError(`thread ${thread} has no hold ${nth}`);
    const source = this.#source[(this.#offsets[thread] as number) + nth] as Source;
    const from = this.#fromOf(source);
    const to = this.#toOf(source);
    const [start, end] = [this.#trace.timeAt(from), this.#trace.timeAt(Math.min(to, this.#trace.length - 1))];
    const stretch = { thread, task: this.#taskOf(source), from, to, start, end };
    if (source >= 0) {
      const isBlocked = stateOf(this.#spans.kind.at(source)) === "blocked";
      return { ...stretch, state: isBlocked ? "blocked" : "running" };
    }
    // A callback during which time passes blocks its thread.
    const callback = this.#callbacks.nameOf(-1 - source);
    return { ...stretch, callback, state: end > start ? "blocked" : "running" };
  }

  /** Who holds the thread after event `step`, and how many pieces of work it has taken by then. */
  seatAt(thread: number, step: StepIndex): { readonly hold: Hold | undefined; readonly held: number } {
    const first = this.#offsets[thread] ?? 0;
    const row = upperBound(this.#from, step, first, this.#offsets[thread + 1] ?? first) - 1;
    if (row < first) return { hold: undefined, held: 0 };
    const isOpen = this.#toOf(this.#source[row] as Source) > step;
    return { hold: isOpen ? this.holdAt(thread, row - first) : undefined, held: this.#piece[row] as number };
  }

  #countPieces(threadCount: number): Int32Array {
    const pieces = new Int32Array(this.#source.length);
    for (let thread = 0; thread < threadCount; thread++) {
      const first = this.#offsets[thread] as number;
      for (let row = first; row < (this.#offsets[thread + 1] as number); row++) {
        if (row === first) pieces[row] = 1;
        else pieces[row] = (pieces[row - 1] as number) + (this.#goesOn(row) ? 0 : 1);
      }
    }
    return pieces;
  }

  /** Whether a hold is the same body's as the one before it, without a gap. */
  #goesOn(row: number): boolean {
    const source = this.#source[row] as Source;
    const before = this.#source[row - 1] as Source;
    if (source < 0 || before < 0) return false;
    return this.#taskOf(source) === this.#taskOf(before) && this.#fromOf(source) === this.#toOf(before);
  }

  #taskOf(source: Source): number {
    return source >= 0 ? this.#spans.task.at(source) : this.#callbacks.taskOf(-1 - source);
  }

  #fromOf(source: Source): StepIndex {
    return source >= 0 ? this.#spans.from.at(source) : this.#callbacks.calledAt(-1 - source);
  }

  #toOf(source: Source): StepIndex {
    return source >= 0
      ? this.#spans.to.at(source)
      : Math.min(this.#callbacks.endedAt(-1 - source), this.#trace.length);
  }

  #threadOf(source: Source): number {
    return this.#taskOf(source) === MAIN ? 0 : this.#trace.workerAt(this.#fromOf(source));
  }
}

/** All holds in order of their beginning: spans and callbacks, merged. */
function listSources(spans: SpanLog, callbacks: CallbackTable): Int32Array {
  const sources = new GrowingColumn(spans.kind.length + callbacks.calls.length);
  let called = 0;
  const addCallbacksBefore = (step: StepIndex) => {
    for (; called < callbacks.calls.length; called++) {
      const row = callbacks.calls[called] as number;
      if (callbacks.calledAt(row) > step) return;
      sources.push(-1 - row);
    }
  };
  for (let row = 0; row < spans.kind.length; row++) {
    const kind = spans.kind.at(row);
    const code = stateCodeOf(kind);
    if (isMirrored(kind) || (code !== RUNNING && code !== BLOCKED)) continue;
    addCallbacksBefore(spans.from.at(row));
    sources.push(row);
  }
  addCallbacksBefore(Number.POSITIVE_INFINITY);
  return sources.values();
}
