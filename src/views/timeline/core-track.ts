import type { TraceModel } from "#trace/model-types.ts";
import type { LaneHold, ThreadTrack } from "./thread-track.ts";

/** Of more cores than these, only those on which anybody ever was have a lane. */
const MOST_IDLE = 8;

/** The lanes of the cores: those that somebody was on, and as many idle ones as there is room for. */
export function coreTracks(model: TraceModel): readonly ThreadTrack[] {
  const cores = Array.from({ length: model.coreCount }, (_, k) => k + 1);
  const shown = cores.filter((core) => core <= MOST_IDLE || model.coreHoldCount(core) > 0);
  return shown.map((core) => coreTrackOf(model, core));
}

/** Whether the threads have lanes beside the cores: only where there is one, whose waits tell most. */
export const hasThreadLanes = ({ coreCount, scenario: { mode } }: TraceModel): boolean =>
  coreCount === 0 || mode === "sync" || mode === "async";

/** Who was on a core, as a lane is drawn: it looks like a thread that somebody holds. */
function coreTrackOf(model: TraceModel, core: number): ThreadTrack {
  const { trace, total } = model;
  const count = model.coreHoldCount(core);
  const at = (k: number): LaneHold => ({ thread: core, state: "running", ...model.coreHoldAt(core, k) });
  return {
    info: { id: core, kind: "core", worker: core },
    count,
    mostPerPixel: 3,
    at,
    from: (k) => model.coreHoldAt(core, k).from,
    to: (k) => model.coreHoldAt(core, k).to,
    isBlocked: () => false,
    life: { from: -1, to: trace.length },
    idle: longestIdle(),
  };

  function longestIdle(): ThreadTrack["idle"] {
    let idle: ThreadTrack["idle"];
    let longest = 0;
    let free = { from: 0, since: 0 };
    for (let k = 0; k <= count; k++) {
      const next = k < count ? at(k) : { from: trace.length, to: trace.length, start: total, end: total };
      if (next.start - free.since > longest) {
        longest = next.start - free.since;
        idle = { from: free.from, to: next.from };
      }
      free = { from: next.to, since: next.end };
    }
    return idle;
  }
}
