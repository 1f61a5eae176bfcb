import { isWished, watchWishes } from "./media.ts";

/** Whether the system paints the page in its own few colours. What is drawn on a canvas has to take them itself. */
export const hasForcedColors = (): boolean => isWished("forcedColors");

export type SystemColor = "Canvas" | "CanvasText" | "GrayText";

/** As numbers: in a picture that is drawn off the page, the keyword alone would mean that of a light page. */
export function systemColor(keyword: SystemColor, element: Element): string {
  const probe = document.createElement("span");
  probe.style.color = keyword;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Calls `changed` whenever the page's style may have changed: canvases do not follow it. Returns how to stop. */
export function watchStyle(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-theme", "data-present", "lang", "style", "class"],
  });
  // With the scheme and the contrast the forced colours change, too.
  const unwatch = watchWishes(["forcedColors", "moreContrast", "dark"], changed);
  addEventListener("resize", changed);
  return () => {
    observer.disconnect();
    unwatch();
    removeEventListener("resize", changed);
  };
}
