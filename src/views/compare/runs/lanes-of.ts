import type { CssPixels } from "#base/units.ts";

/** With more tasks than this, a row shows how they spend their time, many to a line. */
export const MOST_LANES = 12;

/** Where a row's lanes lie: each `pitch` high, the first from `top` down. */
export interface LanePlace {
  readonly top: CssPixels;
  readonly pitch: CssPixels;
  readonly block: CssPixels;
  /** Of the blocks, and of the tasks' names, below the top of a lane; there are names only where there is room. */
  readonly middle: CssPixels;
  readonly name: CssPixels | undefined;
  /** Shapes need this much; what is lower is drawn as plain bars. */
  readonly hasShapes: boolean;
}

const BLOCK_SHARE = 0.68;
const NAMED = { pitch: 44, block: 0.52, middle: 0.64, name: 0.2 };
const MOST_PITCH = 72;
/** In the design's px: below this, neither a hatch nor a cable can be told from a line. */
const LEAST_SHAPE = 8;

/** `unit`: px for each of the design's. */
export function placeLanes(count: number, height: CssPixels, unit: number): LanePlace {
  const pitch = Math.min(height / Math.max(1, count), MOST_PITCH * unit);
  const top = (height - pitch * count) / 2;
  if (pitch >= NAMED.pitch * unit) {
    const [block, middle, name] = [NAMED.block * pitch, NAMED.middle * pitch, NAMED.name * pitch];
    return { top, pitch, block, middle, name, hasShapes: true };
  }
  const block = pitch * BLOCK_SHARE;
  const hasShapes = block >= LEAST_SHAPE * unit;
  return { top, pitch, block, middle: pitch / 2, name: undefined, hasShapes };
}
