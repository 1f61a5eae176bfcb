import { useSyncExternalStore } from "react";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import { endRoom, type Geometry } from "./geometry.ts";

/**
 * Which part of the run the plot shows: how far in, and where. Apart from React's state and from the document, for it
 * changes with every frame of a drag, and a document that is laid out anew in each of them would cost more than the
 * picture.
 */
export interface View {
  /** 1 = the whole run is in view. */
  readonly zoom: number;
  /** How far the content has moved to the left under the plot. */
  readonly scrollX: CssPixels;
  /** Is there more content than fits across? */
  readonly canScroll: boolean;
  /** Are all lanes in view at once, however low? */
  readonly allLanes: boolean;
  setAllLanes(all: boolean): void;
  /** Leaves `allLanes` for a row: it will be in the middle of the view. */
  openRow(row: number): void;
  /** As far as there is content. */
  scrollTo(x: CssPixels): void;
  /** Zooms by a factor; what stands under canvas x stays there. */
  zoomBy(factor: number, x: CssPixels): void;
  /** Shows the part of the axis between two shares of its width, 0 to 1. */
  show(from: number, to: number): void;
  /** When the scale is about to change for another reason than zoom: what stands under canvas x will stay there. */
  keep(x: CssPixels): void;
  /** Where the view is used. `box` is what scrolls up and down. */
  attach(geometry: Geometry, box: HTMLElement): void;
  /** Calls `changed` after each change. Returns how to stop. */
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
  let scrollX: CssPixels = 0;
  let allLanes = false;
  let opened: number | undefined;
  let geometry: Geometry | undefined;
  let kept: Anchor | undefined;

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const within = (x: CssPixels) => (geometry ? Math.min(mostScroll(geometry), Math.max(0, x)) : 0);

  const anchorAt = (canvas: CssPixels): Anchor | undefined =>
    geometry && { scale: geometry.scale, content: canvas - geometry.palette.gutter + scrollX, canvas };

  /** Where to scroll so that an anchor stands where it stood. */
  const placeOf = ({ scale: before, content, canvas }: Anchor, { scale, palette }: Geometry): CssPixels => {
    if (before === scale) return scrollX;
    const x =
      scale.magnified === before.magnified
        ? (content / before.width) * scale.width
        : scale.x(before.positionAt(content));
    return x + palette.gutter - canvas;
  };

  const setZoom = (wanted: number) => {
    const allowed = Math.min(geometry?.mostZoom ?? 1, Math.max(1, wanted));
    // Sums of shares are never quite exact, and everything would be laid out anew for nothing.
    if (Math.abs(allowed / zoom - 1) > LEAST_CHANGE) zoom = allowed;
  };

  const setAllLanes = (all: boolean) => {
    allLanes = all;
    changed();
  };

  return {
    get zoom() {
      return zoom;
    },

    get scrollX() {
      return scrollX;
    },

    get canScroll() {
      return geometry !== undefined && mostScroll(geometry) > 0;
    },

    get allLanes() {
      return allLanes;
    },

    setAllLanes,

    openRow(row) {
      opened = row;
      setAllLanes(false);
    },

    scrollTo(x) {
      const before = scrollX;
      scrollX = within(x);
      if (scrollX !== before) changed();
    },

    zoomBy(factor, x) {
      const anchor = anchorAt(x);
      if (!geometry || !anchor) return;
      setZoom(Math.min(zoom, geometry.mostZoom) * factor);
      scrollX = within(placeOf(anchor, geometry));
      changed();
    },

    show(from, to) {
      if (!geometry) return;
      setZoom(1 / Math.max(1e-9, to - from));
      scrollX = within(from * geometry.scale.width);
      changed();
    },

    keep(x) {
      kept = anchorAt(x);
    },

    attach(next, box) {
      geometry = next;
      scrollX = within(kept ? placeOf(kept, next) : scrollX);
      kept = undefined;
      if (opened === undefined || allLanes) return;
      const { taskTop, taskHeight, viewTop, height } = next.layout;
      box.scrollTop = taskTop + taskHeight * (opened + 0.5) - (viewTop + height) / 2;
      opened = undefined;
    },

    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Is less than the whole run in view? One of the few things that React has to know of a view. */
export const useZoomed = (view: View, geometry: Geometry | undefined): boolean =>
  useSyncExternalStore(view.subscribe, () => Math.min(view.zoom, geometry?.mostZoom ?? 1) > 1);

/** Is it zoomed in as far as it can be? */
export const useZoomedMost = (view: View, geometry: Geometry | undefined): boolean =>
  useSyncExternalStore(view.subscribe, () => view.zoom >= (geometry?.mostZoom ?? 1));

/** Are instants magnified? */
export const useMagnified = (view: View, geometry: Geometry | undefined): boolean =>
  useSyncExternalStore(view.subscribe, () => geometry?.scale.magnified ?? true);

/** How far the content can move at most. */
export const mostScroll = ({ palette, scale, width }: Geometry): CssPixels =>
  Math.max(0, Math.floor(palette.gutter + scale.width + endRoom(palette)) - width);

/** A canvas counts in 32 bits: further out than this, what begins left of the view would not be drawn to the pixel. */
const WIDEST_CONTENT: CssPixels = 8_000_000;
const MOST_PIXELS_PER_MS = 8;

/** Zoom ends where one millisecond is 8 px wide: nothing in a trace is finer. */
export const mostZoomOf = (until: Milliseconds, fit: CssPixels): number =>
  Math.max(1, Math.min(WIDEST_CONTENT / fit, Math.max(16, (MOST_PIXELS_PER_MS * until) / fit)));
