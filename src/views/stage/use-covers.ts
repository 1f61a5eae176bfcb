import { type RefObject, useLayoutEffect } from "react";
import type { Cover } from "./bead-phase.ts";

/** Room around what covers the track, in px: half of the bead. */
const MARGIN = 5;

/** Tells which parts of a rectangular track, clockwise from its top left corner, are covered by titles on its top edge. */
export function useCovers(
  track: RefObject<SVGGElement | null>,
  onChange: (covers: readonly Cover[]) => void,
): void {
  useLayoutEffect(() => {
    // Of a frozen bead only the last is drawn.
    const rect = track.current?.querySelector<SVGRectElement>("rect:last-child");
    const stage = track.current?.closest(".stage");
    const titles = [...(stage?.querySelectorAll(".stage-title, .stage-corner") ?? [])];
    if (!rect || titles.length === 0) return;
    const measure = () => {
      const box = rect.getBoundingClientRect();
      const scale = box.width / rect.width.baseVal.value;
      const start = box.left + rect.rx.baseVal.value * scale;
      const length = rect.getTotalLength() * scale;
      const partAt = (x: number) => Math.max(0, (x - start) / length);
      const covers = titles
        .map((title) => title.getBoundingClientRect())
        .map(({ left, right }): Cover => [partAt(left - MARGIN), partAt(right + MARGIN)]);
      onChange(covers.sort((a, b) => a[0] - b[0]));
    };
    const resized = new ResizeObserver(measure);
    for (const element of [rect, ...titles]) resized.observe(element);
    return () => resized.disconnect();
  }, [track, onChange]);
}
