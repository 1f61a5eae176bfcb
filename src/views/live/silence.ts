import type { Milliseconds } from "#base/units.ts";
import { gapsOf, longestGap } from "#trace/measurement/heartbeat.ts";
import type { Measurement } from "#trace/measurement/measurement.ts";
import type { TraceModel } from "#trace/model-types.ts";

/** For how long the heartbeats of a run were silent at most; undefined when none ever missed more than a few ticks. */
export function longestSilence(
  { heartbeats }: Pick<Measurement, "heartbeats">,
  { trace }: TraceModel,
): Milliseconds | undefined {
  const gap = longestGap(heartbeats.flatMap((heartbeat) => gapsOf(heartbeat, trace.end)));
  return gap && gap.to - gap.from;
}
