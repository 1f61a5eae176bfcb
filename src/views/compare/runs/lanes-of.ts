import type { CssPixels } from "#base/units.ts";

/** With more tasks than this, a row shows how they spend their time, many to a line. */
export const MOST_LANES = 12;

/** Where a row's lanes lie: each `pitch` high, its blocks `block` high, in a box from `top` down. */
export interface LanePlace {
  readonly top: CssPixels;
  readonly pitch: CssPixels;
  readonly block: CssPixels;
  /** Shapes need this much; what is lower is drawn as plain bars. */
  readonly hasShapes: boolean;
}

const BLOCK_SHARE = 0.68;
const MOST_PITCH = 56;
/** In the design's px: below this, neither a hatch nor a cable can be told from a line. */
const LEAST_SHAPE = 9;

/** `unit`: px for each of the design's. */
export function placeLanes(count: number, height: CssPixels, unit: number): LanePlace {
  const pitch = Math.min(height / Math.max(1, count), MOST_PITCH * unit);
  const block = pitch * BLOCK_SHARE;
  return { top: (height - pitch * count) / 2, pitch, block, hasShapes: block >= LEAST_SHAPE * unit };
}
