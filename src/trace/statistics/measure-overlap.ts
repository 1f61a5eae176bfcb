import { traceTime } from "#base/units.ts";
import type { TraceModel } from "../model-types.ts";

/** How much of a run went on at the same time, outside its tasks' own steps. */
export interface Overlap {
  /** The greatest number of waits under way at one moment: timers, and requests that are being served, not queued ones. */
  readonly waits: number;
  /** The greatest number of helper threads that were at work at one moment. */
  readonly helpers: number;
}

/**
 * Looks at what is under way after every instant but the last: what meets only where no time passes does not overlap.
 * O(instants · log).
 */
export function measureOverlap({ instants, outsideCountsAt, stepAtTime }: TraceModel): Overlap {
  let waits = 0;
  let helpers = 0;
  for (let k = 0; k < instants.length - 1; k++) {
    let here = 0;
    for (const { kind, phase, count } of outsideCountsAt(stepAtTime(traceTime(instants[k] as number)))) {
      if (phase === "queued") continue;
      here += count;
      if (kind === "helper") helpers = Math.max(helpers, count);
    }
    waits = Math.max(waits, here);
  }
  return { waits, helpers };
}
