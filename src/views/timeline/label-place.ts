import type { CssPixels } from "#base/units.ts";

/** Where a label may stand, and what it should avoid. */
export interface LabelRoom {
  /** The label's usual place: the same x whatever the moment, so that it can be read while time runs. */
  readonly preferred: CssPixels;
  readonly width: CssPixels;
  /** It stays between these. */
  readonly from: CssPixels;
  readonly to: CssPixels;
  /** The playhead, when the label should give way to it. */
  readonly avoid: CssPixels | undefined;
  readonly margin: CssPixels;
}

/** How much of the hatch in view a label may cover: the hatch is the message. */
export const MOST_COVERED = 0.78;

/** Left edge of a label; undefined when it has no room. Next to the playhead it steps aside, to the right if it can. */
export function placeLabel({ preferred, width, from, to, avoid, margin }: LabelRoom): CssPixels | undefined {
  const usual = Math.min(Math.max(preferred, from), to - width);
  if (usual < from) return undefined;
  if (avoid === undefined || avoid < usual - margin || avoid > usual + width + margin) return usual;
  if (avoid + margin + width <= to) return avoid + margin;
  if (avoid - margin - width >= from) return avoid - margin - width;
  return undefined;
}
