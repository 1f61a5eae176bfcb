import { findFaults } from "#trace/lints/find-faults.ts";
import type { Finding } from "#trace/lints/finding.ts";
import type { TraceModel } from "#trace/model-types.ts";

const known = new WeakMap<TraceModel, readonly Finding[]>();

/** The faults of a run, looked for once. */
export function faultsOf(model: TraceModel): readonly Finding[] {
  const before = known.get(model);
  if (before !== undefined) return before;
  const found = findFaults(model);
  known.set(model, found);
  return found;
}

/** Up to here a run is looked through as soon as it is there, within a frame; above it, when somebody wants to know. */
const EVENTS_AT_ONCE = 20_000;

export const isQuick = ({ trace }: TraceModel): boolean => trace.length <= EVENTS_AT_ONCE;
