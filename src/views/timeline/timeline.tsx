import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useStore } from "zustand";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import { usePalette } from "#state/use-palette.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { toCome, useLoadedLater } from "#ui/gradually.ts";
import { Minimap } from "./density/minimap-view.tsx";
import { endRoom, type Geometry } from "./geometry.ts";
import { createInspection } from "./inspect/inspection.ts";
import { useCommands } from "./inspect/use-commands.ts";
import { useInspectionVerbs } from "./inspect/use-inspection-verbs.ts";
import { useZoom } from "./inspect/use-zoom.ts";
import { laneChoices } from "./lanes/lane-choice.ts";
import { LaneFilter } from "./lanes/lane-filter.tsx";
import { LaneMenu } from "./lanes/lane-menu.tsx";
import { useLaneOrder } from "./lanes/use-lane-order.ts";
import { RunLegend } from "./legend/run-legend.tsx";
import { Plot } from "./plot.tsx";
import { createAxis, type Position } from "./time-scale.ts";
import "./timeline.css";
import { useCalmRun } from "./use-calm-run.ts";
import { useElementSize } from "./use-element-size.ts";
import { useLaneLayout } from "./use-lane-layout.ts";
import { useRun } from "./use-run.ts";
import { createView, mostZoomOf, type View } from "./view.ts";
import { ZoomControls } from "./zoom-controls.tsx";

const loadTwin = () => import("./twin/table-twin.tsx");

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
  const twin = useLoadedLater(loadTwin, "unseen");
  const palette = usePalette(root);
  const { width, height } = useElementSize(scroller);
  const run = useRun(model, live);
  const told = useCalmRun(run);
  const fit = palette ? Math.max(1, width - palette.gutter - endRoom(palette)) : 1;
  const until = run.live?.until ?? model.total;

  const allLanes = useSyncExternalStore(view.subscribe, () => view.allLanes);
  const choice = useStore(laneChoices);
  const order = useLaneOrder(run, player, choice);
  const { threads } = choice;
  const { layout, summary } = useLaneLayout({ run, order, threads, allLanes, palette, height, root });
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
  useLayoutEffect(() => {
    if (geometry && scroller.current) view.attach(geometry, scroller.current);
  }, [view, geometry]);

  const zoom = useZoom(view, geometry, player);
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
        threadLanes={summary ? "summary" : "lanes"}
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
      {twin ? (
        <twin.TableTwin
          run={told}
          order={order}
          arrangement={choice}
          visible={table}
          selected={table ? selected : undefined}
          hovered={table ? hovered : undefined}
          onVisit={visit}
          onHover={onHover}
        />
      ) : (
        toCome
      )}
      {!table && geometry && <Minimap {...{ model, player, geometry, scroller, view }} />}
      <LaneFilter order={order} of={model.taskCount - 1} />
      <footer className="timeline-footer">
        <RunLegend run={run} inspection={inspection} />
        <ZoomControls
          measured={live !== undefined}
          view={view}
          geometry={geometry}
          magnify={magnify}
          onMagnify={() => {
            view.keep((geometry?.palette.gutter ?? 0) + width / 2);
            setMagnify(!magnify);
          }}
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
