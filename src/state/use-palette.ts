import { type RefObject, useLayoutEffect, useState } from "react";
import { watchStyle } from "./page-style.ts";
import { type Palette, readPalette } from "./palette.ts";

/** The palette as it holds for an element; read anew when the page's style changes. Undefined before the first layout. */
export function usePalette(element: RefObject<Element | null>): Palette | undefined {
  const [palette, setPalette] = useState<Palette>();
  useLayoutEffect(() => {
    const read = () => {
      if (element.current) setPalette(readPalette(element.current));
    };
    read();
    return watchStyle(read);
  }, [element]);
  return palette;
}
