import { lowerBound, upperBound } from "#base/binary-search.ts";
import type { TraceTime } from "#base/units.ts";
import type { Span, TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";

/** One line of the timeline in text: a task in a state, or a callback that ran. */
export interface Row {
  readonly task: TaskId;
  readonly state: TaskState;
  /** Worker of the thread that it held; undefined when it held none. */
  readonly worker: number | undefined;
  readonly start: TraceTime;
  readonly end: TraceTime;
  /** The task's span; undefined for a callback. */
  readonly span: Span | undefined;
  readonly callback: string | undefined;
}

/** All rows of a run by number: tasks in the order of their lanes, the main program, the callbacks as they were called. */
export interface Rows {
  readonly count: number;
  rowAt(index: number): Row;
}

/** Rows are made when they are asked for; kept is one number for each task. */
export function rowsOf(model: TraceModel): Rows {
  const { taskCount } = model;
  const taskOfLane = (lane: number): TaskId => (lane + 1 < taskCount ? lane + 1 : MAIN);
  const offset = new Uint32Array(taskCount + 1);
  for (let lane = 0; lane < taskCount; lane++)
    offset[lane + 1] = (offset[lane] as number) + shownSpans(model, taskOfLane(lane)).count;
  const spans = offset[taskCount] as number;
  const callbacks = callbackSteps(model);
  return {
    count: spans + callbacks.length,
    rowAt: (index) => {
      if (index >= spans) return callbackRow(model, callbacks[index - spans] as StepIndex);
      const lane = upperBound(offset, index) - 1;
      const task = taskOfLane(lane);
      const { skip } = shownSpans(model, task);
      return spanRow(model, model.spanAt(task, skip + index - (offset[lane] as number)));
    },
  };
}

/** A task that does not exist yet needs no row. */
function shownSpans(model: TraceModel, task: TaskId): { skip: number; count: number } {
  const all = model.spanCount(task);
  const skip = all > 0 && model.spanAt(task, 0).state === "absent" ? 1 : 0;
  return { skip, count: all - skip };
}

function spanRow({ trace }: TraceModel, span: Span): Row {
  // What begins a span of the main program is often an event of a task, on that task's thread.
  const worker = span.task === MAIN ? 0 : Math.max(0, trace.workerAt(span.from));
  const holds = span.state === "running" || span.state === "blocked";
  return {
    task: span.task,
    state: span.state,
    worker: holds ? worker : undefined,
    start: span.start,
    end: span.end,
    span,
    callback: undefined,
  };
}

function callbackSteps({ scenario, trace }: TraceModel): readonly StepIndex[] {
  if (!scenario.tasks.some((task) => task.callbacks?.length)) return [];
  const steps: StepIndex[] = [];
  for (let step = 0; step < trace.length; step++)
    if (trace.typeAt(step) === "callback_called") steps.push(step);
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
