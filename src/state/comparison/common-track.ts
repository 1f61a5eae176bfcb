import { traceTime } from "#base/units.ts";
import type { Track } from "#player/player-types.ts";
import type { TraceModel } from "#trace/model-types.ts";

/**
 * What a player plays while runs stand side by side: from 0 to the end of the longest, with every instant at which
 * something happens in one of them as one event. The instants' own steps belong to no common order.
 */
export function commonTrack(models: readonly TraceModel[]): Track {
  const instants = mergeInstants(models.map((model) => model.instants));
  const lengths = models.map(({ total }) => total);
  return {
    length: instants.length,
    end: traceTime(Math.max(0, ...lengths)),
    lengths,
    timeAt: (index) => traceTime(instants[index] as number),
    typeAt: () => "print",
    turnAt: () => -1,
  };
}

/** All of them in ascending order, each once. */
function mergeInstants(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const list of lists) {
    all.set(list, filled);
    filled += list.length;
  }
  all.sort();
  let count = 0;
  for (let k = 0; k < all.length; k++) {
    const instant = all[k] as number;
    if (count > 0 && all[count - 1] === instant) continue;
    all[count] = instant;
    count += 1;
  }
  return all.slice(0, count);
}
