import type { CssPixels } from "#base/units.ts";

/** A place on the plot, in px from its upper left corner. */
export interface PlotPoint {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** What the pointer can ask of the plot. */
export interface PlotActions {
  /** `free`: exactly there, as opposed to at an event close by. */
  scrub(x: CssPixels, free: boolean): void;
  pan(by: CssPixels): void;
  /** Is there anything to pan to? */
  canPan(): boolean;
  zoom(factor: number, x: CssPixels): void;
  /** A stretch is dragged from one place to another, and then let go. */
  measureFrom(x: CssPixels, free: boolean): void;
  measureTo(x: CssPixels, free: boolean): void;
  measured(): void;
  /** A finger rests. */
  hold(point: PlotPoint): void;
  /** Does a drag that begins here move the axis instead of the playhead? */
  pansFrom(y: CssPixels): boolean;
}

/** What the pointers on the plot are doing. A finger first has to show whether it scrolls the page, scrubs or rests. */
type Gesture =
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly from: PlotPoint }
  | { readonly kind: "scrub" }
  | { readonly kind: "measure" }
  | { readonly kind: "held" }
  | { readonly kind: "pan"; readonly last: CssPixels }
  | { readonly kind: "pinch"; readonly distance: CssPixels };

const DECIDED_AFTER: CssPixels = 6;
export const HOLD_MS = 500;
/** Zoom per px of wheel: a usual notch of 100 px is a factor of 1.22. */
const WHEEL_ZOOM = 0.002;

/**
 * Listens on the plot: drag scrubs, with Shift it measures, on the ruler it pans; two fingers and ctrl or ⌘ + wheel
 * zoom, a wheel that goes sideways pans; a finger that rests holds. Alt = exactly there. Returns how to stop.
 */
export function listenForGestures(
  plot: HTMLElement,
  wheelArea: HTMLElement,
  actions: PlotActions,
): () => void {
  const pointers = new Map<number, PlotPoint>();
  let gesture: Gesture = { kind: "none" };
  let resting: ReturnType<typeof setTimeout> | undefined;

  const pointOf = (event: MouseEvent): PlotPoint => {
    const box = wheelArea.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? { distance: Math.hypot(a.x - b.x, a.y - b.y) || 1, middle: (a.x + b.x) / 2 } : undefined;
  };

  const begin = (event: PointerEvent, point: PlotPoint): Gesture => {
    const two = spread();
    if (two) return { kind: "pinch", distance: two.distance };
    if (actions.canPan() && actions.pansFrom(point.y)) return { kind: "pan", last: point.x };
    if (event.pointerType === "touch") return { kind: "undecided", from: point };
    return { kind: event.shiftKey ? "measure" : "scrub" };
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    plot.setPointerCapture(event.pointerId);
    clearTimeout(resting);
    gesture = begin(event, point);
    if (gesture.kind === "scrub") actions.scrub(point.x, event.altKey);
    else if (gesture.kind === "measure") actions.measureFrom(point.x, event.altKey);
    else if (gesture.kind === "undecided")
      resting = setTimeout(() => {
        gesture = { kind: "held" };
        actions.hold(point);
      }, HOLD_MS);
  };

  const move = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    if (gesture.kind === "undecided" && Math.abs(point.x - gesture.from.x) > DECIDED_AFTER) {
      clearTimeout(resting);
      gesture = { kind: "scrub" };
    }
    if (gesture.kind === "scrub") actions.scrub(point.x, event.altKey);
    else if (gesture.kind === "measure") actions.measureTo(point.x, event.altKey);
    else if (gesture.kind === "pan") {
      actions.pan(point.x - gesture.last);
      gesture = { kind: "pan", last: point.x };
    } else if (gesture.kind === "pinch") {
      const two = spread();
      if (!two) return;
      actions.zoom(two.distance / gesture.distance, two.middle);
      gesture = { kind: "pinch", distance: two.distance };
    }
  };

  const up = (event: PointerEvent) => {
    clearTimeout(resting);
    pointers.delete(event.pointerId);
    // A tap; a finger that went to scroll the page ends in pointercancel instead.
    if (gesture.kind === "undecided" && event.type === "pointerup") actions.scrub(pointOf(event).x, false);
    if (gesture.kind === "measure") actions.measured();
    gesture = { kind: "none" };
  };

  const wheel = (event: WheelEvent) => {
    const isZoom = event.ctrlKey || event.metaKey;
    // Some browsers turn a wheel with Shift sideways, others leave that to the page.
    const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    const isPan = Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY) && actions.canPan();
    if (isZoom) actions.zoom(Math.exp(-event.deltaY * WHEEL_ZOOM), pointOf(event).x);
    else if (isPan) actions.pan(-across);
    else return;
    event.preventDefault();
  };

  plot.addEventListener("pointerdown", down);
  plot.addEventListener("pointermove", move);
  plot.addEventListener("pointerup", up);
  plot.addEventListener("pointercancel", up);
  wheelArea.addEventListener("wheel", wheel, { passive: false });
  return () => {
    clearTimeout(resting);
    plot.removeEventListener("pointerdown", down);
    plot.removeEventListener("pointermove", move);
    plot.removeEventListener("pointerup", up);
    plot.removeEventListener("pointercancel", up);
    wheelArea.removeEventListener("wheel", wheel);
  };
}
