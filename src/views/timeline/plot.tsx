import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CssPixels } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import type { TaskId } from "#trace/trace.ts";
import { Canvas, type CanvasHandle, type CanvasSize } from "#ui/canvas.tsx";
import { drawTimeline } from "./draw-timeline.ts";
import { listenForGestures } from "./gestures.ts";
import { LaneButtons } from "./lane-buttons.tsx";
import { type LaneLayout, scrollToRow, visibleRows } from "./lane-layout.ts";
import type { Palette } from "./palette.ts";
import { handleSliderKey } from "./slider-keys.ts";
import type { TimeScale } from "./time-scale.ts";
import type { Run } from "./use-run.ts";
import { useSpokenPosition } from "./use-spoken-position.ts";

/** What the plot is drawn with; there is none before the page has been laid out. */
export interface Geometry {
  readonly palette: Palette;
  readonly layout: LaneLayout;
  readonly scale: TimeScale;
  /** Of what is in view, gutter included. */
  readonly width: CssPixels;
}

interface PlotProps {
  readonly run: Run;
  readonly player: Player;
  readonly geometry: Geometry | undefined;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly selected: TaskId | undefined;
  readonly onSelect: (task: TaskId | undefined) => void;
  /** Zooms by a factor; the content under canvas x stays where it is. */
  readonly onZoom: (factor: number, x: CssPixels) => void;
}

/**
 * The picture and everything that is touched: a canvas that stands still, and over it a scrolling box, as large inside
 * as the whole run, whose scroll position says which part of the run the canvas shows.
 */
export function Plot({ run, player, geometry, scroller, selected, onSelect, onZoom }: PlotProps) {
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const canvas = useRef<CanvasHandle>(null);
  // While a run grows, its geometry changes many times a second: a drag that has begun must outlive that.
  const latest = useRef(geometry);
  useLayoutEffect(() => {
    latest.current = geometry;
  }, [geometry]);
  const slider = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<readonly [number, number]>([0, -1]);
  const { model } = run;

  const draw = useCallback(
    (ctx: CanvasRenderingContext2D, { width, height }: CanvasSize) => {
      if (!geometry || !scroller.current) return;
      const { scrollLeft: scrollX, scrollTop: scrollY } = scroller.current;
      const { currentTime: time, step, status } = player.getState();
      const position = { time, step };
      const now = geometry.palette.gutter + geometry.scale.x(position) - scrollX;
      const follows = run.live?.underWay === true && status === "ended";
      const paused = status !== "playing" && !follows;
      drawTimeline({
        ...run,
        ...geometry,
        ...{
          ctx,
          words,
          stateNames: states,
          width,
          height,
          scrollX,
          scrollY,
          position,
          now,
          paused,
          selected,
        },
      });
    },
    [run, geometry, scroller, player, words, states, selected],
  );

  const layout = geometry?.layout;
  const showRows = useCallback(() => {
    if (!layout || !scroller.current) return;
    const [first, last] = visibleRows(layout, scroller.current.scrollTop);
    setRows((known) => (known[0] === first && known[1] === last ? known : [first, last]));
  }, [layout, scroller]);
  useLayoutEffect(showRows, [showRows]);

  useSpokenPosition(slider, player, run);

  useEffect(
    () =>
      player.subscribe(({ currentTime, step }, before) => {
        // A run that grows beyond a playhead at rest is no reason to scroll.
        const moved = currentTime !== before.currentTime || step !== before.step;
        if (moved && latest.current && scroller.current) keepInView(scroller.current, latest.current, player);
        canvas.current?.repaint();
      }),
    [player, scroller],
  );

  const zoom = useRef(onZoom);
  useLayoutEffect(() => {
    zoom.current = onZoom;
  }, [onZoom]);
  useEffect(() => {
    if (!slider.current || !scroller.current) return;
    const box = scroller.current;
    return listenForGestures(slider.current, box, {
      scrub: (x) => {
        if (!latest.current) return;
        const { palette, scale } = latest.current;
        const { time, step } = scale.positionAt(x - palette.gutter + box.scrollLeft);
        if (scale.magnified) player.seek(time, step);
        else player.seek(time);
      },
      pan: (by) => {
        box.scrollLeft -= by;
      },
      zoom: (factor, x) => zoom.current(factor, x),
      pansFrom: (y) => y < (latest.current?.layout.axis ?? 0) && box.scrollWidth > box.clientWidth,
    });
  }, [scroller, player]);

  const shown = useRef<TaskId>(undefined);
  useEffect(() => {
    if (!geometry || !scroller.current || shown.current === selected) return;
    // Only a new selection brings its lane into view: later, whoever scrolled away wants to be there.
    shown.current = selected;
    const row = selected === undefined ? undefined : geometry.layout.order.rowOf(selected);
    if (row === undefined) return;
    scroller.current.scrollTop = scrollToRow(geometry.layout, row, scroller.current.scrollTop);
  }, [selected, geometry, scroller]);

  const width = geometry ? contentWidth(geometry) : 0;
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
        onScroll={() => {
          showRows();
          canvas.current?.repaint();
        }}
      >
        <div className="timeline-content" style={{ width: width || undefined, height: height || undefined }}>
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
    </div>
  );
}

/** Room right of the end of the axis, for what ends there. */
export const endRoom = ({ unit, size }: Palette): CssPixels => (size === "compact" ? 14 : 28) * unit;

const contentWidth = ({ palette, scale }: Geometry): CssPixels =>
  Math.floor(palette.gutter + scale.width + endRoom(palette));

/** Scrolls along when the playhead comes near an edge of the view. */
function keepInView(box: HTMLElement, { palette, scale }: Geometry, player: Player): void {
  if (box.scrollWidth <= box.clientWidth) return;
  const { currentTime: time, step } = player.getState();
  const x = scale.x({ time, step });
  const view = box.clientWidth - palette.gutter;
  const margin = view * 0.12;
  if (x > box.scrollLeft + view - margin) box.scrollLeft = x - view + margin;
  else if (x < box.scrollLeft + margin) box.scrollLeft = Math.max(0, x - margin);
}
