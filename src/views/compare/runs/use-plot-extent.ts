import { type RefObject, useLayoutEffect, useState } from "react";
import type { CssPixels } from "#base/units.ts";
import type { PageMode } from "#scenario/page-mode.ts";

/** Where the plots begin in the box around them, and how wide they are: all of them lie one above the other. */
export interface PlotExtent {
  readonly left: CssPixels;
  readonly width: CssPixels;
}

/** `first`: the first mode that has a plot; when it is another one, that is measured. */
export function usePlotExtent(box: RefObject<HTMLElement | null>, first: PageMode | undefined): PlotExtent {
  const [extent, setExtent] = useState<PlotExtent>({ left: 0, width: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot is found in the page, and is another one then.
  useLayoutEffect(() => {
    const element = box.current;
    const plot = element?.querySelector("[data-plot]");
    if (!element || !plot) return;
    const measure = () => {
      const { left, width } = plot.getBoundingClientRect();
      const next = { left: left - element.getBoundingClientRect().left, width };
      setExtent((known) => (known.left === next.left && known.width === next.width ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(plot);
    return () => observer.disconnect();
  }, [box, first]);
  return extent;
}
