import type { Milliseconds } from "#base/units.ts";
import { NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import { EVENT_TYPES, type EventDetail, type EventType } from "./event-types.ts";
import { type DetailId, NO_DETAIL, type TraceRecorder } from "./recorder-types.ts";
import type { StepIndex, TaskId, Trace } from "./trace.ts";
import { CHUNK_LENGTH, createChunk, traceFromColumns } from "./trace-columns.ts";

// A Map, because looking up a computed name in an object costs twice as much.
const CODES: ReadonlyMap<EventType, number> = new Map(EVENT_TYPES.map((type, code) => [type, code]));

/**
 * Starts a recording. `names[0]` is `main`. `finish` may be called at any time and again later: it copies no events,
 * and a trace handed out never changes, since events are only ever appended.
 */
export function createTraceRecorder(names: readonly string[]): TraceRecorder {
  const details: EventDetail[] = [{}];
  let chunk = createChunk();
  const chunks = [chunk];
  let row = 0;

  return {
    get length(): number {
      return (chunks.length - 1) * CHUNK_LENGTH + row;
    },

    intern(detail: EventDetail): DetailId {
      return details.push(detail) - 1;
    },

    record(
      time: Milliseconds,
      type: EventType,
      task: TaskId,
      turn: number,
      detail: DetailId = NO_DETAIL,
      mark: ProgramMark = NO_MARK,
      worker = 0,
    ): StepIndex {
      if (row === CHUNK_LENGTH) {
        chunk = createChunk();
        chunks.push(chunk);
        row = 0;
      }
      chunk.time[row] = time;
      chunk.type[row] = CODES.get(type) as number;
      chunk.task[row] = task;
      chunk.worker[row] = worker;
      chunk.turn[row] = turn;
      chunk.mark[row] = mark;
      chunk.detail[row] = detail;
      row += 1;
      return (chunks.length - 1) * CHUNK_LENGTH + row - 1;
    },

    finish(end?: Milliseconds): Trace {
      const length = (chunks.length - 1) * CHUNK_LENGTH + row;
      const columns = { length, names, chunks: chunks.slice(), details: details.slice() };
      return traceFromColumns(end === undefined ? columns : { ...columns, end });
    },
  };
}
