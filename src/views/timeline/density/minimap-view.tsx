import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type CssPixels, traceTime } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Canvas, type CanvasHandle, type CanvasSize } from "#ui/canvas/canvas.tsx";
import type { Pen } from "#ui/canvas/pen.ts";
import { watchRest } from "../at-rest.ts";
import { endRoom, type Geometry } from "../geometry.ts";
import { MINIMAP_HEIGHT } from "../lane-layout.ts";
import { fixedSeconds } from "../span-label.ts";
import { useLatest } from "../use-latest.ts";
import { useZoomed, type View } from "../view.ts";
import { drawMinimap } from "./draw-minimap.ts";
import { type Grip, gripAt, moved, type Part, shownPart } from "./minimap.ts";
import "./minimap.css";

interface MinimapProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly geometry: Geometry;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly view: View;
}

/** How near to an edge of the window a pointer is on it. */
const REACH: CssPixels = 7;
/** What one press of a key moves, as a share of the window. */
const STRIDE = 0.1;

/** While something is out of view: where in the whole run one is. */
export function Minimap(props: MinimapProps) {
  return usePartlyShown(props) && <Strip {...props} />;
}

/** The whole run and all lanes, true to scale, and in it, as a window that can be moved and resized, what is in view. */
function Strip({ model, player, geometry, scroller, view }: MinimapProps) {
  const words = useMessages(timelineWords);
  const strip = useRef<HTMLDivElement>(null);
  const now = useRef<HTMLDivElement>(null);
  const canvas = useRef<CanvasHandle>(null);
  const held = useRef<{ readonly grip: Exclude<Grip, "outside">; readonly x: number; readonly part: Part }>(
    undefined,
  );
  const latest = useLatest({ model, geometry });
  const { palette } = geometry;
  const width = geometry.width - palette.gutter - endRoom(palette);

  const part = useCallback((): Part => {
    const { geometry, model } = latest.current;
    return shownPart(geometry, view.scrollX, scroller.current?.scrollTop ?? 0, model.total);
  }, [latest, scroller, view]);

  const draw = useCallback(
    (ctx: Pen, size: CanvasSize) => {
      drawMinimap(ctx, size, geometry, model, part());
    },
    [part, geometry, model],
  );

  useEffect(() => {
    const say = () => {
      const shown = part();
      strip.current?.setAttribute("aria-valuenow", String(Math.round(shown.left * model.total)));
      const { count } = geometry.layout.order;
      const lanes = [Math.floor(shown.top * count) + 1, Math.ceil(shown.bottom * count)] as const;
      const [from, to] = [shown.left, shown.right].map((share) => fixedSeconds(share * model.total));
      strip.current?.setAttribute("aria-valuetext", words.partShown(from ?? "", to ?? "", ...lanes, count));
    };
    say();
    let changes = 0;
    const rest = watchRest(() => {
      say();
      canvas.current?.repaint();
      changes = 0;
    });
    const moved = () => {
      // At half the rate of the plot: small as the window is, it is seen to follow, and each picture has its price.
      if (changes++ % 2 === 0) canvas.current?.repaint();
      rest.moved();
    };
    const box = scroller.current;
    box?.addEventListener("scroll", moved, { passive: true });
    const stop = view.subscribe(moved);
    return () => {
      box?.removeEventListener("scroll", moved);
      stop();
      rest.stop();
    };
  }, [scroller, view, part, geometry, model, words]);

  useLayoutEffect(() => {
    const move = () => {
      const share = player.getState().currentTime / Math.max(1, model.total);
      if (now.current) now.current.style.translate = `${share * width}px 0`;
    };
    move();
    return player.subscribe(move);
  }, [player, model, width]);

  /** Where a share of the run stands on the plot's axis, as a share of its width. */
  const share = (at: number) => {
    const { scale } = geometry;
    // The first instant and the last, magnified or not, belong to the run.
    if (at <= 0 || at >= 1) return at <= 0 ? 0 : 1;
    const time = traceTime(at * model.total);
    return scale.x({ time, step: model.stepAtTime(time) }) / scale.width;
  };
  const show = (left: number, right: number) => view.show(share(left), share(right));
  /** Keeps the zoom: where the plot magnifies instants, equal times are not equally wide on it. */
  const panTo = (left: number) => {
    view.scrollTo(share(left) * geometry.scale.width);
  };
  const scrollTo = (top: number) => {
    const { layout } = geometry;
    if (scroller.current) scroller.current.scrollTop = top * layout.taskHeight * layout.order.count;
  };
  const shareAt = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = (strip.current as HTMLElement).getBoundingClientRect();
    return {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
      reach: REACH / box.width,
    };
  };

  return (
    <div
      ref={strip}
      className="timeline-minimap"
      style={{ width }}
      role="slider"
      tabIndex={0}
      aria-label={words.minimap}
      aria-valuemin={0}
      aria-valuemax={Math.round(model.total)}
      aria-valuenow={0}
      title={words.minimap}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { x, y, reach } = shareAt(event);
        const shown = part();
        const grip = gripAt(shown, x, reach);
        const inLanes = y >= shown.top && y <= shown.bottom;
        if (!inLanes && shown.bottom - shown.top < 1) scrollTo(y - (shown.bottom - shown.top) / 2);
        if (grip === "outside") panTo(moved(shown, "middle", x - (shown.left + shown.right) / 2, 0)[0]);
        held.current = { grip: grip === "outside" ? "middle" : grip, x, part: part() };
      }}
      onPointerMove={(event) => {
        const { x, y, reach } = shareAt(event);
        const hold = held.current;
        if (!hold) {
          const grip = gripAt(part(), x, reach);
          event.currentTarget.style.cursor = grip === "left" || grip === "right" ? "ew-resize" : "grab";
          return;
        }
        const high = hold.part.bottom - hold.part.top;
        if (hold.grip === "middle" && high < 0.99) scrollTo(y - high / 2);
        const [left, right] = moved(hold.part, hold.grip, x - hold.x, 1 / geometry.mostZoom);
        if (hold.grip !== "middle") show(left, right);
        else panTo(left);
      }}
      onPointerUp={() => {
        held.current = undefined;
      }}
      onPointerCancel={() => {
        held.current = undefined;
      }}
      onKeyDown={(event) => {
        const shown = part();
        const box = scroller.current;
        const across = { ArrowLeft: -STRIDE, ArrowRight: STRIDE }[event.key];
        const along = { ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8 }[event.key];
        if (across !== undefined && event.shiftKey)
          show(...moved(shown, "right", across * (shown.right - shown.left), 1 / geometry.mostZoom));
        else if (across !== undefined)
          view.scrollTo(view.scrollX + across * (geometry.width - geometry.palette.gutter));
        else if (along !== undefined && box) box.scrollTop += along * geometry.layout.taskHeight;
        else return;
        // The page has keys of its own for the same arrows.
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Canvas
        ref={canvas}
        className="timeline-minimap-canvas"
        draw={draw}
        request={requestDraw}
        cancel={cancelDraw}
      />
      <div ref={now} className="timeline-minimap-now" />
    </div>
  );
}

/** Is something out of view, so that a minimap helps? Not for want of the room that the minimap itself takes. */
function usePartlyShown({ view, geometry }: MinimapProps): boolean {
  const zoomed = useZoomed(view, geometry);
  const [partly, setPartly] = useState(false);
  const known = useLatest(partly);
  useEffect(() => {
    const own = known.current ? MINIMAP_HEIGHT * geometry.palette.unit : 0;
    setPartly(zoomed || geometry.layout.overflow > own);
  }, [zoomed, geometry, known]);
  return partly;
}
