import { useLayoutEffect, useSyncExternalStore } from "react";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import { endRoom, type Geometry } from "./geometry.ts";

/**
 * Which part of the run the plot shows: how far in, and, as the scroll position of the box over the plot, where. Apart
 * from React's state, for it changes with every frame of a drag.
 */
export interface View {
  /** 1 = the whole run is in view. */
  readonly zoom: number;
  /** Are all lanes in view at once, however low? */
  readonly allLanes: boolean;
  setAllLanes(all: boolean): void;
  /** Leaves `allLanes` for a row: it will be in the middle of the view. */
  openRow(row: number): void;
  /** Zooms by a factor; what stands under canvas x stays there. */
  zoomBy(factor: number, x: CssPixels): void;
  /** Shows the part of the axis between two shares of its width, 0 to 1. */
  show(from: number, to: number): void;
  /** When the scale is about to change for another reason than zoom: what stands under canvas x will stay there. */
  keep(x: CssPixels): void;
  /** Where the view is used. The box's first child is what scrolls in it. */
  attach(geometry: Geometry, box: HTMLElement): void;
  /** Calls `changed` after each change of the zoom. Returns how to stop. */
  subscribe(changed: () => void): () => void;
}

/** What stays in place when the scale changes: a position, and where on the canvas it stands. */
interface Anchor {
  readonly scale: Geometry["scale"];
  readonly content: CssPixels;
  readonly canvas: CssPixels;
}

/** A zoom that differs by a smaller part is the same one. */
const LEAST_CHANGE = 1e-9;

export function createView(): View {
  const listeners = new Set<() => void>();
  let zoom = 1;
  let allLanes = false;
  let opened: number | undefined;
  let place: { readonly geometry: Geometry; readonly box: HTMLElement } | undefined;
  let kept: Anchor | undefined;

  const anchorAt = (canvas: CssPixels): Anchor | undefined => {
    if (!place) return undefined;
    const { geometry, box } = place;
    return { scale: geometry.scale, content: canvas - geometry.palette.gutter + box.scrollLeft, canvas };
  };

  /** Makes the content as wide as the scale, and scrolls an anchor to where it stood. */
  const settle = (anchor: Anchor | undefined) => {
    if (!place) return;
    const { geometry, box } = place;
    const { scale, palette } = geometry;
    const content = box.firstElementChild as HTMLElement;
    const width = `${contentWidth(geometry)}px`;
    if (content.style.width !== width) content.style.width = width;
    if (!anchor || anchor.scale === scale) return;
    const x =
      scale.magnified === anchor.scale.magnified
        ? (anchor.content / anchor.scale.width) * scale.width
        : scale.x(anchor.scale.positionAt(anchor.content));
    box.scrollLeft = x + palette.gutter - anchor.canvas;
  };

  const zoomTo = (wanted: number, anchor: Anchor | undefined) => {
    const allowed = Math.min(place?.geometry.mostZoom ?? 1, Math.max(1, wanted));
    // Sums of shares are never quite exact, and everything would be laid out anew for nothing.
    if (Math.abs(allowed / zoom - 1) > LEAST_CHANGE) zoom = allowed;
    settle(anchor);
    for (const listener of listeners) listener();
  };

  const setAllLanes = (all: boolean) => {
    allLanes = all;
    for (const listener of listeners) listener();
  };

  return {
    get zoom() {
      return zoom;
    },

    get allLanes() {
      return allLanes;
    },

    setAllLanes,

    openRow(row) {
      opened = row;
      setAllLanes(false);
    },

    zoomBy(factor, x) {
      const most = place?.geometry.mostZoom ?? 1;
      zoomTo(Math.min(zoom, most) * factor, anchorAt(x));
    },

    show(from, to) {
      if (!place) return;
      zoomTo(1 / Math.max(1e-9, to - from), undefined);
      place.box.scrollLeft = from * place.geometry.scale.width;
    },

    keep(x) {
      kept = anchorAt(x);
    },

    attach(geometry, box) {
      place = { geometry, box };
      settle(kept);
      kept = undefined;
      if (opened === undefined || allLanes) return;
      const { taskTop, taskHeight, viewTop, height } = geometry.layout;
      box.scrollTop = taskTop + taskHeight * (opened + 0.5) - (viewTop + height) / 2;
      opened = undefined;
    },

    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Puts a view to work on a plot. Says what React has to know of it, which seldom changes. */
export function useView(
  view: View,
  geometry: Geometry | undefined,
  scroller: React.RefObject<HTMLElement | null>,
) {
  useLayoutEffect(() => {
    if (geometry && scroller.current) view.attach(geometry, scroller.current);
  }, [view, geometry, scroller]);
  const mostZoom = geometry?.mostZoom ?? 1;
  return {
    zoomed: useSyncExternalStore(view.subscribe, () => Math.min(view.zoom, mostZoom) > 1),
    atMost: useSyncExternalStore(view.subscribe, () => view.zoom >= mostZoom),
    magnified: useSyncExternalStore(view.subscribe, () => geometry?.scale.magnified ?? true),
  };
}

const contentWidth = ({ palette, scale }: Geometry): CssPixels =>
  Math.floor(palette.gutter + scale.width + endRoom(palette));

/** A scrolling box wider than this is clipped by some browsers. */
const WIDEST_CONTENT: CssPixels = 8_000_000;
const MOST_PIXELS_PER_MS = 8;

/** Zoom ends where one millisecond is 8 px wide: nothing in a trace is finer. */
export function mostZoomOf(until: Milliseconds, fit: CssPixels): number {
  return Math.max(1, Math.min(WIDEST_CONTENT / fit, Math.max(16, (MOST_PIXELS_PER_MS * until) / fit)));
}
