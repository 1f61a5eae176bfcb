import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useStore } from "zustand";
import type { CssPixels } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { Minimap, usePartlyShown } from "./density/minimap-view.tsx";
import { endRoom, type Geometry } from "./geometry.ts";
import { heldThreadsOf } from "./held-threads.ts";
import { createInspection, type InspectionStore } from "./inspect/inspection.ts";
import { useCommands } from "./inspect/use-commands.ts";
import { useInspectionVerbs } from "./inspect/use-inspection-verbs.ts";
import { useZoom } from "./inspect/use-zoom.ts";
import { hasRoomForThreads, type LaneLayout, type LaneRequest, layoutLanes } from "./lane-layout.ts";
import type { LaneOrder } from "./lane-order.ts";
import { laneChoices, type ThreadLanes } from "./lanes/lane-choice.ts";
import { LaneFilter } from "./lanes/lane-filter.tsx";
import { LaneMenu } from "./lanes/lane-menu.tsx";
import { useLaneOrder } from "./lanes/use-lane-order.ts";
import { Legend } from "./legend/legend.tsx";
import { withDensity } from "./legend/legend-entries.ts";
import type { Palette } from "./palette.ts";
import { Plot } from "./plot.tsx";
import { createAxis, type Position } from "./time-scale.ts";
import { TableTwin } from "./twin/table-twin.tsx";
import "./timeline.css";
import { useCalmRun } from "./use-calm-run.ts";
import { useElementSize } from "./use-element-size.ts";
import { usePalette } from "./use-palette.ts";
import { type Run, useRun } from "./use-run.ts";
import { createView, mostZoomOf, useView, type View } from "./view.ts";
import { ZoomControls } from "./zoom-controls.tsx";

interface TimelineProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  /** For a measured run, which may still be growing: drawn true to scale, over its prediction. */
  readonly live?: LiveFacts | undefined;
  /** For whoever wants to say which part is shown. Absent = one of its own. */
  readonly view?: View;
  onSelect(task: TaskId | undefined): void;
  readonly hovered: TaskId | undefined;
  onHover(task: TaskId | undefined): void;
}

