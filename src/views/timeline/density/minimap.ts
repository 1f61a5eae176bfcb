import type { CssPixels } from "#base/units.ts";
import { endRoom, type Geometry } from "../geometry.ts";

/** A part of the picture of all lanes, as shares of its width and height, 0 to 1. */
export interface Part {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/**
 * What the plot shows, on an axis that is true to scale however the plot's own is. `x` and `y`: how far it has scrolled.
 */
export function shownPart(
  { palette, layout, scale, width }: Geometry,
  x: CssPixels,
  y: CssPixels,
  total: number,
): Part {
  const right = Math.min(scale.width, x + width - palette.gutter - endRoom(palette));
  const lanes = layout.taskHeight * layout.order.count;
  const top = layout.viewTop - layout.taskTop + y;
  return {
    left: scale.positionAt(x).time / Math.max(1, total),
    right: scale.positionAt(right).time / Math.max(1, total),
    top: clamp(top / lanes, 0, 1),
    bottom: clamp((layout.height - layout.taskTop + y) / lanes, 0, 1),
  };
}

/** What a pointer takes hold of. */
export type Grip = "left" | "right" | "middle" | "outside";

/** `x` as a share of the width, `reach`: how near to an edge is on it. On a narrow part the edges lie outside. */
export function gripAt({ left, right }: Part, x: number, reach: number): Grip {
  const inside = right - left > 3 * reach ? reach / 2 : 0;
  if (x >= left - reach && x <= left + inside) return "left";
  if (x <= right + reach && x >= right - inside) return "right";
  return x > left && x < right ? "middle" : "outside";
}

/** Where a part's ends come to lie when a grip is moved by a share of the width; the part stays inside the run. */
export function moved(
  { left, right }: Pick<Part, "left" | "right">,
  grip: Exclude<Grip, "outside">,
  by: number,
  least: number,
): readonly [left: number, right: number] {
  if (grip === "left") return [clamp(left + by, 0, right - least), right];
  if (grip === "right") return [left, clamp(right + by, left + least, 1)];
  const shift = clamp(by, -left, 1 - right);
  return [left + shift, right + shift];
}
