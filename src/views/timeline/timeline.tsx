import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { type LaneLayout, type LaneRequest, layoutLanes } from "./lane-layout.ts";
import { asGiven } from "./lane-order.ts";
import { Legend } from "./legend.tsx";
import type { Palette } from "./palette.ts";
import { endRoom, type Geometry, Plot } from "./plot.tsx";
import { TableTwin } from "./table-twin.tsx";
import { createTimeScale } from "./time-scale.ts";
import "./timeline.css";
import { useCalmRun } from "./use-calm-run.ts";
import { useElementSize } from "./use-element-size.ts";
import { usePalette } from "./use-palette.ts";
import { useRun } from "./use-run.ts";
import { ZoomControls } from "./zoom-controls.tsx";

interface TimelineProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  /** For a measured run, which may still be growing: drawn true to scale, over its prediction. */
  readonly live?: LiveFacts | undefined;
  onSelect(task: TaskId | undefined): void;
}

/** What stays in place when the zoom changes: a position, and where on the canvas it stands. */
interface Anchor {
  readonly scale: Geometry["scale"];
  readonly content: CssPixels;
  readonly canvas: CssPixels;
}

/** Who holds the thread, over time: a lane for each thread and each task, under the one playhead. */
export function Timeline({ model, player, selected, live, onSelect }: TimelineProps) {
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor>(undefined);
  const words = useMessages(timelineWords);
  const [zoom, setZoom] = useState(1);
  const [magnify, setMagnify] = useState(true);
  const [table, setTable] = useState(false);
  const palette = usePalette(root);
  const { width, height } = useElementSize(scroller);
  const run = useRun(model, live);
  const told = useCalmRun(run);
  const fit = palette ? Math.max(1, width - palette.gutter - endRoom(palette)) : 1;
  const until = run.live?.until ?? model.total;
  const mostZoom = mostZoomOf(until, fit);
  const shownZoom = Math.min(zoom, mostZoom);

  const { tracks, live: layer } = run;
  const lanes = { threads: tracks.length, heartbeats: layer?.strips.length ?? 0 };
  const order = useMemo(() => asGiven(model.taskCount - 1), [model.taskCount]);
  const layout = useLayout(palette, height, { ...lanes, order });
  const geometry = useMemo<Geometry | undefined>(() => {
    if (!palette || !layout || width === 0) return undefined;
    const request = { fit, zoom: shownZoom, unit: palette.unit, magnify, until };
    return { palette, width, layout, scale: createTimeScale(run.model, run.weights, request) };
  }, [palette, layout, width, run, fit, shownZoom, magnify, until]);

  const keep = useCallback(
    (canvas: CssPixels) => {
      if (!geometry || !scroller.current) return;
      const content = canvas - geometry.palette.gutter + scroller.current.scrollLeft;
      anchor.current = { scale: geometry.scale, content, canvas };
    },
    [geometry],
  );

  const zoomBy = useCallback(
    (factor: number, canvas: CssPixels) => {
      keep(canvas);
      setZoom((known) => Math.min(mostZoom, Math.max(1, Math.min(known, mostZoom) * factor)));
    },
    [keep, mostZoom],
  );

  /** For the buttons: zooms around the playhead, or around the middle when it is out of view. */
  const zoomAround = (factor: number) => {
    if (!geometry || !scroller.current) return;
    const { currentTime: time, step } = player.getState();
    const now = geometry.palette.gutter + geometry.scale.x({ time, step }) - scroller.current.scrollLeft;
    zoomBy(
      factor,
      now > geometry.palette.gutter && now < width ? now : (geometry.palette.gutter + width) / 2,
    );
  };

  useLayoutEffect(() => {
    const kept = anchor.current;
    if (!kept || !geometry || !scroller.current || kept.scale === geometry.scale) return;
    anchor.current = undefined;
    const { scale } = geometry;
    const content =
      scale.magnified === kept.scale.magnified
        ? (kept.content / kept.scale.width) * scale.width
        : scale.x(kept.scale.positionAt(kept.content));
    scroller.current.scrollLeft = content + geometry.palette.gutter - kept.canvas;
  }, [geometry]);

  return (
    <section ref={root} className="timeline" aria-label={words.timeline}>
      <Plot
        run={run}
        player={player}
        geometry={geometry}
        scroller={scroller}
        selected={selected}
        onSelect={onSelect}
        onZoom={zoomBy}
      />
      <TableTwin run={told} visible={table} />
      <footer className="timeline-footer">
        <Legend entries={run.legend} />
        <ZoomControls
          measured={live !== undefined}
          magnified={geometry?.scale.magnified ?? true}
          magnify={magnify}
          onMagnify={() => {
            keep((geometry?.palette.gutter ?? 0) + width / 2);
            setMagnify(!magnify);
          }}
          zoomed={shownZoom > 1}
          atMost={shownZoom >= mostZoom}
          onZoom={zoomAround}
          onFit={() => setZoom(1)}
          table={table}
          onTable={() => setTable(!table)}
        />
      </footer>
    </section>
  );
}

type Lanes = Pick<LaneRequest, "threads" | "order" | "heartbeats">;

/** The lanes' layout: the same one for as long as their number and the room stay the same, however the run grows. */
function useLayout(palette: Palette | undefined, height: CssPixels, lanes: Lanes): LaneLayout | undefined {
  const { threads, order, heartbeats = 0 } = lanes;
  return useMemo(() => {
    if (!palette || height === 0) return undefined;
    return layoutLanes({ height, unit: palette.unit, size: palette.size, threads, order, heartbeats });
  }, [palette, height, threads, order, heartbeats]);
}

/** A scrolling box wider than this is clipped by some browsers. */
const WIDEST_CONTENT: CssPixels = 8_000_000;
const MOST_PIXELS_PER_MS = 8;

/** Zoom ends where one millisecond is 8 px wide: nothing in a trace is finer. */
function mostZoomOf(until: Milliseconds, fit: CssPixels): number {
  return Math.max(1, Math.min(WIDEST_CONTENT / fit, Math.max(16, (MOST_PIXELS_PER_MS * until) / fit)));
}
