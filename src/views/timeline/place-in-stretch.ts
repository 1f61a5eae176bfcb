import type { CssPixels } from "#base/units.ts";
import { extentInView, type Frame, isUncovered, toCanvasX, viewLeft, viewRight } from "./frame.ts";
import { placeLabel } from "./label-place.ts";

/** A label's usual place in a stretch: this share of its width from its left end, and at least so much. */
export interface Indent {
  /** Where it is counted from in the first stretch. Absent = from where the label's room begins. */
  readonly from?: CssPixels;
  readonly share: number;
  readonly least: CssPixels;
}

/**
 * Left edge for a label between two canvas x, in the first stretch of passing time that has room for it: in the
 * columns between, threads come and go and would cross it. Undefined when there is no such room.
 */
export function placeInStretch(
  frame: Frame,
  [from, to]: readonly [CssPixels, CssPixels],
  width: CssPixels,
  { share, least, from: begin = from }: Indent,
): CssPixels | undefined {
  const { scale, palette, scrollX, now, paused } = frame;
  const left = Math.max(from, viewLeft(frame));
  const right = Math.min(to, viewRight(frame));
  const inside = (x: CssPixels) => x - palette.gutter + scrollX;
  const margin = 12 * palette.unit;
  const [first, last] = [inside(left), inside(right)];
  for (const part of extentInView(frame).parts) {
    if (part.from > last) break;
    if (part.kind === "column" || part.to < first) continue;
    const start = Math.max(left, toCanvasX(frame, part.from) + (scale.magnified ? least / 2 : 0));
    const end = Math.min(right, toCanvasX(frame, part.to) - (scale.magnified ? least / 2 : 0));
    const indent = Math.max(least, share * Math.min(part.to - part.from, frame.width));
    const x = placeLabel({
      preferred: Math.max(begin, viewLeft(frame), toCanvasX(frame, part.from)) + indent,
      ...{ width, from: start, to: end, margin },
      avoid: paused ? now : undefined,
    });
    if (x !== undefined) return isUncovered(frame, x + width) ? x : undefined;
  }
  return undefined;
}

/** As `placeInStretch`, but the label may go on into what follows: for what lies above no thread's way. */
export function placeFromStretch(
  frame: Frame,
  [from, to]: readonly [CssPixels, CssPixels],
  width: CssPixels,
  { least }: Indent,
): CssPixels | undefined {
  const { palette, scrollX, now, paused } = frame;
  const left = Math.max(from, viewLeft(frame));
  const inside = left - palette.gutter + scrollX;
  const stretch = extentInView(frame).parts.find((part) => part.kind === "stretch" && part.to > inside + 1);
  if (!stretch || toCanvasX(frame, stretch.from) > to) return undefined;
  const x = placeLabel({
    preferred: Math.max(left, toCanvasX(frame, stretch.from)) + least,
    ...{ width, from: left, to: Math.min(to, viewRight(frame)), margin: 12 * palette.unit },
    avoid: paused ? now : undefined,
  });
  return x !== undefined && isUncovered(frame, x + width) ? x : undefined;
}
