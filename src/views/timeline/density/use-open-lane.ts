import { type RefObject, useEffect } from "react";
import type { CssPixels } from "#base/units.ts";
import type { Geometry } from "../geometry.ts";
import type { View } from "../view.ts";

/** A press that moves further than this is a drag. */
const STILL: CssPixels = 4;

/** Where lanes are too low to be read, a click opens the lane under it; the press has moved the playhead there already. */
export function useOpenLane(
  plot: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  latest: RefObject<Geometry | undefined>,
  view: View,
): void {
  useEffect(() => {
    const target = plot.current;
    let pressed: { readonly x: CssPixels; readonly y: CssPixels } | undefined;
    const press = ({ clientX, clientY }: PointerEvent) => {
      pressed = { x: clientX, y: clientY };
    };
    const click = ({ clientX, clientY }: MouseEvent) => {
      const layout = latest.current?.layout;
      const box = scroller.current?.getBoundingClientRect();
      if (!pressed || !layout || !box || !view.allLanes || layout.detail === "shapes") return;
      if (Math.hypot(clientX - pressed.x, clientY - pressed.y) > STILL) return;
      const row = Math.floor((clientY - box.top - layout.taskTop) / layout.taskHeight);
      if (row >= 0 && row < layout.order.count) view.openRow(row);
    };
    target?.addEventListener("pointerdown", press);
    target?.addEventListener("click", click);
    return () => {
      target?.removeEventListener("pointerdown", press);
      target?.removeEventListener("click", click);
    };
  }, [plot, scroller, latest, view]);
}
