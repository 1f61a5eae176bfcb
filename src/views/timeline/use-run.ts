import { useMemo } from "react";
import { traceTime } from "#base/units.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import { shownThreads } from "./lane-layout.ts";
import { legendEntries } from "./legend.tsx";
import { type LiveLayer, liveLayerOf } from "./live-layer.ts";
import { type ThreadTrack, trackOf } from "./thread-track.ts";
import { type InstantWeights, weighInstants } from "./time-scale.ts";

/** What the timeline derives from a run once, whatever its size on screen. */
export interface Run {
  readonly model: TraceModel;
  readonly weights: InstantWeights | undefined;
  readonly tracks: readonly ThreadTrack[];
  /** Of the tasks, by TaskId; the same list as long as the scenario stays the same. */
  readonly names: readonly string[];
  readonly monograms: readonly string[];
  readonly legend: ReturnType<typeof legendEntries>;
  readonly live: LiveLayer | undefined;
}

/** If any callback has run, one of the first has. */
const SOME = 100;

export function useRun(model: TraceModel, live: LiveFacts | undefined): Run {
  const names = useMemo(() => ["main", ...model.scenario.tasks.map(({ name }) => name)], [model.scenario]);
  const { predicted, measurement } = live ?? {};
  return useMemo(
    () => runOf(model, names, predicted && measurement && { predicted, measurement }),
    [model, names, predicted, measurement],
  );
}

/** As `useRun`; the instants of a measured run never coincide, so it has none to magnify. */
export function runOf(model: TraceModel, names: readonly string[], live: LiveFacts | undefined): Run {
  const threads = shownThreads(model);
  const isShown = new Set(threads);
  const infos = model.threads.filter(({ id }) => isShown.has(id));
  const layer = live && liveLayerOf(model, infos, live);
  return {
    model,
    weights: live ? undefined : weighInstants(model),
    tracks: threads.map((thread) => trackOf(model, thread, layer)),
    names,
    monograms: monogramsOf(names),
    legend: legendEntries(occurrencesIn(live ? [live.predicted, model] : [model]), live !== undefined),
    live: layer,
  };
}

/** What occurs in one of the runs at least: what was predicted has its entry from the start. */
function occurrencesIn(models: readonly TraceModel[]): Parameters<typeof legendEntries>[0] {
  const all = models.map((model) => {
    const last = model.trace.length - 1;
    const { counts } = model.snapshotAt(last, traceTime(model.total));
    return {
      failed: counts.failed > 0,
      cancelled: counts.cancelled > 0,
      pending: counts.pending > 0,
      callback: model.callbacksAt(last, SOME).some(({ phase }) => phase === "called" || phase === "failed"),
    };
  });
  const some = (entry: keyof (typeof all)[number]) => all.some((occurs) => occurs[entry]);
  return {
    failed: some("failed"),
    cancelled: some("cancelled"),
    pending: some("pending"),
    callback: some("callback"),
  };
}
