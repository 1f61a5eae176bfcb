import type { CssPixels } from "#base/units.ts";
import { extentInView, type Frame, knownRight, viewLeft, viewRight } from "../frame.ts";
import type { DensityMark } from "../legend/legend-entries.ts";
import { lastBegunBy, type ThreadTrack } from "../thread-track.ts";
import { CELL } from "./draw-shares.ts";
import { heldCells } from "./held-cells.ts";

/** With more holds than one for so many px in view, a lane is drawn as shares. */
const LEAST_APART: CssPixels = 4;
/** A share that is lower than this is not seen. */
const LEAST: CssPixels = 0.5;
/** Height of the mark of work that took no time, as a share of a block. */
const TOUCH = 0.3;

/** Are there so many holds in view that blocks would run into one another? */
export function isCrowded(frame: Frame, track: ThreadTrack): boolean {
  if (frame.scale.magnified || frame.live) return false;
  const [left, right] = [viewLeft(frame), viewRight(frame)];
  const { firstStep, lastStep } = extentInView(frame);
  const holds = lastBegunBy(track, lastStep) - lastBegunBy(track, firstStep);
  return holds > (right - left) / LEAST_APART;
}

/**
 * A thread that is held more often than there are pixels: each cell is as high as the share of its time in which the
 * thread was held. Work that took no time leaves a low mark, and no full block: the thread was free nearly all the time.
 * Adds to `marks` which of both it drew.
 */
export function drawHeld(frame: Frame, track: ThreadTrack, y: CssPixels, marks: Set<DensityMark>): void {
  const { palette, layout, scrollX } = frame;
  const { running, blocked } = palette.states;
  const block = layout.threadBlock;
  const right = Math.min(viewRight(frame), knownRight(frame));
  // Cells are counted from the run's beginning, so that they stand still while one scrolls.
  const first = Math.floor((viewLeft(frame) - palette.gutter + scrollX) / CELL);
  const toX = (cell: number) => palette.gutter + cell * CELL - scrollX;
  const last = first + Math.ceil((right - toX(first)) / CELL);
  const cells = heldCells(frame, track, first, last);
  // Neighbours that are alike are drawn as one.
  let [from, runs, blocks] = [first, 0, 0];
  const draw = (to: number) => {
    const [x, width, bottom] = [toX(from), (to - from) * CELL, y + (runs + blocks) / 2];
    if (runs > LEAST) fill(frame, running.graphic, [x, bottom - runs, width, runs]);
    if (blocks > LEAST) fill(frame, blocked.graphic, [x, bottom - runs - blocks, width, blocks]);
  };
  for (let cell = first; cell < last; cell++) {
    const runsHere = cells.running(cell) * block;
    const blocksHere = cells.blocked(cell) * block;
    if (Math.abs(runsHere - runs) > 0.01 || Math.abs(blocksHere - blocks) > 0.01) {
      draw(cell);
      [from, runs, blocks] = [cell, runsHere, blocksHere];
    }
    if (runsHere + blocksHere > LEAST) marks.add("share");
    else if (cells.isTouched(cell)) {
      marks.add("touch");
      fill(frame, running.graphic, [toX(cell), y - (TOUCH * block) / 2, CELL / 2, TOUCH * block]);
    }
  }
  draw(last);
}

function fill(
  { ctx }: Frame,
  color: string,
  [x, y, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
): void {
  ctx.fillStyle = color;
  ctx.fillRect(x, y, width, height);
}