/** Who holds the thread, over time: a lane for each thread and each task, under the one playhead. */
export function Timeline(props: TimelineProps) {
  const { model, player, selected, live, view: given, onSelect, hovered, onHover } = props;
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const words = useMessages(timelineWords);
  const [view] = useState(() => given ?? createView());
  const [magnify, setMagnify] = useState(true);
  const [table, setTable] = useState(false);
  const palette = usePalette(root);
  const { width, height } = useElementSize(scroller);
  const run = useRun(model, live);
  const told = useCalmRun(run);
  const fit = palette ? Math.max(1, width - palette.gutter - endRoom(palette)) : 1;
  const until = run.live?.until ?? model.total;

  const { tracks, live: layer } = run;
  const allLanes = useSyncExternalStore(view.subscribe, () => view.allLanes);
  const choice = useStore(laneChoices);
  const order = useLaneOrder(run, player, choice);
  const heartbeats = layer?.strips.length ?? 0;
  const room = { threads: tracks.length, order, heartbeats };
  const isCrowd = useThreadsInOne(choice.threads, root, palette, room);
  const inOne = isCrowd || (allLanes && tracks.length > MOST_LOW_THREADS);
  const summary = useMemo(() => (inOne ? heldThreadsOf(run.model, run.tracks) : undefined), [inOne, run]);
  const layout = useLayout(palette, height, {
    threads: summary ? "summary" : tracks.length,
    order,
    heartbeats,
    all: allLanes,
  });
  const geometry = useMemo<Geometry | undefined>(() => {
    if (!palette || !layout || width === 0) return undefined;
    const axis = createAxis(run.model, run.weights, {
      ...{ fit, unit: palette.unit, until },
      // Low lanes show shares of time, and in a magnified instant none passes.
      magnify: magnify && layout.detail === "shapes",
    });
    const mostZoom = mostZoomOf(until, fit);
    return {
      ...{ palette, width, layout, mostZoom, summary },
      get scale() {
        return axis(Math.min(view.zoom, mostZoom));
      },
    };
  }, [palette, layout, width, run, fit, magnify, until, view, summary]);
  const { zoomed, atMost, magnified } = useView(view, geometry, scroller);

  const partly = usePartlyShown(zoomed, geometry);

  const zoom = useZoom(view, geometry, scroller, player);
  const [inspection] = useState(createInspection);
  const verbs = useInspectionVerbs({ model, player, zoom, inspection, selected });
  useCommands(verbs, !table);

  useEffect(
    () =>
      laneChoices.subscribe((now, before) => {
        // Other lanes are looked at from the first one on.
        if (now.threads === before.threads && scroller.current) scroller.current.scrollTop = 0;
      }),
    [],
  );

  const visit = useCallback(
    (task: TaskId, { time, step }: Position) => {
      player.seek(time, step);
      if (task !== MAIN) onSelect(task);
    },
    [player, onSelect],
  );

  return (
    <section ref={root} className="timeline" aria-label={words.timeline} data-table={table || undefined}>
      <LaneMenu
        run={told}
        player={player}
        gutter={palette?.gutter ?? 0}
        threadLanes={inOne ? "summary" : "lanes"}
      />
      <Plot
        run={run}
        player={player}
        geometry={geometry}
        scroller={scroller}
        selected={selected}
        onSelect={onSelect}
        hovered={hovered}
        onHover={onHover}
        view={view}
        zoom={zoom}
        inspection={inspection}
      />
      <TableTwin
        run={told}
        order={order}
        arrangement={choice}
        visible={table}
        selected={table ? selected : undefined}
        hovered={table ? hovered : undefined}
        onVisit={visit}
        onHover={onHover}
      />
      {partly && !table && geometry && (
        <Minimap model={model} geometry={geometry} scroller={scroller} view={view} />
      )}
      <LaneFilter order={order} of={model.taskCount - 1} />
      <footer className="timeline-footer">
        <RunLegend run={run} inspection={inspection} />
        <ZoomControls
          measured={live !== undefined}
          magnified={magnified}
          magnify={magnify}
          onMagnify={() => {
            view.keep((geometry?.palette.gutter ?? 0) + width / 2);
            setMagnify(!magnify);
          }}
          zoomed={zoomed}
          atMost={atMost}
          inspection={inspection}
          canZoomToSelection={selected !== undefined}
          onCommand={(command) => verbs.current[command]()}
          allLanes={allLanes || (layout?.overflow ?? 0) > 0 ? allLanes : undefined}
          onAllLanes={() => view.setAllLanes(!allLanes)}
          table={table}
          onTable={() => setTable(!table)}
        />
      </footer>
    </section>
  );
}

/** What occurs in the run, and how it is drawn where it is crowded. */
function RunLegend({ run, inspection }: { readonly run: Run; readonly inspection: InspectionStore }) {
  const density = useStore(inspection, (state) => state.density);
  const entries = useMemo(() => withDensity(run.legend, density), [run.legend, density]);
  return <Legend entries={entries} />;
}

/** With more threads than these, all lanes at once leave room for one lane of all threads only. */
const MOST_LOW_THREADS = 3;

/** Height of what stands under the plot, in the design's px; the minimap, which comes and goes, left out. */
const FOOTER = { compact: 72, usual: 36, presenting: 36 };

/**
 * Are all threads drawn in one lane? By itself that depends on the room of the whole timeline: if it depended on the
 * plot's, which a minimap makes lower where lanes do not fit, one would make the other come and go.
 */
function useThreadsInOne(
  choice: ThreadLanes,
  root: RefObject<HTMLElement | null>,
  palette: Palette | undefined,
  { threads, order, heartbeats }: { threads: number; order: LaneOrder; heartbeats: number },
): boolean {
  const { height } = useElementSize(root);
  if (choice !== "automatic") return choice === "summary";
  if (!palette || height === 0) return false;
  const { unit, size } = palette;
  const room = height - FOOTER[size] * unit;
  return !hasRoomForThreads({ height: room, unit, size, order, heartbeats }, threads);
}

type Lanes = Pick<LaneRequest, "threads" | "order" | "heartbeats" | "all">;

/** The lanes' layout: the same one for as long as their number and the room stay the same, however the run grows. */
function useLayout(palette: Palette | undefined, height: CssPixels, lanes: Lanes): LaneLayout | undefined {
  const { threads, order, heartbeats = 0, all = false } = lanes;
  return useMemo(() => {
    if (!palette || height === 0) return undefined;
    const { unit, size } = palette;
    const target = all ? 0 : palette.target;
    return layoutLanes({ height, unit, size, threads, order, heartbeats, all, target });
  }, [palette, height, threads, order, heartbeats, all]);
}
