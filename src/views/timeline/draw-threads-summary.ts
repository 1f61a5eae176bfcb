import type { CssPixels } from "#base/units.ts";
import { writeCount } from "#base/write-number.ts";
import { drawHatch } from "#ui/marks/draw-patterns.ts";
import { type Frame, freezesLoop, inView, knownRight, viewLeft, viewRight } from "./frame.ts";
import type { Held, HeldThreads } from "./held-threads.ts";
import { summaryBox } from "./lane-layout.ts";
import { drawText, textWidth } from "./text.ts";
import type { Position } from "./time-scale.ts";

/** Lower or narrower than this, a hatch would be a grey smear: there it is a plain block. */
const LEAST_HATCHED = 5;
/** The hatch is finer than on a lane of its own: a thread has a share of the height. */
const FINENESS = 0.6;

/**
 * All thread lanes in one: as high as the share of the threads that is held, those that run below, those that are
 * blocked on top of them. Where time passes, a pixel shows the mean over its time: a thread that was held for a moment
 * a thousand times does not look like one that was held throughout.
 */
export function drawThreadsSummary(frame: Frame): void {
  const { ctx, palette, summary, scrollY, layout } = frame;
  if (!summary) return;
  const [top, height] = summaryBox(layout, scrollY);
  const bottom = top + height;
  const share = height / Math.max(1, summary.threads);
  for (const { from, to, held } of blocksIn(frame, summary)) {
    const middle = bottom - held.running * share;
    ctx.fillStyle = palette.states.running.graphic;
    if (held.running > 0) ctx.fillRect(from, middle, to - from, bottom - middle);
    drawBlocked(frame, from, to, middle - held.blocked * share, middle);
  }
  ctx.fillStyle = palette.lineStrong;
  ctx.fillRect(viewLeft(frame), bottom, viewRight(frame) - viewLeft(frame), palette.unit);
}

function drawBlocked(frame: Frame, from: CssPixels, to: CssPixels, top: CssPixels, bottom: CssPixels): void {
  const { ctx, palette } = frame;
  const [width, height] = [to - from, bottom - top];
  if (height <= 0) return;
  const { blocked } = palette.states;
  const least = LEAST_HATCHED * palette.unit;
  if (width >= least && height >= least) {
    const weight = freezesLoop(frame) ? "tape" : "calm";
    drawHatch(ctx, [from, top, width, height], blocked, weight, palette.unit * FINENESS, inView(frame));
    return;
  }
  ctx.fillStyle = blocked.graphic;
  ctx.fillRect(from, top, width, height);
}

interface Block {
  readonly from: CssPixels;
  readonly to: CssPixels;
  readonly held: Held;
}

/** What is in view, pixel by pixel, neighbours that are alike as one. */
function blocksIn(frame: Frame, summary: HeldThreads): readonly Block[] {
  const { scale, palette, scrollX } = frame;
  const left = Math.floor(viewLeft(frame));
  const right = Math.min(viewRight(frame), knownRight(frame));
  const positionAt = (x: CssPixels) => scale.positionAt(x - palette.gutter + scrollX);
  const blocks: Block[] = [];
  let [from, held]: [CssPixels, Held] = [left, { running: 0, blocked: 0 }];
  let position = positionAt(left);
  for (let x = left; x < right; x++) {
    const next = positionAt(x + 1);
    const here = next.time > position.time ? meanOf(summary, position, next) : summary.at(position.step);
    position = next;
    if (isSame(here, held)) continue;
    if (x > from) blocks.push({ from, to: x, held });
    [from, held] = [x, here];
  }
  if (right > from) blocks.push({ from, to: right, held });
  return blocks;
}

function meanOf(summary: HeldThreads, from: Position, to: Position): Held {
  const before = summary.timeUntil(from);
  const after = summary.timeUntil(to);
  const elapsed = to.time - from.time;
  return {
    running: (after.running - before.running) / elapsed,
    blocked: (after.blocked - before.blocked) / elapsed,
  };
}

/** Sums of times are never quite exact. */
const isSame = (a: Held, b: Held) =>
  Math.abs(a.running - b.running) < 1e-6 && Math.abs(a.blocked - b.blocked) < 1e-6;

/** The lane's name at the left: how many threads are held now, and how many there are. */
export function drawThreadsSummaryName(frame: Frame): void {
  const { ctx, palette, summary, layout, scrollY, words, position, tracks } = frame;
  if (!summary) return;
  const title = tracks[0]?.info.kind === "core" ? words.cores : words.threadsHeld;
  const { unit, size } = palette;
  const [top, height] = summaryBox(layout, scrollY);
  const { running, blocked } = summary.at(position.step);
  const count = `${writeCount(running + blocked)}/${writeCount(summary.threads)}`;
  const name = { size: palette.small, weight: 600, color: palette.ink } as const;
  const x = (size === "compact" ? 8 : 16) * unit;
  const y = top + height / 2;
  if (size === "compact") {
    drawText(ctx, palette, count, x, y, name);
    return;
  }
  drawText(ctx, palette, title, x, y, name);
  const after = x + textWidth(ctx, palette, title, name) + 6 * unit;
  drawText(ctx, palette, count, after, y, { size: palette.small, color: palette.ink2 });
}
