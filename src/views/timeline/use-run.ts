import { useMemo } from "react";
import { traceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import { shownThreads } from "./lane-layout.ts";
import { legendEntries } from "./legend.tsx";
import { type ThreadTrack, trackOf } from "./thread-track.ts";
import { type InstantWeights, weighInstants } from "./time-scale.ts";

/** What the timeline derives from a run once, whatever its size on screen. */
export interface Run {
  readonly model: TraceModel;
  readonly weights: InstantWeights | undefined;
  readonly tracks: readonly ThreadTrack[];
  readonly monograms: readonly string[];
  readonly legend: ReturnType<typeof legendEntries>;
}

/** If any callback has run, one of the first has. */
const SOME = 100;

export function useRun(model: TraceModel): Run {
  return useMemo(() => {
    const last = model.trace.length - 1;
    const { counts } = model.snapshotAt(last, traceTime(model.total));
    return {
      model,
      weights: weighInstants(model),
      tracks: shownThreads(model).map((thread) => trackOf(model, thread)),
      monograms: monogramsOf(model.trace.names),
      legend: legendEntries({
        failed: counts.failed > 0,
        cancelled: counts.cancelled > 0,
        pending: counts.pending > 0,
        callback: model.callbacksAt(last, SOME).some(({ phase }) => phase === "called" || phase === "failed"),
      }),
    };
  }, [model]);
}
