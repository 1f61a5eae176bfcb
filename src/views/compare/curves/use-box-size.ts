import { type RefObject, useLayoutEffect, useState } from "react";
import type { CanvasSize } from "#ui/canvas/canvas.tsx";

/** An element's inner size; 0 × 0 before the first layout. */
export function useBoxSize(box: RefObject<HTMLElement | null>): CanvasSize {
  const [size, setSize] = useState<CanvasSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}
