import { traceTime } from "#base/units.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { readGolden } from "#trace/read-golden.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";

/** Each event comes so much later than the one before at least: measured moments never coincide. */
const APART = 0.25;
/** How much longer than predicted everything takes. */
const SLOWER = 1.02;

interface Measured {
  readonly model: TraceModel;
  readonly live: LiveFacts;
}

/**
 * For tests: a golden run as if it had been measured, everything 2 % late; up to `now` ms, or whole. `ticks` are those
 * of the heartbeat of each worker number.
 */
export function measuredRun(
  name: string,
  {
    now,
    ticks = {},
  }: { readonly now?: number; readonly ticks?: Readonly<Record<number, readonly number[]>> } = {},
): Measured {
  const { scenario, trace } = readGolden(name);
  let last = 0;
  const events = Array.from({ length: trace.length }, (_, k) => {
    const event = trace.eventAt(k);
    last = Math.max(last + APART, event.t_ms * SLOWER);
    return { ...event, t_ms: last };
  });
  const known = events.filter(({ t_ms }) => now === undefined || t_ms <= now);
  const heartbeats = Object.entries(ticks).map(([worker, moments]) => ({
    worker: Number(worker),
    period: 10,
    ticks: moments.filter((tick) => tick <= (now ?? last)).map(traceTime),
  }));
  const measurement = {
    transport: "network",
    clockStep: 0.1,
    heartbeats,
    requests: [],
    workers: [],
  } as const;
  return {
    model: buildTraceModel(traceFromEvents(known, scenario, now), scenario),
    live: { predicted: buildTraceModel(trace, scenario), measurement },
  };
}

/** Ticks every 10 ms, from one time to another. */
export const ticksIn = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / 10) + 1 }, (_, k) => from + 10 * k);
