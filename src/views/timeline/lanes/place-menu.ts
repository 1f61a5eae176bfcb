import type { CssPixels } from "#base/units.ts";

/** The parts of a `DOMRect` that matter here. */
export interface Box {
  readonly left: CssPixels;
  readonly top: CssPixels;
  readonly bottom: CssPixels;
}

/** Where a menu stands in the window: from this corner it grows up or down. */
export interface MenuPlace {
  readonly left: CssPixels;
  readonly top: CssPixels;
  readonly grows: "up" | "down";
  readonly maxHeight: CssPixels;
}

const GAP = 6;
const LEAST_HEIGHT = 320;

/** Over its button, so that what it arranges stays in sight below; under it where there is more room. */
export function placeMenu({ left, top, bottom }: Box, windowHeight: CssPixels): MenuPlace {
  const above = top - 2 * GAP;
  const below = windowHeight - bottom - 2 * GAP;
  return above >= LEAST_HEIGHT || above >= below
    ? { left, top: top - GAP, grows: "up", maxHeight: above }
    : { left, top: bottom + GAP, grows: "down", maxHeight: below };
}
