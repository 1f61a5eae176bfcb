import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** A row under way: from where, and where it would land. */
export interface RowDrag {
  readonly from: number;
  readonly to: number;
}

/** Within this distance of the list's edge, in rem, dragging scrolls. */
const EDGE = 2.5;

/**
 * Dragging rows by their handles, and moving them with the arrow keys. `handleProps(index)` go on the handle; rows carry
 * `data-row`. Esc, or losing the pointer, puts the row back.
 */
export function useRowDrag(onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<RowDrag>();

  const handleProps = (index: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      if (drag === undefined) return;
      scrollAtEdge(event.currentTarget, event.clientY);
      const to = rowAt(event.clientX, event.clientY);
      if (to !== undefined && to !== drag.to) setDrag({ ...drag, to });
    },
    onPointerUp(): void {
      setDrag(undefined);
      if (drag !== undefined && drag.from !== drag.to) onMove(drag.from, drag.to);
    },
    onLostPointerCapture: () => setDrag(undefined),
    onKeyDown(event: KeyboardEvent<HTMLElement>): void {
      if (event.key === "Escape" && drag !== undefined) {
        event.stopPropagation();
        setDrag(undefined);
      }
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (step === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onMove(index, index + step);
    },
  });

  return { drag, handleProps };
}

function rowAt(x: number, y: number): number | undefined {
  const row = document.elementFromPoint(x, y)?.closest("[data-row]");
  return row instanceof HTMLElement ? Number(row.dataset.row) : undefined;
}

function scrollAtEdge(handle: HTMLElement, y: number): void {
  const scroller = handle.closest("[data-scroller]");
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  const edge = EDGE * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (y < top + edge) scroller.scrollBy(0, -edge / 2);
  else if (y > bottom - edge) scroller.scrollBy(0, edge / 2);
}
