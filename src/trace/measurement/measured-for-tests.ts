import { traceTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceEvent } from "../event-types.ts";
import type { TraceModel } from "../model-types.ts";
import { MAIN } from "../trace.ts";
import { traceFromEvents } from "../trace-file.ts";
import { buildTraceModel } from "../trace-model.ts";
import type { Measurement } from "./measurement.ts";

const PERIOD = 10;

/**
 * A simulated run as a browser might have measured it: everything a little later, no two events at once, no turns, a heartbeat that is silent while the one thread is held, and a request for each that the run makes.
 */
export function measuredLike(
  predictedEvents: readonly TraceEvent[],
  scenario: Scenario,
): {
  readonly predicted: TraceModel;
  readonly measured: TraceModel;
  readonly measurement: Measurement;
} {
  const events = predictedEvents.map(({ turn: _turn, ...event }, index): TraceEvent => {
    const t_ms = later(event.t_ms, index);
    if (event.type !== "run_end") return { ...event, t_ms };
    return { ...event, t_ms, detail: { ...event.detail, total_ms: t_ms } };
  });
  const measured = buildTraceModel(traceFromEvents(events, scenario), scenario);
  const predicted = buildTraceModel(traceFromEvents(predictedEvents, scenario), scenario);
  return { predicted, measured, measurement: measurementOf(measured) };
}

const later = (ms: number, index: number): number => (Math.floor(ms * 10.067 + index * 2.1) + 0.3) / 10;

function measurementOf(model: TraceModel): Measurement {
  const workers = model.threads.filter(({ kind }) => kind !== "main" || model.scenario.mode === "sync");
  return {
    transport: "network",
    clockStep: 0.1,
    heartbeats: workers.map(({ id, worker }) => ({ worker, period: PERIOD, ticks: ticksOf(model, id) })),
    requests: requestsOf(model),
    workers: workers.map(({ worker }) => ({ worker, startup: 40 + worker, reused: false })),
  };
}

function ticksOf(model: TraceModel, thread: number) {
  const holds = model.holdsOf(thread).filter((hold) => hold.end - hold.start > PERIOD);
  const ticks = [];
  for (let at = 0; at < model.total; at += PERIOD) {
    if (!holds.some((hold) => hold.start < at && at < hold.end)) ticks.push(traceTime(at));
  }
  return ticks;
}

function requestsOf({ trace }: TraceModel): Measurement["requests"] {
  const requests = [];
  for (let step = 0; step < trace.length; step++) {
    const task = trace.taskAt(step);
    if (trace.typeAt(step) !== "request_start" || task === MAIN) continue;
    const sent = trace.timeAt(step);
    const asked = trace.detailAt(step).ms ?? 0;
    const [entered, left, received] = [sent + 4.5, sent + asked + 5.5, sent + asked + 10.7];
    requests.push({
      task,
      asked,
      sent,
      entered: traceTime(entered),
      takenUp: traceTime(entered),
      left: traceTime(left),
      received: traceTime(received),
    });
  }
  return requests;
}
