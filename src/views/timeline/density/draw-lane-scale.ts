import { writeCount } from "#base/write-number.ts";
import type { Frame } from "../frame.ts";
import { rowY } from "../lane-layout.ts";
import { drawText } from "../text.ts";

/** In the design's px: labels closer than this would touch. */
const LEAST_APART = 22;

/** Numbers of lanes at which a scale of so many has its marks: the first, then round ones. */
export function laneMarks(count: number, least: number): readonly number[] {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((each) => each >= least) ?? decade * 10;
  const marks = Array.from({ length: Math.floor(count / step) }, (_, k) => (k + 1) * step);
  return [...(step > 1 && count > 0 ? [1] : []), ...marks];
}

/** Instead of names that have no room: how many lanes there are from the top. */
export function drawLaneScale(frame: Frame): void {
  const { ctx, palette, layout, scrollY } = frame;
  const { unit, gutter } = palette;
  const right = gutter - 5 * unit;
  const style = { size: palette.caption, color: palette.ink2, align: "right" } as const;
  let above = Number.NEGATIVE_INFINITY;
  for (const mark of laneMarks(layout.order.count, (LEAST_APART * unit) / layout.taskHeight)) {
    const y = rowY(layout, mark - 1, scrollY);
    ctx.fillStyle = palette.lineStrong;
    ctx.fillRect(right - 5 * unit, Math.round(y), 5 * unit, 1);
    if (y - above < LEAST_APART * 0.7 * unit) continue;
    above = y;
    const inside = Math.min(Math.max(y, layout.viewTop + 7 * unit), layout.height - 8 * unit);
    drawText(ctx, palette, writeCount(mark), right - 9 * unit, inside, style);
  }
}
