import type { CssPixels } from "#base/units.ts";
import type { Point } from "./hit-test.ts";

export interface Size {
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** Room between the pointer and the card, and between the card and the window's edge. */
const GAP_RIGHT = 14;
const GAP_BELOW = 20;
const GAP = 10;
const EDGE = 8;

/**
 * The card's upper left corner in the window: right of the pointer and below it, or above it, where a finger does not
 * hide it; on the other side where there is no room. The pointer is never under it: where it fits neither above nor below, it stands beside.
 */
export function placeCard(
  pointer: Point,
  card: Size,
  window: Size,
  side: "below" | "above" = "below",
): Point {
  const right = pointer.x + GAP_RIGHT;
  const x = right + card.width + EDGE <= window.width ? right : pointer.x - GAP - card.width;
  const below = pointer.y + GAP_BELOW;
  const above = pointer.y - GAP - card.height;
  const fitsBelow = below + card.height + EDGE <= window.height;
  const fitsAbove = above >= EDGE;
  const isBelow = fitsBelow && !(side === "above" && fitsAbove);
  const inWindow = (at: CssPixels, size: CssPixels, most: CssPixels) =>
    Math.max(EDGE, Math.min(at, most - EDGE - size));
  return {
    x: fitsBelow || fitsAbove ? inWindow(x, card.width, window.width) : x,
    y: inWindow(isBelow ? below : above, card.height, window.height),
  };
}
