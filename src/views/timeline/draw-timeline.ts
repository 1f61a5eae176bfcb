import type { CssPixels } from "#base/units.ts";
import type { TaskId } from "#trace/trace.ts";
import { drawBars } from "./density/draw-bars.ts";
import { drawCrowdedLane, isLaneCrowded } from "./density/draw-crowded.ts";
import { drawShares } from "./density/draw-shares.ts";
import { drawDrops } from "./draw-drops.ts";
import { drawTaskGhost, drawThreadGhost } from "./draw-ghosts.ts";
import { drawGutter } from "./draw-gutter.ts";
import { drawHeartbeat } from "./draw-heartbeat.ts";
import { drawLabelsAhead } from "./draw-label.ts";
import { drawPaper, hasFuture, washFuture } from "./draw-paper.ts";
import { drawPlayhead } from "./draw-playhead.ts";
import { drawRuler } from "./draw-ruler.ts";
import { drawAxis, drawEnding, drawHolding, drawWaiting } from "./draw-tasks.ts";
import { drawThreadBlocks, drawThreadLine } from "./draw-threads.ts";
import { drawThreadsSummary } from "./draw-threads-summary.ts";
import { clipTo, type Frame, knownRight } from "./frame.ts";
import { drawCauses } from "./inspect/draw-causes.ts";
import { drawMeasure } from "./inspect/draw-measure.ts";
import { namedRows, visibleRows, visibleThreads } from "./lane-layout.ts";
import type { DensityMark } from "./legend/legend-entries.ts";

/**
 * Draws one picture, from the ground up: paper; what was predicted; what only waits; the thread's line over it; what
 * holds a thread over that; the future washed to pencil, but for its labels; ruler, names and playhead on top. Only lanes and spans in
 * view are touched. Says which marks it used where shapes had no room, in the order in which a legend lists them.
 */
export function drawTimeline(frame: Frame): ReadonlySet<DensityMark> {
  const { layout } = frame;
  const marks = new Set<DensityMark>();
  const threads = visibleThreads(layout, frame.scrollY);
  const rows = namedRows(layout, frame.scrollY);
  const each = ([first, last]: readonly [number, number], draw: (frame: Frame, lane: number) => void) => {
    for (let lane = first; lane <= last; lane++) draw(frame, lane);
  };
  const tasks: TaskId[] = [];
  each(rows, (_, row) => tasks.push(layout.order.taskAt(row)));
  const crowded = tasks.filter((task) => isLaneCrowded(frame, task));
  const shaped = crowded.length > 0 ? tasks.filter((task) => !crowded.includes(task)) : tasks;
  const eachTask = (draw: (frame: Frame, task: TaskId) => void, of = shaped) => {
    for (const task of of) draw(frame, task);
  };
  const known = knownRight(frame);
  const ghosts = (from?: CssPixels) => {
    clipped(frame, { top: layout.viewTop, from }, () => eachTask(drawTaskGhost));
    clipped(frame, { top: layout.axis, from }, () => each(threads, drawThreadGhost));
  };
  drawPaper(frame);
  if (layout.detail !== "shapes")
    clipped(frame, { top: layout.viewTop, to: known }, () => drawLowLanes(frame));
  clipped(frame, { top: layout.viewTop }, () => eachTask(drawAxis, tasks));
  if (frame.live) ghosts();
  clipped(frame, { top: layout.viewTop, to: known }, () => {
    eachTask(drawWaiting);
    eachTask(drawCrowdedLane, crowded);
  });
  // A thread's way begins in its own lane, above where the tasks' lanes are cut off.
  clipped(frame, { top: layout.axis, to: known }, () => {
    eachTask(drawDrops);
    each(threads, drawThreadLine);
    each(threads, (_, index) => drawThreadBlocks(frame, index, marks));
    drawThreadsSummary(frame);
    drawHeartbeat(frame);
  });
  clipped(frame, { top: layout.viewTop, to: known }, () => eachTask(drawHolding));
  clipped(frame, { top: layout.viewTop }, () => eachTask(drawEnding, tasks));
  clipped(frame, { top: layout.axis }, () => drawCauses(frame));
  washFuture(frame);
  drawLabelsAhead(frame);
  // What is pencil already does not fade any more.
  if (frame.live && hasFuture(frame)) ghosts(frame.now);
  drawNames(frame, threads, rows);
  drawRuler(frame);
  drawPlayhead(frame, threads, rows);
  drawMeasure(frame);
  if (frame.summary) marks.add("threads");
  if (crowded.length > 0) marks.add("share");
  if (layout.detail === "shares") marks.add("dots");
  return marks;
}

function drawLowLanes(frame: Frame): void {
  const { layout, scrollY } = frame;
  if (layout.detail === "shares") drawShares(frame);
  if (layout.detail !== "bars") return;
  const [first, last] = visibleRows(layout, scrollY);
  for (let row = first; row <= last; row++) drawBars(frame, layout.order.taskAt(row));
}

type Lanes = readonly [first: number, last: number];

/** The gutter, drawn anew only when something in it has changed. */
function drawNames(frame: Frame, threads: Lanes, rows: Lanes): void {
  const { model, layout, palette, words, tracks, live, summary, selected, hovered, scrollY, position } =
    frame;
  const { ctx, height } = frame;
  const width = Math.floor(palette.gutter - 4 * palette.unit);
  const layer = ctx.layer({
    ...{ name: "names", width, height },
    causes: [model, layout, palette, words, tracks, live, summary, selected, hovered, scrollY, position.step],
    paint: (inner) => drawGutter({ ...frame, ctx: inner }, threads, rows),
  });
  ctx.drawLayer(layer, [0, 0, width, height], [0, 0, width, height]);
}

interface Clip {
  readonly top: CssPixels;
  readonly from?: CssPixels | undefined;
  readonly to?: CssPixels;
}

/** Draws inside the plot, below `top`, and between `from` and `to` where they are given. */
function clipped(frame: Frame, { top, from = 0, to = frame.width }: Clip, draw: () => void): void {
  const { ctx, palette, height } = frame;
  const left = Math.max(from, palette.gutter - 4 * palette.unit);
  ctx.save();
  clipTo(ctx, [left, top, Math.max(0, to - left), height - top]);
  frame.ahead.push({ top, labels: [] });
  draw();
  ctx.restore();
}
