import { type Milliseconds, type TraceTime, traceTime } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import { EVENT_TYPES, type EventDetail, type EventType, type TraceEvent } from "./event-types.ts";
import { NO_DETAIL, TASK_NAME } from "./recorder-types.ts";
import { NOBODY, type StepIndex, type TaskId, type Trace } from "./trace.ts";

/**
 * A trace as it travels between a worker and the page: chunks of parallel columns (29 bytes an event), and the details,
 * each stored once. Only this file and `trace-recorder.ts` know this shape. Chunks instead of arrays that double:
 * growing copies nothing, and the memory of a long run is touched once.
 */
export interface TraceColumns {
  readonly length: number;
  /** Only while the run goes on: up to when it is known what happened. */
  readonly end?: Milliseconds;
  readonly names: readonly string[];
  readonly chunks: readonly TraceChunk[];
  /** `details[NO_DETAIL]` is the empty detail; strings may hold `TASK_NAME`. */
  readonly details: readonly EventDetail[];
}

/** Columns of `CHUNK_LENGTH` events, all views of one buffer. */
export interface TraceChunk {
  /** ms since the run began, ascending. */
  readonly time: Float64Array<ArrayBuffer>;
  readonly task: Int32Array<ArrayBuffer>;
  readonly worker: Int32Array<ArrayBuffer>;
  readonly turn: Int32Array<ArrayBuffer>;
  readonly mark: Int32Array<ArrayBuffer>;
  /** Index into `details`. */
  readonly detail: Int32Array<ArrayBuffer>;
  /** Index into `EVENT_TYPES`. */
  readonly type: Uint8Array<ArrayBuffer>;
}

const CHUNK_BITS = 13;
export const CHUNK_LENGTH: number = 1 << CHUNK_BITS;
const ROW_MASK = CHUNK_LENGTH - 1;
const BYTES_PER_EVENT = 29;

export function createChunk(): TraceChunk {
  const buffer = new ArrayBuffer(BYTES_PER_EVENT * CHUNK_LENGTH);
  const integers = (bytesBefore: number) => new Int32Array(buffer, bytesBefore * CHUNK_LENGTH, CHUNK_LENGTH);
  return {
    time: new Float64Array(buffer, 0, CHUNK_LENGTH),
    task: integers(8),
    worker: integers(12),
    turn: integers(16),
    mark: integers(20),
    detail: integers(24),
    type: new Uint8Array(buffer, 28 * CHUNK_LENGTH, CHUNK_LENGTH),
  };
}

/** A trace over columns whose first `length` events do not change any more. */
export function traceFromColumns(columns: TraceColumns): Trace {
  return new ColumnTrace(columns);
}

/** The columns of a trace, not copied: once they are posted with `transferablesOf`, the trace is empty-handed. */
export function toColumns(trace: Trace): TraceColumns {
  if (!(trace instanceof ColumnTrace)) throw new TypeError("only a recorded trace has columns");
  return trace.columns;
}

/** The buffers to hand over in `postMessage(columns, transferables)`; names and details are cloned. */
export function transferablesOf(columns: TraceColumns): ArrayBuffer[] {
  return columns.chunks.map((chunk) => chunk.time.buffer);
}

// A class, so that every trace shares its methods and the engine can inline them in loops over millions of events.
class ColumnTrace implements Trace {
  readonly length: number;
  readonly names: readonly string[];
  readonly columns: TraceColumns;
  readonly #chunks: readonly TraceChunk[];
  readonly #templated: readonly boolean[];

  constructor(columns: TraceColumns) {
    this.length = columns.length;
    this.names = columns.names;
    this.columns = columns;
    this.#chunks = columns.chunks;
    this.#templated = columns.details.map((detail) =>
      Object.values(detail).some((value) => typeof value === "string" && value.includes(TASK_NAME)),
    );
  }

  get end(): TraceTime {
    const last = this.length === 0 ? traceTime(0) : this.timeAt(this.length - 1);
    return traceTime(Math.max(last, this.columns.end ?? last));
  }

  timeAt(index: StepIndex): TraceTime {
    return this.#chunkOf(index).time[index & ROW_MASK] as TraceTime;
  }

  typeAt(index: StepIndex): EventType {
    return EVENT_TYPES[this.#chunkOf(index).type[index & ROW_MASK] as number] as EventType;
  }

  taskAt(index: StepIndex): TaskId {
    return this.#chunkOf(index).task[index & ROW_MASK] as number;
  }

  workerAt(index: StepIndex): number {
    return this.#chunkOf(index).worker[index & ROW_MASK] as number;
  }

  turnAt(index: StepIndex): number {
    return this.#chunkOf(index).turn[index & ROW_MASK] as number;
  }

  markAt(index: StepIndex): ProgramMark {
    return this.#chunkOf(index).mark[index & ROW_MASK] as number;
  }

  detailAt(index: StepIndex): EventDetail {
    const id = this.#detailIdAt(index);
    const detail = this.columns.details[id] as EventDetail;
    return this.#templated[id] ? fillTemplate(detail, this.names[this.taskAt(index)] ?? "") : detail;
  }

  eventAt(index: StepIndex): TraceEvent {
    const turn = this.turnAt(index);
    const task = this.taskAt(index);
    const worker = this.workerAt(index);
    return {
      t_ms: this.timeAt(index),
      ...(turn >= 0 && { turn }),
      type: this.typeAt(index),
      ...(task !== NOBODY && { task: this.names[task] as string }),
      ...(worker > 0 && { worker }),
      ...(this.#detailIdAt(index) !== NO_DETAIL && { detail: this.detailAt(index) }),
    };
  }

  #chunkOf(index: StepIndex): TraceChunk {
    return this.#chunks[index >> CHUNK_BITS] as TraceChunk;
  }

  #detailIdAt(index: StepIndex): number {
    return this.#chunkOf(index).detail[index & ROW_MASK] as number;
  }
}

function fillTemplate(template: EventDetail, name: string): EventDetail {
  const detail: Record<string, unknown> = { ...template };
  for (const key in detail) {
    const value = detail[key];
    if (typeof value === "string") detail[key] = value.replaceAll(TASK_NAME, () => name);
  }
  return detail;
}
