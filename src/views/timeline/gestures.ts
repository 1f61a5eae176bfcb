import type { CssPixels } from "#base/units.ts";

/** What the pointer can ask of the plot; x and y are px from the plot's upper left corner. */
export interface PlotActions {
  scrub(x: CssPixels): void;
  pan(by: CssPixels): void;
  zoom(factor: number, x: CssPixels): void;
  /** Does a drag that begins here move the axis instead of the playhead? */
  pansFrom(y: CssPixels): boolean;
}

interface Point {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** What the pointers on the plot are doing. A finger first has to show whether it scrolls the page or scrubs. */
type Gesture =
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly from: Point }
  | { readonly kind: "scrub" }
  | { readonly kind: "pan"; readonly last: CssPixels }
  | { readonly kind: "pinch"; readonly distance: CssPixels };

const DECIDED_AFTER: CssPixels = 6;
/** Zoom per px of wheel: a usual notch of 100 px is a factor of 1.22. */
const WHEEL_ZOOM = 0.002;

/** Listens on the plot: drag scrubs, drag on the ruler pans, two fingers and ctrl or ⌘ + wheel zoom. Returns how to stop. */
export function listenForGestures(
  plot: HTMLElement,
  wheelArea: HTMLElement,
  actions: PlotActions,
): () => void {
  const pointers = new Map<number, Point>();
  let gesture: Gesture = { kind: "none" };

  const pointOf = (event: MouseEvent): Point => {
    const box = wheelArea.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? { distance: Math.hypot(a.x - b.x, a.y - b.y) || 1, middle: (a.x + b.x) / 2 } : undefined;
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    plot.setPointerCapture(event.pointerId);
    const two = spread();
    if (two) gesture = { kind: "pinch", distance: two.distance };
    else if (actions.pansFrom(point.y)) gesture = { kind: "pan", last: point.x };
    else if (event.pointerType === "touch") gesture = { kind: "undecided", from: point };
    else {
      gesture = { kind: "scrub" };
      actions.scrub(point.x);
    }
  };

  const move = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    if (gesture.kind === "undecided" && Math.abs(point.x - gesture.from.x) > DECIDED_AFTER)
      gesture = { kind: "scrub" };
    if (gesture.kind === "scrub") actions.scrub(point.x);
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
    pointers.delete(event.pointerId);
    // A tap; a finger that went to scroll the page ends in pointercancel instead.
    if (gesture.kind === "undecided" && event.type === "pointerup") actions.scrub(pointOf(event).x);
    gesture = { kind: "none" };
  };

  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    actions.zoom(Math.exp(-event.deltaY * WHEEL_ZOOM), pointOf(event).x);
  };

  plot.addEventListener("pointerdown", down);
  plot.addEventListener("pointermove", move);
  plot.addEventListener("pointerup", up);
  plot.addEventListener("pointercancel", up);
  wheelArea.addEventListener("wheel", wheel, { passive: false });
  return () => {
    plot.removeEventListener("pointerdown", down);
    plot.removeEventListener("pointermove", move);
    plot.removeEventListener("pointerup", up);
    plot.removeEventListener("pointercancel", up);
    wheelArea.removeEventListener("wheel", wheel);
  };
}
