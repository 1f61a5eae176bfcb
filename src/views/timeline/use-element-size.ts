import { type RefObject, useLayoutEffect, useState } from "react";
import type { CanvasSize } from "#ui/canvas/canvas.tsx";

/** An element's inner size without its scroll bars, in CSS px; 0 × 0 before the first layout. */
export function useElementSize(element: RefObject<HTMLElement | null>): CanvasSize {
  const [size, setSize] = useState<CanvasSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = target;
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
