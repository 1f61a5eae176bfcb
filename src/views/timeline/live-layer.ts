import { type Milliseconds, type TraceTime, traceTime } from "#base/units.ts";
import { hasEnded } from "#trace/has-ended.ts";
import { gapsOf, type HeartbeatGap } from "#trace/measurement/heartbeat.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { Heartbeat } from "#trace/measurement/measurement.ts";
import type { ThreadInfo, TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";

/** What the timeline derives from a `LiveFacts` and the model of what has happened so far. */
export interface LiveLayer {
  readonly predicted: TraceModel;
  /** Does the run still go on? Then the end of its trace is now, and what is open there is not over. */
  readonly underWay: boolean;
  /** Where the axis ends: with the longer one of prediction and run. */
  readonly until: Milliseconds;
  /** How far apart the ticks of the heartbeat are meant to be. */
  readonly period: Milliseconds;
  /** One for each worker of a thread lane that can have a heartbeat, in the order of the lanes. */
  readonly strips: readonly HeartbeatStrip[];
}

export interface HeartbeatStrip {
  readonly worker: number;
  readonly ticks: readonly TraceTime[];
  readonly gaps: readonly HeartbeatGap[];
}

/** Ticks come in batches: a silence younger than this may be one that has not been reported yet. */
const LATEST_NEWS: Milliseconds = 250;
const USUAL_PERIOD: Milliseconds = 10;

export function liveLayerOf(
  model: TraceModel,
  threads: readonly ThreadInfo[],
  { predicted, measurement }: LiveFacts,
): LiveLayer {
  const underWay = !hasEnded(model.trace);
  const { heartbeats } = measurement;
  return {
    predicted,
    underWay,
    until: Math.max(predicted.total, model.total),
    period: heartbeats[0]?.period ?? USUAL_PERIOD,
    strips: threads
      .filter(({ kind }) => kind !== "main" || model.scenario.mode === "sync")
      .map(({ worker }) => stripOf(model, worker, heartbeats, underWay)),
  };
}

function stripOf(
  model: TraceModel,
  worker: number,
  heartbeats: readonly Heartbeat[],
  underWay: boolean,
): HeartbeatStrip {
  const heartbeat = heartbeats.find((each) => each.worker === worker);
  if (!heartbeat) return { worker, ticks: [], gaps: [] };
  const gaps = gapsOf(heartbeat, traceTime(model.total));
  const known = gaps.filter(({ open, from, to }) => !(underWay && open) || to - from >= LATEST_NEWS);
  return { worker, ticks: heartbeat.ticks, gaps: known };
}

/**
 * Up to when the last span of a task is drawn while it is open: to where the prediction ends it, or to now if that is
 * later. Its shape and its label then keep their place while now moves on, which uncovers them.
 */
export function openEndOf(
  model: TraceModel,
  { predicted, underWay }: Pick<LiveLayer, "predicted" | "underWay">,
  task: TaskId,
): TraceTime | undefined {
  const { total } = model;
  const count = model.spanCount(task);
  if (!underWay || count === 0) return undefined;
  const { state, start } = model.spanAt(task, count - 1);
  for (let k = 0; k < predicted.spanCount(task); k++) {
    const foreseen = predicted.spanAt(task, k);
    if (foreseen.start > total) break;
    if (foreseen.state === state && foreseen.end > start) return traceTime(Math.max(total, foreseen.end));
  }
  return traceTime(total);
}
