import type { CssPixels } from "#base/units.ts";

/** The parts of a `DOMRect` that matter here. */
export interface Box {
  readonly left: CssPixels;
  readonly top: CssPixels;
}

/** Where a menu stands in the window: it is as high as what it holds, and scrolls where that is more than `maxHeight`. */
export interface MenuPlace {
  readonly left: CssPixels;
  /** From which edge of the window, and how far from it. */
  readonly from: "top" | "bottom";
  readonly distance: CssPixels;
  readonly maxHeight: CssPixels;
}

const GAP = 8;
const LEAST_HEIGHT = 280;

/**
 * Inside the timeline, right of the names: what it arranges stays in sight beside it, and what is above is left alone;
 * it may reach down to the foot of the window. Where that is too narrow or too low, it stands there.
 */
export function placeMenu(
  timeline: Box,
  gutter: CssPixels,
  width: CssPixels,
  window: { readonly width: CssPixels; readonly height: CssPixels },
): MenuPlace {
  const beside = timeline.left + gutter + GAP;
  const inside = window.height - timeline.top - 2 * GAP;
  if (inside >= LEAST_HEIGHT && beside + width + GAP <= window.width)
    return { left: beside, from: "top", distance: timeline.top + GAP, maxHeight: inside };
  const left = Math.max(GAP, Math.min(beside, window.width - width - GAP));
  return { left, from: "bottom", distance: GAP, maxHeight: window.height - 2 * GAP };
}
