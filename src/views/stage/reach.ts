import { type Box, bottomOf, type Rem, rightOf } from "./geometry.ts";

/** A finger needs so much. */
const FINGER: Rem = 2.75;

/** How far something can be touched beside itself: to the left and right, and above and below. */
export interface Reach {
  readonly x: Rem;
  readonly y: Rem;
}

/** Makes each box as large as a finger, as far as nobody's reach touches another's. */
export function reachesOf(boxes: readonly Box[]): readonly Reach[] {
  const heights = boxes.map((box) => {
    const wide = { ...box, x: box.x - lackOf(box.w), w: box.w + 2 * lackOf(box.w) };
    return Math.min(lackOf(box.h), ...boxes.map((other) => (other === box ? FINGER : gapY(wide, other) / 2)));
  });
  const grown = boxes.map((box, k) => {
    const y = Math.max(0, heights[k] as Rem);
    return { ...box, y: box.y - y, h: box.h + 2 * y };
  });
  return grown.map((box, k) => {
    const gaps = grown.map((other) => (other === box ? FINGER : gapX(box, other) / 2));
    return { x: Math.max(0, Math.min(lackOf(box.w), ...gaps)), y: Math.max(0, heights[k] as Rem) };
  });
}

const lackOf = (length: Rem): Rem => Math.max(0, (FINGER - length) / 2);

/** Free room between two boxes, one above the other; as much as anybody wants where they stand beside each other. */
function gapY(a: Box, b: Box): Rem {
  const isBeside = rightOf(a) + lackOf(b.w) <= b.x || rightOf(b) + lackOf(b.w) <= a.x;
  const gap = Math.max(b.y - bottomOf(a), a.y - bottomOf(b));
  return isBeside || gap < 0 ? FINGER : gap;
}

const gapX = (a: Box, b: Box): Rem =>
  bottomOf(a) <= b.y || bottomOf(b) <= a.y ? FINGER : Math.max(b.x - rightOf(a), a.x - rightOf(b));
