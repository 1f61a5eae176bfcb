import type { CssPixels, TraceTime } from "#base/units.ts";
import type { TaskState } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { isCap } from "./draw-shapes.ts";
import { type Frame, timeX, viewLeft, viewRight } from "./frame.ts";
import { taskY, threadY } from "./lane-layout.ts";

/** A pencil line for each state, in the rhythm of its shape: thick where a thread is held, thin where it is not. */
interface PencilLine {
  readonly width: CssPixels;
  /** Lengths of dash and gap; empty = solid. */
  readonly dash: readonly CssPixels[];
}

const LINES: Readonly<Partial<Record<TaskState, PencilLine>>> = {
  running: { width: 2.5, dash: [] },
  blocked: { width: 2.5, dash: [4, 2] },
  suspended: { width: 1.5, dash: [7, 4] },
  ready: { width: 1.5, dash: [1.5, 4] },
};

/** How far above the foot of its lane the pencil runs: below every block, and below the deepest cable. */
const FOOT = 1.75;
const TICK = 7;
/** Pencil beside ink, and still to be seen from the last row. */
const SHADE = 0.7;

interface Stretch {
  readonly state: TaskState;
  readonly start: TraceTime;
  readonly end: TraceTime;
}

/** What was predicted for a task: a pencil line at the foot of its lane, and a tick where it was to end. */
export function drawTaskGhost(frame: Frame, task: TaskId): void {
  const predicted = frame.live?.predicted;
  if (!predicted) return;
  const { layout, palette } = frame;
  const y = taskY(layout, task, frame.scrollY) + layout.taskHeight / 2 - FOOT * palette.unit;
  for (let k = 0; k < predicted.spanCount(task); k++) {
    const span = predicted.spanAt(task, k);
    if (isCap(span.state)) drawTick(frame, timeX(frame, span.start), y);
    else drawStretch(frame, span, y);
  }
}

/** Who was to hold a thread, and when. */
export function drawThreadGhost(frame: Frame, index: number): void {
  const predicted = frame.live?.predicted;
  const track = frame.tracks[index];
  if (!predicted || !track) return;
  const { layout, palette } = frame;
  const y = threadY(layout, index, frame.scrollY) + layout.threadHeight / 2 - FOOT * palette.unit;
  for (let k = 0; k < predicted.holdCount(track.info.id); k++)
    drawStretch(frame, predicted.holdAt(track.info.id, k), y);
}

function drawStretch(frame: Frame, { state, start, end }: Stretch, y: CssPixels): void {
  const line = LINES[state];
  const { ctx, palette } = frame;
  const from = timeX(frame, start);
  const x1 = Math.max(viewLeft(frame), from);
  const x2 = Math.min(viewRight(frame), timeX(frame, end));
  if (!line || x2 - x1 < 1) return;
  ctx.globalAlpha = SHADE;
  ctx.strokeStyle = palette.ink3;
  ctx.lineWidth = line.width * palette.unit;
  const dash = line.dash.map((length) => length * palette.unit);
  // The rhythm begins with the stretch, not with the view: it must not run while one scrolls.
  ctx.setLineDash(dash, x1 - from);
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.lineTo(x2, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function drawTick(frame: Frame, x: CssPixels, y: CssPixels): void {
  const { ctx, palette } = frame;
  const { unit } = palette;
  if (x < viewLeft(frame) || x > viewRight(frame) + unit) return;
  ctx.fillStyle = palette.ink3;
  ctx.fillRect(x - unit, y + (FOOT - TICK) * unit, 1.5 * unit, TICK * unit);
}
