import type { Scenario } from "#scenario/scenario.ts";
import type { CallColumns } from "./model/call-log.ts";
import { type CallbackColumns, CallbackLog } from "./model/callback-log.ts";
import { type CoreColumns, CoreLog } from "./model/core-log.ts";
import { type Groups, groupRows } from "./model/group-rows.ts";
import { type HoldColumns, indexHolds } from "./model/index-holds.ts";
import { indexSpans, type SpanTables } from "./model/index-spans.ts";
import { type MomentColumns, MomentLog } from "./model/moment-log.ts";
import type { OutsideColumns } from "./model/outside-log.ts";
import { threadCountOf } from "./model/threads.ts";
import { OutsideTracker } from "./model/track-outside.ts";
import { StateTracker } from "./model/track-states.ts";
import type { Trace } from "./trace.ts";

/**
 * Everything a model is asked for, as plain columns: it can be posted from a worker with `tableBuffers`. Only the
 * files of `model/` know its shape.
 */
export interface ModelTables {
  readonly spans: SpanTables;
  readonly holds: HoldColumns;
  readonly calls: CallColumns;
  readonly callbacks: CallbackColumns;
  readonly outside: OutsideColumns;
  readonly moments: MomentColumns;
  readonly cores: CoreColumns;
  /** The events of each task. */
  readonly events: Groups;
}

/** Indexes a trace: reads its events once, then sorts what was noted down by what it will be asked for. */
export function indexTrace(trace: Trace, scenario: Scenario): ModelTables {
  const taskCount = trace.names.length;
  const states = new StateTracker(trace, scenario);
  const outside = new OutsideTracker(trace, scenario);
  const callbackLog = new CallbackLog(trace, scenario);
  const moments = new MomentLog();
  const cores = new CoreLog(trace);
  const tasks = new Int32Array(trace.length);
  for (let step = 0; step < trace.length; step++) {
    const type = trace.typeAt(step);
    const task = trace.taskAt(step);
    tasks[step] = task;
    states.read(step, type, task);
    outside.read(step, type, task);
    cores.read(step, type, task);
    moments.read(step, type, trace.timeAt(step), trace.turnAt(step));
    if (!callbackLog.isEmpty) callbackLog.read(step, type, task);
  }
  const { spans, calls } = states.finish();
  const callbacks = callbackLog.finish();
  return {
    spans: indexSpans(spans, taskCount),
    holds: indexHolds(spans, callbacks, trace, threadCountOf(scenario)),
    calls,
    callbacks,
    outside: outside.finish(),
    moments: moments.finish(),
    cores: cores.finish(),
    events: groupRows(tasks, taskCount),
  };
}

/** The buffers of all columns, each once: `postMessage(tables, tableBuffers(tables))` copies none of them. */
export function tableBuffers(tables: ModelTables): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const collect = (value: unknown) => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(tables);
  return [...buffers];
}
