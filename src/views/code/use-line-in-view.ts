import { type RefObject, useEffect } from "react";

/**
 * Scrolls the list itself (never the page) so that a line is seen, with a little of what is around it. A list of which
 * only a part is in the document brings its own `scrollTo`.
 */
export function useLineInView(
  list: RefObject<HTMLElement | null>,
  line: number | undefined,
  scrollTo: ((line: number) => void) | undefined,
): void {
  useEffect(() => {
    if (line === undefined) return;
    if (scrollTo) scrollTo(line);
    else if (list.current) showChild(list.current, line);
  }, [list, line, scrollTo]);
}

function showChild(box: HTMLElement, line: number): void {
  const row = box.children[line];
  if (!(row instanceof HTMLElement)) return;
  const margin = row.offsetHeight * 2;
  const top = row.offsetTop;
  const bottom = top + row.offsetHeight;
  if (top - margin < box.scrollTop) box.scrollTop = top - margin;
  else if (bottom + margin > box.scrollTop + box.clientHeight)
    box.scrollTop = bottom + margin - box.clientHeight;
}
