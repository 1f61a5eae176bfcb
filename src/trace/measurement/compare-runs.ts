import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { EventType } from "../event-types.ts";
import { hasEnded, wasCutOff } from "../has-ended.ts";
import type { TraceModel } from "../model-types.ts";
import type { TaskId } from "../trace.ts";

/** A task's body from its first line to its end; how it ended, or `open` as long as it has not. */
export interface Life {
  readonly start: TraceTime;
  readonly end: TraceTime;
  readonly outcome: "done" | "failed" | "cancelled" | "open";
}

/** A prediction beside what was measured. */
export interface Deviation {
  readonly predicted: Milliseconds | undefined;
  readonly measured: Milliseconds | undefined;
  /** Measured minus predicted; undefined unless both have ended, and neither was cancelled alone. */
  readonly difference: Milliseconds | undefined;
  /** The difference in per cent of the prediction; undefined also when 0 ms were predicted. */
  readonly percent: number | undefined;
}

export interface TaskComparison extends Deviation {
  readonly task: TaskId;
  readonly predictedLife: Life | undefined;
  readonly measuredLife: Life | undefined;
}

export interface RunComparison {
  /** The scenario's tasks that exist in either run, in their order; bodies that others call are no tasks. */
  readonly tasks: readonly TaskComparison[];
  readonly total: Deviation;
  /** `cancelled`: stopped from outside, so that its total says nothing. */
  readonly measuredRun: "under_way" | "cancelled" | "ended";
}

/** Lays a measured run over the prediction of the same scenario: per task (the main program is none) and in total. */
export function compareRuns(predicted: TraceModel, measured: TraceModel): RunComparison {
  const measuredRun = stateOf(measured);
  const tasks: TaskComparison[] = [];
  for (let task = 1; task < Math.min(predicted.taskCount, measured.taskCount); task++) {
    if (!isTask(predicted, task) && !isTask(measured, task)) continue;
    const predictedLife = lifeOf(predicted, task);
    const measuredLife = lifeOf(measured, task);
    const comparable =
      isOver(predictedLife) &&
      isOver(measuredLife) &&
      (predictedLife?.outcome === "cancelled") === (measuredLife?.outcome === "cancelled");
    const deviation = deviationOf(lengthOf(predictedLife), lengthOf(measuredLife), comparable);
    tasks.push({ task, predictedLife, measuredLife, ...deviation });
  }
  return {
    tasks,
    total: deviationOf(predicted.total, measured.total, measuredRun === "ended"),
    measuredRun,
  };
}

function deviationOf(
  predicted: Milliseconds | undefined,
  measured: Milliseconds | undefined,
  comparable: boolean,
): Deviation {
  const difference =
    comparable && predicted !== undefined && measured !== undefined ? measured - predicted : undefined;
  const percent = difference !== undefined && predicted ? (100 * difference) / predicted : undefined;
  return { predicted, measured, difference, percent };
}

const isTask = (model: TraceModel, task: TaskId): boolean =>
  model.eventsOf(task).some((event) => {
    const type = model.trace.typeAt(event);
    return type === "task_created" || type === "task_started";
  });

const OUTCOMES: Partial<Readonly<Record<EventType, Life["outcome"]>>> = {
  task_done: "done",
  task_failed: "failed",
  task_cancelled: "cancelled",
};

/** From the task's start to its end, or to the end of what is known; undefined for a body that never began. */
function lifeOf(model: TraceModel, task: TaskId): Life | undefined {
  const { trace } = model;
  const events = model.eventsOf(task);
  const started = events.find((event) => trace.typeAt(event) === "task_started");
  if (started === undefined) return undefined;
  const ended = events.find((event) => OUTCOMES[trace.typeAt(event)] !== undefined);
  return {
    start: trace.timeAt(started),
    end: ended === undefined ? trace.end : trace.timeAt(ended),
    outcome: (ended === undefined ? undefined : OUTCOMES[trace.typeAt(ended)]) ?? "open",
  };
}

const isOver = (life: Life | undefined): boolean => life !== undefined && life.outcome !== "open";

const lengthOf = (life: Life | undefined): Milliseconds | undefined => life && life.end - life.start;

function stateOf({ trace }: TraceModel): RunComparison["measuredRun"] {
  if (!hasEnded(trace)) return "under_way";
  return wasCutOff(trace) ? "cancelled" : "ended";
}
