import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import type { TaskId } from "#trace/trace.ts";
import { Canvas, type CanvasHandle } from "#ui/canvas/canvas.tsx";
import { useOpenLane } from "./density/use-open-lane.ts";
import type { Geometry } from "./geometry.ts";
import type { Picture } from "./inspect/hit-test.ts";
import { HoverCardOnDemand } from "./inspect/hover-card-on-demand.tsx";
import type { InspectionStore } from "./inspect/inspection.ts";
import { MeasureStatus } from "./inspect/measure-status.tsx";
import { useEscape } from "./inspect/use-escape.ts";
import { useInspectedRun } from "./inspect/use-inspected-run.ts";
import { usePlotGestures } from "./inspect/use-plot-gestures.ts";
import { usePointing } from "./inspect/use-pointing.ts";
import type { Zoom } from "./inspect/use-zoom.ts";
import { LaneButtons } from "./lane-buttons.tsx";
import { namedRows } from "./lane-layout.ts";
import { handleSliderKey } from "./slider-keys.ts";
import { useFollowedPlayhead, useSelectedInView } from "./use-following.ts";
import { useLatest } from "./use-latest.ts";
import { useMovedView } from "./use-moved-view.ts";
import { usePicture } from "./use-picture.ts";
import type { Run } from "./use-run.ts";
import { useSpokenPosition } from "./use-spoken-position.ts";
import type { View } from "./view.ts";
import "./plot.css";

interface PlotProps {
  readonly run: Run;
  readonly player: Player;
  readonly geometry: Geometry | undefined;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly selected: TaskId | undefined;
  readonly onSelect: (task: TaskId | undefined) => void;
  readonly hovered: TaskId | undefined;
  readonly onHover: (task: TaskId | undefined) => void;
  readonly view: View;
  readonly zoom: Zoom;
  readonly inspection: InspectionStore;
}

/**
 * The picture and everything that is touched: a canvas that stands still, and over it a scrolling box, as high inside
 * as all lanes. Its scroll position says which lanes the canvas shows, and the view which part of the run.
 */
export function Plot(props: PlotProps) {
  const { run, player, geometry, scroller, selected, onSelect, onHover, view, zoom, inspection } = props;
  const { model } = run;
  const words = useMessages(timelineWords);
  const card = useId();
  const canvas = useRef<CanvasHandle>(null);
  const slider = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<readonly [number, number]>([0, -1]);
  const draw = usePicture(props);
  const repaint = useCallback(() => canvas.current?.repaint(), []);

  const layout = geometry?.layout;
  const showRows = useCallback(() => {
    if (!layout || !scroller.current) return;
    const [first, last] = namedRows(layout, scroller.current.scrollTop);
    setRows((known) => (known[0] === first && known[1] === last ? known : [first, last]));
  }, [layout, scroller]);
  useLayoutEffect(showRows, [showRows]);
  useEffect(() => {
    const box = scroller.current;
    const scrolled = () => {
      showRows();
      repaint();
    };
    box?.addEventListener("scroll", scrolled, { passive: true });
    return () => box?.removeEventListener("scroll", scrolled);
  }, [scroller, showRows, repaint]);

  // While a run grows, its geometry changes many times a second: a drag that has begun must outlive that.
  const latest = useLatest(geometry);
  useSpokenPosition(slider, player, run);
  useFollowedPlayhead(player, view, latest, repaint);
  useSelectedInView(selected, geometry, scroller);
  useMovedView(view, slider, inspection, repaint);
  useEffect(
    () =>
      inspection.subscribe(({ measure, causes }, before) => {
        if (measure !== before.measure || causes !== before.causes) repaint();
      }),
    [inspection, repaint],
  );

  const picture = useCallback((): Picture | undefined => {
    if (!geometry || !scroller.current) return undefined;
    const { scrollX } = view;
    return { ...run, ...geometry, scrollX, scrollY: scroller.current.scrollTop };
  }, [run, geometry, scroller, view]);
  const handled = { geometry, model, player, view, zoom, inspection, picture, onSelect };
  usePlotGestures(slider, scroller, useLatest(handled));
  usePointing(scroller, useLatest({ picture, inspection, onHover, card }));
  useOpenLane(slider, scroller, latest, view);
  useEscape(inspection);
  useInspectedRun(inspection, model);

  const height = geometry ? geometry.layout.height + geometry.layout.overflow : 0;
  return (
    <div className="timeline-plot">
      <Canvas
        ref={canvas}
        className="timeline-canvas"
        draw={draw}
        request={requestDraw}
        cancel={cancelDraw}
      />
      <div
        ref={scroller}
        className="timeline-scroller"
        style={{ scrollPaddingTop: geometry?.layout.viewTop }}
      >
        <div className="timeline-content" style={{ height: height || undefined }}>
          <div
            ref={slider}
            className="timeline-slider"
            role="slider"
            tabIndex={0}
            style={{
              width: geometry ? geometry.width - geometry.palette.gutter : undefined,
              height: geometry?.layout.height,
            }}
            aria-label={words.timeline}
            aria-valuemin={0}
            aria-valuemax={Math.round(model.total)}
            aria-valuenow={0}
            onKeyDown={(event) => {
              if (!handleSliderKey(event, player)) return;
              // The page has keys of its own for the same steps.
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          {geometry && (
            <>
              <LaneButtons
                layout={geometry.layout}
                names={run.names}
                rows={rows}
                selected={selected}
                onSelect={onSelect}
              />
              <div className="timeline-head" style={{ height: geometry.layout.viewTop }} />
            </>
          )}
        </div>
      </div>
      <HoverCardOnDemand
        id={card}
        inspection={inspection}
        model={model}
        player={player}
        measured={run.live !== undefined}
      />
      <MeasureStatus inspection={inspection} player={player} byClock={run.live !== undefined} />
    </div>
  );
}
