import { type RefObject, useEffect } from "react";
import { scrollToLine } from "./scroll-to-line.ts";

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
  const rows = Array.from(box.children).filter((row) => row instanceof HTMLElement);
  const last = rows.at(-1);
  if (last === undefined || line >= rows.length) return;
  const tops = [...rows.map((row) => row.offsetTop), last.offsetTop + last.offsetHeight];
  box.scrollTop = scrollToLine(tops, line, { scrollTop: box.scrollTop, height: box.clientHeight });
}
