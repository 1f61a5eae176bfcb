import type { CssPixels } from "#base/units.ts";

/** So many lines above and below the one to be seen are seen with it. */
const AROUND = 2;

/**
 * The scroll position, nearest to the present one, at which a line is in view with what is around it, and the first line
 * in view is whole. `tops`: where each line begins, and at last where the last one ends.
 */
export function scrollToLine(
  tops: readonly CssPixels[],
  line: number,
  { scrollTop, height }: { readonly scrollTop: CssPixels; readonly height: CssPixels },
): CssPixels {
  const top = (k: number): CssPixels => tops[Math.min(Math.max(0, k), tops.length - 1)] as CssPixels;
  const first = top(line - AROUND);
  if (first < scrollTop) return first;
  const least = top(line + 1 + AROUND) - height;
  if (least <= scrollTop) return scrollTop;
  // Where there is room for few lines only, the line itself matters most.
  return Math.min(tops.find((begin) => begin >= least) ?? least, top(line));
}
