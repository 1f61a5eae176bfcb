import { type RefObject, useEffect } from "react";

/**
 * Scrolls the list itself (never the page) so that a line is seen, with a little of what is around it, also after the
 * list has changed its size (presenting makes letters larger). A list of which only a part is in the document brings
 * its own `scrollTo`.
 */
export function useLineInView(
  list: RefObject<HTMLElement | null>,
  line: number | undefined,
  scrollTo: ((line: number) => void) | undefined,
): void {
  useEffect(() => {
    const box = list.current;
    if (line === undefined || box === null) return;
    const show = () => (scrollTo ? scrollTo(line) : showChild(box, line));
    show();
    const observer = new ResizeObserver(show);
    observer.observe(box);
    return () => observer.disconnect();
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
