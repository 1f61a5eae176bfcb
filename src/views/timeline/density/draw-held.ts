import type { CssPixels, Milliseconds } from "#base/units.ts";
import { type Frame, knownRight, viewLeft, viewRight } from "../frame.ts";
import { lastBegunBy, type ThreadTrack } from "../thread-track.ts";
import { CELL } from "./draw-shares.ts";

/** With more holds than one for so many px in view, a lane is drawn as shares. */
const LEAST_APART: CssPixels = 4;
/** A share that is lower than this is not seen. */
const LEAST: CssPixels = 0.5;
/** Height of the mark of work that took no time, as a share of a block. */
const TOUCH = 0.3;

const stepAt = ({ scale, palette, scrollX }: Frame, x: CssPixels) =>
  scale.positionAt(x - palette.gutter + scrollX).step;

/** Are there so many holds in view that blocks would run into one another? */
export function isCrowded(frame: Frame, track: ThreadTrack): boolean {
  if (frame.scale.magnified || frame.live) return false;
  const [left, right] = [viewLeft(frame), viewRight(frame)];
  const holds = lastBegunBy(track, stepAt(frame, right)) - lastBegunBy(track, stepAt(frame, left));
  return holds > (right - left) / LEAST_APART;
}

/**
 * A thread that is held more often than there are pixels: each cell is as high as the share of its time in which the
 * thread was held. Work that took no time leaves a low mark, and no full block: the thread was free nearly all the time.
 */
export function drawHeld(frame: Frame, track: ThreadTrack, y: CssPixels): void {
  const { palette, layout, scale, scrollX } = frame;
  const { running, blocked } = palette.states;
  const block = layout.threadBlock;
  const held = track.held();
  const right = Math.min(viewRight(frame), knownRight(frame));
  // Cells are counted from the run's beginning, so that they stand still while one scrolls.
  let x = palette.gutter + Math.floor((viewLeft(frame) - palette.gutter + scrollX) / CELL) * CELL - scrollX;
  let at = scale.positionAt(x - palette.gutter + scrollX);
  let before = held.timeUntil(at);
  let begun = x - palette.gutter + scrollX <= 0 ? -1 : lastBegunBy(track, at.step);
  // Neighbours that are alike are drawn as one.
  let [from, runs, blocks] = [x, 0, 0];
  const draw = () => {
    const bottom = y + (runs + blocks) / 2;
    if (runs > LEAST) fill(frame, running.graphic, [from, bottom - runs, x - from, runs]);
    if (blocks > LEAST) fill(frame, blocked.graphic, [from, bottom - runs - blocks, x - from, blocks]);
  };
  for (; x < right; x += CELL) {
    const next = scale.positionAt(x + CELL - palette.gutter + scrollX);
    const until = held.timeUntil(next);
    const last = lastBegunBy(track, next.step);
    const elapsed = Math.max(1e-9, next.time - at.time);
    // Sums of times are never quite exact.
    const share = (time: Milliseconds) => Math.min(1, time / elapsed) * block;
    const blocksHere = share(until.blocked - before.blocked);
    const runsHere = Math.min(share(until.running - before.running), block - blocksHere);
    if (Math.abs(runsHere - runs) > 0.01 || Math.abs(blocksHere - blocks) > 0.01) {
      draw();
      [from, runs, blocks] = [x, runsHere, blocksHere];
    }
    if (last > begun && runsHere + blocksHere <= LEAST)
      fill(frame, running.graphic, [x, y - (TOUCH * block) / 2, CELL / 2, TOUCH * block]);
    [at, before, begun] = [next, until, last];
  }
  draw();
}

function fill(
  { ctx }: Frame,
  color: string,
  [x, y, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
): void {
  ctx.fillStyle = color;
  ctx.fillRect(x, y, width, height);
}
