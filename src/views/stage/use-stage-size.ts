import { type RefObject, useLayoutEffect, useState } from "react";
import type { StageSize } from "./zones.ts";

/** The room an element has, in rem; undefined before the first layout. Follows resizing and a changed root font. */
export function useStageSize(element: RefObject<HTMLElement | null>): StageSize | undefined {
  const [size, setSize] = useState<StageSize>();
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const text = Number.parseFloat(getComputedStyle(target).getPropertyValue("--fs-l")) || 1;
      const next = { width: target.clientWidth / rem, height: target.clientHeight / rem, text };
      const isSame = (known: StageSize) =>
        known.width === next.width && known.height === next.height && known.text === text;
      setSize((known) => (known !== undefined && isSame(known) ? known : next));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(target);
    const presenting = new MutationObserver(measure);
    presenting.observe(document.documentElement, { attributeFilter: ["data-present"] });
    return () => {
      resized.disconnect();
      presenting.disconnect();
    };
  }, [element]);
  return size;
}
