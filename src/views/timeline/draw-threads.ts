import type { CssPixels } from "#base/units.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { Box } from "#ui/canvas/pen.ts";
import { drawHatch } from "#ui/marks/draw-patterns.ts";
import { drawHeld, isCrowded } from "./density/draw-held.ts";
import { drawLabel } from "./draw-label.ts";
import { drawPlate, type PlateText } from "./draw-plate.ts";
import { drawBlock, drawDiamond } from "./draw-shapes.ts";
import { canvasX, type Frame, freezesLoop, inView, toCanvasX, viewLeft, viewRight } from "./frame.ts";
import { threadY } from "./lane-layout.ts";
import type { DensityMark } from "./legend/legend-entries.ts";
import { placeInStretch } from "./place-in-stretch.ts";
import { textWidth } from "./text.ts";
import type { ThreadTrack } from "./thread-track.ts";
import { forEachVisible } from "./visible.ts";

/** The thread itself: one ink line, for as long as the thread lives, with a word where it is idle longest. */
export function drawThreadLine(frame: Frame, index: number): void {
  const { ctx, palette, scale, tracks, layout } = frame;
  const track = tracks[index] as ThreadTrack;
  const y = threadY(layout, index, frame.scrollY);
  if (!track.life) return;
  const left = Math.max(viewLeft(frame), toCanvasX(frame, scale.eventX(track.life.from)));
  const right = Math.min(viewRight(frame), canvasX(frame, track.life.to));
  if (right <= left) return;
  ctx.fillStyle = palette.ink;
  ctx.fillRect(left, y - palette.threadWidth / 2, right - left, palette.threadWidth);
  drawIdleLabel(frame, track, y);
}

function drawIdleLabel(frame: Frame, track: ThreadTrack, y: CssPixels): void {
  const { ctx, palette, layout, words, model, live } = frame;
  if (!track.idle || layout.threadHeight < 20 * palette.unit) return;
  const { unit } = palette;
  const from = Math.max(viewLeft(frame), canvasX(frame, track.idle.from));
  // While the run goes on, nobody knows how long an open one will be: its word has the rest of the axis.
  const open = live?.underWay && track.idle.to === model.trace.length;
  const to = open ? viewRight(frame) : Math.min(viewRight(frame), canvasX(frame, track.idle.to));
  const loop = track.info.kind === "loop";
  const text = loop ? words.threadFree : words.idle;
  const style = { size: palette.small, color: palette.ink2 };
  const plate = textWidth(ctx, palette, text, style) + 16 * unit;
  const indent = loop ? { share: 0.2, least: 12 * unit } : { share: 0, least: 12 * unit };
  const x = placeInStretch(frame, [from + 8 * unit, to - 12 * unit], plate, indent);
  if (x === undefined) return;
  ctx.fillStyle = palette.panel;
  ctx.fillRect(x, y - 10 * unit, plate, 20 * unit);
  drawLabel(frame, text, x + 8 * unit, y, style);
}

/** Who holds the thread: one block for each hold, marked with its task; `marks` is told of what is drawn instead. */
export function drawThreadBlocks(frame: Frame, index: number, marks: Set<DensityMark>): void {
  const { ctx, palette, layout, tracks } = frame;
  const { unit, states } = palette;
  const track = tracks[index] as ThreadTrack;
  const y = threadY(layout, index, frame.scrollY);
  const height = layout.threadBlock;
  const { info } = track;
  if (isCrowded(frame, track)) {
    drawHeld(frame, track, y, marks);
    return;
  }
  const named = info.kind === "core" && hasRoomForNames(frame, track);
  forEachVisible(frame, track, (k, x1, x2) => {
    const { task, state, callback, program } = track.at(k);
    const width = x2 - x1;
    if (program !== undefined) {
      drawOther(frame, program, [x1, y - height / 2, width, height]);
      return;
    }
    const blocked = state === "blocked";
    if (blocked && width >= 5 * unit) {
      const tape = freezesLoop(frame);
      const box = [x1, y - height / 2, width, height] as const;
      drawHatch(ctx, box, states.blocked, tape ? "tape" : "calm", unit, inView(frame));
      drawPlate(frame, box, plateOf(frame, task, callback !== undefined), tape);
      return;
    }
    const color = blocked ? states.blocked.graphic : states.running.graphic;
    drawBlock(ctx, [x1, y - height / 2, width, height], color, unit);
    drawMark(frame, task, callback !== undefined, [x1, x2, y], named);
  });
}

