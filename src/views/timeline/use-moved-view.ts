import { type RefObject, useEffect } from "react";
import { watchRest } from "./at-rest.ts";
import type { InspectionStore } from "./inspect/inspection.ts";
import type { View } from "./view.ts";

/**
 * What a change of the view brings with it: another picture; what the card told of is no longer under the pointer; and
 * `data-view` of the plot, `zoom scrollX` where it stands still, says whether the view is `moving`.
 */
export function useMovedView(
  view: View,
  plot: RefObject<HTMLElement | null>,
  inspection: InspectionStore,
  repaint: () => void,
): void {
  useEffect(() => {
    const tell = (state: string) => plot.current?.setAttribute("data-view", state);
    const rested = () => tell([view.zoom, view.scrollX].map(rounded).join(" "));
    const rest = watchRest(rested, () => tell("moving"));
    const stop = view.subscribe(() => {
      repaint();
      rest.moved();
      if (inspection.getState().pointed) inspection.setState({ pointed: undefined });
    });
    rested();
    return () => {
      stop();
      rest.stop();
    };
  }, [view, plot, inspection, repaint]);
}

/** What is so near to one another is drawn alike. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;
