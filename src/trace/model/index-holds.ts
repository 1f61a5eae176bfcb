import { MAIN, type StepIndex, type TaskId, type Trace } from "../trace.ts";
import type { CallbackColumns } from "./callback-log.ts";
import { groupRows, pick } from "./group-rows.ts";
import { GrowingColumn } from "./growing-column.ts";
import { isMirrored, type SpanColumns, spanKind, stateCodeOf } from "./span-log.ts";

const RUNNING = stateCodeOf(spanKind("running"));
const BLOCKED = stateCodeOf(spanKind("blocked"));

/** What holds a thread: row `source` of the spans, or, when negative, row `-1 - source` of the callbacks. */
export type Source = number;

/**
 * Who holds which thread when: the running and blocked spans of bodies that are not run by another, and the runs of
 * callbacks, sorted by thread and then by beginning. A thread's number is its worker's, or 0.
 */
export interface HoldColumns {
  /** The holds of thread t are the rows `offsets[t] .. offsets[t + 1]`. */
  readonly offsets: Int32Array;
  readonly source: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Which piece of work of its thread a hold belongs to, from 1: one turn of one body, or one callback. */
  readonly piece: Int32Array;
}

export function indexHolds(
  spans: SpanColumns,
  callbacks: CallbackColumns,
  trace: Trace,
  threadCount: number,
): HoldColumns {
  const sources = listSources(spans, callbacks);
  const threads = new Int32Array(sources.length);
  for (let row = 0; row < sources.length; row++) {
    const source = sources[row] as Source;
    const isSpan = source >= 0;
    const task = isSpan ? spans.task[source] : callbacks.task[-1 - source];
    const from = isSpan ? spans.from[source] : callbacks.called[-1 - source];
    threads[row] = task === MAIN ? 0 : trace.workerAt(from as StepIndex);
  }
  const { offsets, rows } = groupRows(threads, threadCount);
  return { offsets, ...describeHolds(pick(sources, rows), offsets, spans, callbacks, trace) };
}

/** Whether an event says that who holds the thread must wait for a core or the interpreter. */
export function isTakenOff(trace: Trace, step: StepIndex): boolean {
  if (step < 0 || step >= trace.length) return false;
  const type = trace.typeAt(step);
  return type === "slice_end" || type === "slice_wait";
}

/** All holds in order of their beginning: spans and callbacks, merged. */
function listSources(spans: SpanColumns, { calls, called }: CallbackColumns): Int32Array {
  const sources = new GrowingColumn((spans.kind.length >> 1) + calls.length);
  let next = 0;
  for (let row = 0; row < spans.kind.length; row++) {
    const kind = spans.kind[row] as number;
    const code = stateCodeOf(kind);
    if ((code !== RUNNING && code !== BLOCKED) || isMirrored(kind)) continue;
    const from = spans.from[row] as StepIndex;
    for (; next < calls.length && (called[calls[next] as number] as StepIndex) <= from; next++) {
      sources.push(-1 - (calls[next] as number));
    }
    sources.push(row);
  }
  for (; next < calls.length; next++) sources.push(-1 - (calls[next] as number));
  return sources.values();
}

function describeHolds(
  source: Int32Array,
  offsets: Int32Array,
  spans: SpanColumns,
  callbacks: CallbackColumns,
  trace: Trace,
): Omit<HoldColumns, "offsets"> {
  const from = new Int32Array(source.length);
  const to = new Int32Array(source.length);
  const piece = new Int32Array(source.length);
  for (let thread = 0; thread + 1 < offsets.length; thread++) {
    let pieces = 0;
    /** Whose turn it is, and until when; a callback is nobody's turn. */
    let body: TaskId | undefined;
    let until = -1;
    for (let row = offsets[thread] as number; row < (offsets[thread + 1] as number); row++) {
      const span = source[row] as Source;
      if (span >= 0) {
        from[row] = spans.from[span] as StepIndex;
        to[row] = spans.to[span] as StepIndex;
        // What follows without a gap belongs to the same turn of the body, and so does what it goes on with on a core.
        const goesOn = from[row] === until || isTakenOff(trace, until);
        if (spans.task[span] !== body || !goesOn) pieces += 1;
        body = spans.task[span];
        until = to[row] as StepIndex;
      } else {
        from[row] = callbacks.called[-1 - span] as StepIndex;
        to[row] = Math.min(callbacks.ended[-1 - span] as StepIndex, trace.length);
        pieces += 1;
        body = undefined;
      }
      piece[row] = pieces;
    }
  }
  return { source, from, to, piece };
}
