import type { CssPixels } from "#base/units.ts";
import { drawDrops } from "./draw-drops.ts";
import { drawGutter } from "./draw-gutter.ts";
import { drawPaper, washFuture } from "./draw-paper.ts";
import { drawPlayhead } from "./draw-playhead.ts";
import { drawRuler } from "./draw-ruler.ts";
import { drawAxis, drawHolding, drawWaiting } from "./draw-tasks.ts";
import { drawThreadBlocks, drawThreadLine } from "./draw-threads.ts";
import type { Frame } from "./frame.ts";
import { visibleTasks, visibleThreads } from "./lane-layout.ts";

/**
 * Draws one picture, from the ground up: paper; what only waits; the thread's line over it; what holds a thread over
 * that; the future washed to pencil; ruler, names and playhead on top. Only lanes and spans in view are touched.
 */
export function drawTimeline(frame: Frame): void {
  const { layout } = frame;
  const threads = visibleThreads(layout, frame.scrollY);
  const tasks = visibleTasks(layout, frame.scrollY);
  const each = ([first, last]: readonly [number, number], draw: (frame: Frame, lane: number) => void) => {
    for (let lane = first; lane <= last; lane++) draw(frame, lane);
  };
  drawPaper(frame);
  clipped(frame, layout.viewTop, () => {
    each(tasks, drawAxis);
    each(tasks, drawWaiting);
  });
  // A thread's way begins in its own lane, above where the tasks' lanes are cut off.
  clipped(frame, layout.axis, () => {
    each(tasks, drawDrops);
    each(threads, drawThreadLine);
    each(threads, drawThreadBlocks);
  });
  clipped(frame, layout.viewTop, () => each(tasks, drawHolding));
  washFuture(frame);
  drawGutter(frame, threads, tasks);
  drawRuler(frame);
  drawPlayhead(frame, threads, tasks);
}

/** Draws inside the plot, below `top`. */
function clipped(frame: Frame, top: CssPixels, draw: () => void): void {
  const { ctx, palette, width, height } = frame;
  const left = palette.gutter - 4 * palette.unit;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width - left, height - top);
  ctx.clip();
  draw();
  ctx.restore();
}
