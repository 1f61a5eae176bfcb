import { lowerBound, upperBound } from "#base/binary-search.ts";
import type { TraceTime } from "#base/units.ts";
import type { Span, TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import type { LaneOrder } from "../lane-order.ts";

/** One line of the timeline in text: a task in a state, or a callback that ran. */
export interface Row {
  readonly task: TaskId;
  readonly state: TaskState;
  /** The event it begins with. */
  readonly from: StepIndex;
  /** Worker of the thread that it held; undefined when it held none. */
  readonly worker: number | undefined;
  readonly start: TraceTime;
  readonly end: TraceTime;
  /** The task's span; undefined for a callback. */
  readonly span: Span | undefined;
  readonly callback: string | undefined;
}

/** All rows by number: the tasks that have a lane, in the order of their lanes, and their callbacks as they were called. */
export interface Rows {
  readonly count: number;
  rowAt(index: number): Row;
}

/** The main program's rows stand after those of all tasks, and nowhere when some were filtered out. */
export function rowsOf(model: TraceModel, order: LaneOrder): Rows {
  const isWhole = order.count === model.taskCount - 1;
  const lanes = order.count + (isWhole ? 1 : 0);
  const taskOfLane = (lane: number): TaskId => (lane < order.count ? order.taskAt(lane) : MAIN);
  // Rows are made when they are asked for; kept is one number for each task.
  const offset = new Uint32Array(lanes + 1);
  for (let lane = 0; lane < lanes; lane++)
    offset[lane + 1] = (offset[lane] as number) + model.spanCount(taskOfLane(lane));
  const spans = offset[lanes] as number;
  const callbacks = callbackSteps(model, order);
  return {
    count: spans + callbacks.length,
    rowAt: (index) => {
      if (index >= spans) return callbackRow(model, callbacks[index - spans] as StepIndex);
      const lane = upperBound(offset, index) - 1;
      const task = taskOfLane(lane);
      return spanRow(model, model.spanAt(task, index - (offset[lane] as number)));
    },
  };
}

function spanRow({ trace }: TraceModel, span: Span): Row {
  // What begins a span of the main program is often an event of a task, on that task's thread.
  const worker = span.task === MAIN ? 0 : Math.max(0, trace.workerAt(span.from));
  const holds = span.state === "running" || span.state === "blocked";
  return {
    task: span.task,
    state: span.state,
    from: span.from,
    worker: holds ? worker : undefined,
    start: span.start,
    end: span.end,
    span,
    callback: undefined,
  };
}

function callbackSteps({ scenario, trace }: TraceModel, order: LaneOrder): readonly StepIndex[] {
  if (!scenario.tasks.some((task) => task.callbacks?.length)) return [];
  const steps: StepIndex[] = [];
  for (let step = 0; step < trace.length; step++) {
    if (trace.typeAt(step) !== "callback_called") continue;
    if (order.rowOf(trace.taskAt(step)) !== undefined) steps.push(step);
  }
  return steps;
}

function callbackRow(model: TraceModel, step: StepIndex): Row {
  const { trace } = model;
  const task = trace.taskAt(step);
  const events = model.eventsOf(task);
  let next = lowerBound(events, step) + 1;
  while (next < events.length && !isCallbackEnd(model, events[next] as StepIndex)) next++;
  const end = events[next];
  return {
    task,
    state: end !== undefined && trace.typeAt(end) === "callback_failed" ? "failed" : "running",
    from: step,
    worker: Math.max(0, trace.workerAt(step)),
    start: trace.timeAt(step),
    end: end === undefined ? (model.total as TraceTime) : trace.timeAt(end),
    span: undefined,
    callback: trace.detailAt(step).callback ?? "",
  };
}

function isCallbackEnd({ trace }: TraceModel, step: StepIndex): boolean {
  const type = trace.typeAt(step);
  return type === "callback_end" || type === "callback_failed";
}
