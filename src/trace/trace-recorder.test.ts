import { expect, test } from "vitest";
import { BEGIN_MARK, NO_MARK } from "#scenario/program-mark.ts";
import { NO_DETAIL, TASK_NAME } from "./recorder-types.ts";
import { NOBODY } from "./trace.ts";
import { CHUNK_LENGTH, toColumns, traceFromColumns, transferablesOf } from "./trace-columns.ts";
import { createTraceRecorder } from "./trace-recorder.ts";

const names = ["main", "A", "B"];

test("what was recorded is read back, field by field", () => {
  const recorder = createTraceRecorder(names);
  const slept = recorder.intern({ ms: 100 });
  expect(recorder.record(0, "task_started", 1, 3)).toBe(0);
  expect(recorder.record(5.5, "blocking_start", 2, -1, slept, 4, 7)).toBe(1);
  expect(recorder.length).toBe(2);
  const trace = recorder.finish();
  expect(trace.names).toBe(names);
  expect([trace.timeAt(1), trace.typeAt(1), trace.taskAt(1)]).toEqual([5.5, "blocking_start", 2]);
  expect([trace.turnAt(1), trace.workerAt(1), trace.markAt(1)]).toEqual([-1, 7, 4]);
  expect(trace.detailAt(1)).toEqual({ ms: 100 });
  expect([trace.turnAt(0), trace.workerAt(0), trace.markAt(0)]).toEqual([3, 0, NO_MARK]);
  expect(trace.detailAt(0)).toEqual({});
});

test("an event as in a file leaves out what it does not have", () => {
  const recorder = createTraceRecorder(names);
  recorder.record(0, "loop_start", NOBODY, 0);
  recorder.record(2, "print", 1, -1, recorder.intern({ text: "hi" }), NO_MARK, 2);
  const trace = recorder.finish();
  expect(trace.eventAt(0)).toEqual({ t_ms: 0, turn: 0, type: "loop_start" });
  expect(trace.eventAt(1)).toEqual({ t_ms: 2, type: "print", task: "A", worker: 2, detail: { text: "hi" } });
});

test("one detail speaks of every task by its own name", () => {
  const recorder = createTraceRecorder(names);
  const begin = recorder.intern({ text: `begin ${TASK_NAME}` });
  recorder.record(0, "print", 1, 0, begin, BEGIN_MARK);
  recorder.record(0, "print", 2, 0, begin, BEGIN_MARK);
  const trace = recorder.finish();
  expect([trace.detailAt(0).text, trace.detailAt(1).text]).toEqual(["begin A", "begin B"]);
  expect(trace.eventAt(1).detail).toEqual({ text: "begin B" });
});

test("a long recording loses nothing at the borders of its chunks", () => {
  const recorder = createTraceRecorder(names);
  const length = 2 * CHUNK_LENGTH + 5;
  for (let index = 0; index < length; index++) {
    recorder.record(index, "print", index % 3, index, NO_DETAIL, index);
  }
  const trace = recorder.finish();
  expect([recorder.length, trace.length]).toEqual([length, length]);
  for (const index of [0, CHUNK_LENGTH - 1, CHUNK_LENGTH, 2 * CHUNK_LENGTH, length - 1]) {
    expect([trace.timeAt(index), trace.turnAt(index), trace.markAt(index)]).toEqual([index, index, index]);
  }
});

test("a trace handed out early does not change when the recording goes on", () => {
  const recorder = createTraceRecorder(names);
  recorder.record(0, "loop_start", NOBODY, 0);
  const early = recorder.finish();
  recorder.record(1, "loop_stop", NOBODY, 1);
  expect(early.length).toBe(1);
  expect(recorder.finish().length).toBe(2);
});

test("a trace survives the journey between worker and page", () => {
  const recorder = createTraceRecorder(names);
  recorder.record(0, "print", 1, 0, recorder.intern({ text: `begin ${TASK_NAME}` }), BEGIN_MARK);
  recorder.record(10, "task_done", 1, 2);
  const trace = recorder.finish();
  const sent = [trace.eventAt(0), trace.eventAt(1)];
  const columns = toColumns(trace);
  const arrived = traceFromColumns(structuredClone(columns, { transfer: transferablesOf(columns) }));
  expect(columns.chunks[0]?.time.length).toBe(0);
  expect([arrived.eventAt(0), arrived.eventAt(1)]).toEqual(sent);
});
