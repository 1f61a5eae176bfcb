import type { CssPixels } from "#base/units.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { canvasX, type Frame } from "../frame.ts";
import { rowY, threadY } from "../lane-layout.ts";

/** Where an arrow begins or ends: a moment, and the lane of who it is about. */
interface End {
  readonly x: CssPixels;
  /** Middle of the lane, and half the height of a block in it. */
  readonly y: CssPixels;
  readonly half: CssPixels;
  readonly lane: string;
  /** How wide the block that begins here is; undefined when it is none, but beads, a mark or a cap. */
  readonly block: CssPixels | undefined;
}

const HEAD = 5;
/** How far an arrow between two events of one moment swings out, so that it does not hide in the thread's way. */
const BOW = 10;
/** How far inside of a block an arrow meets its edge: at its very corner the thread comes in. */
const INSET = 7;
/** Half the height of what is no block. */
const THIN = 5;
/** How high the arrow of a wait in its own lane rises over the cable's pegs. */
const RISE = 9;

/**
 * Arrows from what happened to what it caused. Dashed: it came from outside the thread, a timer or a server, and leads
 * over the task's own cable. Whole: another task did it.
 */
export function drawCauses(frame: Frame): void {
  const { ctx, palette, layout, causes } = frame;
  if (causes.length === 0) return;
  const { unit } = palette;
  ctx.save();
  ctx.lineCap = "round";
  for (const cause of causes) {
    const from = endAt(frame, cause.from);
    const to = endAt(frame, cause.to);
    if (!from || !to) continue;
    const isOutside = cause.kind === "timer" || cause.kind === "response" || cause.kind === "helper";
    const path =
      from.lane === to.lane ? overLane(from, to, layout.taskHeight, unit) : between(from, to, unit);
    drawPath(frame, path, isOutside ? [4 * unit, 3 * unit] : []);
  }
  ctx.restore();
}

/** A curve's four points: both ends, and between them what they lean towards. */
type Path = readonly [
  x1: number,
  y1: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  x2: number,
  y2: number,
];

/** The lane of whoever the event is of: the main program's are on the thread that runs it. */
function endAt(frame: Frame, step: StepIndex): End | undefined {
  const { model, layout, scrollY, tracks } = frame;
  const task: TaskId = Math.max(MAIN, model.trace.taskAt(step));
  const x = canvasX(frame, step);
  const row = task === MAIN ? undefined : layout.order.rowOf(task);
  if (row !== undefined) {
    const y = rowY(layout, row, scrollY);
    return { x, y, half: layout.taskBlock / 2, lane: `task ${row}`, block: blockAt(frame, task, step) };
  }
  const thread = tracks.findIndex(
    ({ info }) => info.kind !== "core" && info.worker === Math.max(0, model.trace.workerAt(step)),
  );
  if (task !== MAIN || thread < 0 || thread >= layout.threads) return undefined;
  const y = threadY(layout, thread, scrollY);
  return { x, y, half: layout.threadBlock / 2, lane: `thread ${thread}`, block: blockAt(frame, task, step) };
}

/** Width of what holds the thread from a step on. */
function blockAt(frame: Frame, task: TaskId, step: StepIndex): CssPixels | undefined {
  const span = frame.model.spanAtStep(task, step);
  const isBlock = span?.from === step && (span.state === "running" || span.state === "blocked");
  return isBlock ? canvasX(frame, span.to) - canvasX(frame, step) : undefined;
}

/** From peg to peg, over the cable, as far as the lane has room. */
function overLane(from: End, to: End, lane: CssPixels, unit: number): Path {
  const peg = from.y - from.half * 0.84 - 4 * unit;
  const top = Math.max(peg - (RISE * unit * 4) / 3, from.y - lane / 2 - unit);
  const lean = Math.min((to.x - from.x) * 0.12, 40 * unit);
  return [from.x, peg, from.x + lean, top, to.x - lean, top, to.x, peg];
}

/** From the edge of the one block to the edge of the other that looks at it. */
function between(from: End, to: End, unit: number): Path {
  const down = to.y > from.y ? 1 : -1;
  const x2 = to.x + (to.block === undefined ? 0 : Math.min(INSET * unit, to.block / 2));
  const y1 = from.y + down * from.half;
  const y2 = to.y - down * ((to.block === undefined ? THIN * unit : to.half) + unit);
  const lean = (y2 - y1) * 0.5;
  const bow = Math.abs(x2 - from.x) < BOW * unit ? BOW * unit : 0;
  return [from.x, y1, from.x - bow, y1 + lean, x2 - bow, y2 - lean, x2, y2];
}

function drawPath({ ctx, palette }: Frame, path: Path, dash: readonly CssPixels[]): void {
  const { unit } = palette;
  const [x1, y1, ax, ay, bx, by, x2, y2] = path;
  // The head looks where the curve ends up going; the line stops inside it.
  const length = Math.hypot(x2 - bx, y2 - by) || 1;
  const [dx, dy] = [(x2 - bx) / length, (y2 - by) / length];
  const [ex, ey] = [x2 - dx * HEAD * unit, y2 - dy * HEAD * unit];
  const line = (width: CssPixels, color: string) => {
    ctx.lineWidth = width;
    ctx.strokeStyle = color;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.bezierCurveTo(ax, ay, bx, by, ex, ey);
    ctx.stroke();
  };
  ctx.setLineDash([]);
  line(4 * unit, palette.panel);
  ctx.setLineDash([...dash]);
  line(1.5 * unit, palette.ink);
  const wide = HEAD * 0.6 * unit;
  ctx.beginPath();
  ctx.moveTo(x2, y2);
  ctx.lineTo(ex - dy * wide, ey + dx * wide);
  ctx.lineTo(ex + dy * wide, ey - dx * wide);
  ctx.closePath();
  ctx.fillStyle = palette.ink;
  ctx.fill();
}
