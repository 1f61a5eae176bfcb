import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useState } from "react";

/**
 * One tab stop for the whole list, up and down arrows inside it (WAI-ARIA "roving tabindex"). The focusable elements
 * of the list carry `data-line`.
 */
export function useRovingFocus(list: RefObject<HTMLElement | null>, first: number) {
  const [visited, setVisited] = useState<number>();
  const onFocus = useCallback((event: FocusEvent) => {
    const line = event.target instanceof HTMLElement ? event.target.dataset.line : undefined;
    if (line !== undefined) setVisited(Number(line));
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const delta = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (delta === 0) return;
      const stops = [...(list.current?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
      stops[stops.indexOf(event.target as HTMLElement) + delta]?.focus();
      event.preventDefault();
    },
    [list],
  );
  return { tabStop: visited ?? first, onFocus, onKeyDown };
}