/** Another program on a core: in pencil, for it is none of ours; with its whole name or none, for it has no short mark. */
function drawOther(frame: Frame, program: string, [x, y, width, height]: Box): void {
  const { ctx, palette } = frame;
  const { unit } = palette;
  drawBlock(ctx, [x, y, width, height], palette.lineStrong, unit);
  if (width < 8 * unit) return;
  ctx.fillStyle = palette.sunken;
  ctx.fillRect(x + 1.5 * unit, y + 1.5 * unit, width - 3 * unit, height - 3 * unit);
  const left = Math.max(x, viewLeft(frame));
  const room = Math.min(x + width, frame.width) - left;
  const style = { size: markSize(frame), color: palette.ink2, align: "center" } as const;
  if (textWidth(ctx, palette, program, style) + 2 * unit <= room)
    drawLabel(frame, program, left + room / 2, y + height / 2, style);
}

/** A blocked hold says whose it is; the main program, which has no lane of its own, also why. */
function plateOf({ model, words, monograms }: Frame, task: TaskId, callback: boolean): PlateText {
  if (task === MAIN) return { strong: words.main, call: words.joining, mono: false };
  const name = model.trace.names[task] ?? "";
  const strong = callback ? "◆" : (monograms[task] ?? "");
  return { strong, call: name === strong ? "" : name, mono: false };
}

const markSize = ({ palette, layout }: Frame): CssPixels =>
  Math.max(
    11,
    Math.min((layout.threadBlock / palette.unit) * 0.62, palette.size === "presenting" ? 13 : 12),
  ) * palette.unit;

const nameOf = ({ model, words }: Frame, task: TaskId): string =>
  task === MAIN ? words.main : (model.trace.names[task] ?? "");

/** Has every block in full view room for its name? Names here and short marks there would seem to be different things. */
function hasRoomForNames(frame: Frame, track: ThreadTrack): boolean {
  const { ctx, palette } = frame;
  const style = { size: markSize(frame), weight: 600 } as const;
  let fits = true;
  forEachVisible(frame, track, (k, x1, x2) => {
    const { task, program } = track.at(k);
    if (program !== undefined || x1 < viewLeft(frame) || x2 > frame.width) return;
    fits &&= textWidth(ctx, palette, nameOf(frame, task), style) + 2 * palette.unit <= x2 - x1;
  });
  return fits;
}

function drawMark(
  frame: Frame,
  task: TaskId,
  callback: boolean,
  [x1, x2, y]: readonly [CssPixels, CssPixels, CssPixels],
  named: boolean,
): void {
  const { ctx, palette, layout, monograms } = frame;
  const { unit } = palette;
  const color = palette.states.running.on;
  // Of a block that an edge of the view cuts, the part in view is marked.
  const left = Math.max(x1, viewLeft(frame));
  const width = Math.min(x2, frame.width) - left;
  if (width < 6 * unit) return;
  const middle = left + width / 2;
  if (callback) {
    const radius = Math.min(6 * unit, width / 2 - unit, layout.threadBlock / 2 - unit);
    if (radius > 2 * unit) drawDiamond(ctx, middle, y, radius, color);
    return;
  }
  const style = { size: markSize(frame), weight: 600, color, ahead: palette.ink, align: "center" } as const;
  const marks = [...(named || task === MAIN ? [nameOf(frame, task)] : []), monograms[task] ?? ""];
  const mark = marks.find((text) => textWidth(ctx, palette, text, style) + 2 * unit <= width);
  if (mark) drawLabel(frame, mark, middle, y, style);
}
