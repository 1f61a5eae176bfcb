import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useState } from "react";
import { flushSync } from "react-dom";
import type { ProgramLine } from "#scenario/program/program.ts";
import { firstStop, nextStop } from "./line-stops.ts";

/**
 * One tab stop for the whole list, up and down arrows inside it (WAI-ARIA "roving tabindex"). The focusable elements
 * of the list carry `data-line`. The line with the tab stop has to be in the document once it is rendered.
 */
export function useRovingFocus(list: RefObject<HTMLElement | null>, lines: readonly ProgramLine[]) {
  const [visited, setVisited] = useState<number>();
  const onFocus = useCallback((event: FocusEvent) => {
    const line = lineOf(event.target);
    if (line !== undefined) setVisited(line);
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const delta = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      const from = lineOf(event.target);
      if (delta === 0 || from === undefined) return;
      event.preventDefault();
      const next = nextStop(lines, from, delta);
      if (next === undefined) return;
      // The line may come into the document only now.
      flushSync(() => setVisited(next));
      list.current?.querySelector<HTMLElement>(`[data-line="${next}"]`)?.focus();
    },
    [list, lines],
  );
  const isStop = visited !== undefined && lines[visited]?.mark !== undefined;
  return { tabStop: isStop ? visited : firstStop(lines), onFocus, onKeyDown };
}

function lineOf(target: EventTarget): number | undefined {
  const line = target instanceof HTMLElement ? target.dataset.line : undefined;
  return line === undefined ? undefined : Number(line);
}
