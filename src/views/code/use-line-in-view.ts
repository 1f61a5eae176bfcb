import { type RefObject, useEffect } from "react";

/** Scrolls the list itself (never the page) so that a line is seen, with a little of what is around it. */
export function useLineInView(list: RefObject<HTMLElement | null>, line: number | undefined): void {
  useEffect(() => {
    const box = list.current;
    const row = line === undefined ? undefined : box?.children[line];
    if (!box || !(row instanceof HTMLElement)) return;
    const margin = row.offsetHeight * 2;
    const top = row.offsetTop - box.offsetTop;
    const bottom = top + row.offsetHeight;
    if (top - margin < box.scrollTop) box.scrollTop = top - margin;
    else if (bottom + margin > box.scrollTop + box.clientHeight)
      box.scrollTop = bottom + margin - box.clientHeight;
  }, [list, line]);
}
