import { useMemo } from "react";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import { coreTracks, hasThreadLanes } from "./core-track.ts";
import { shownThreads } from "./lane-layout.ts";
import { type LegendEntry, legendEntries } from "./legend/legend-entries.ts";
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
  readonly legend: readonly LegendEntry[];
  readonly live: LiveLayer | undefined;
}

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
    tracks: [
      ...(hasThreadLanes(model) ? threads.map((thread) => trackOf(model, thread, layer)) : []),
      ...coreTracks(model),
    ],
    names,
    monograms: monogramsOf(names),
    // What was predicted has its entry from the start.
    legend: legendEntries(live ? [live.predicted, model] : [model], live !== undefined),
    live: layer,
  };
}
