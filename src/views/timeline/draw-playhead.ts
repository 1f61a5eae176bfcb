import { cableY, sagOf } from "#ui/marks/draw-cable.ts";
import { drawDot } from "./draw-shapes.ts";
import { canvasX, type Frame, viewLeft } from "./frame.ts";
import { rowY, threadY } from "./lane-layout.ts";
import { holderAt, type ThreadTrack } from "./thread-track.ts";
import { endX, spansIn } from "./visible.ts";

/** Now: a line from the bar above to the bottom, the threads' pen tips on it, and a ring on every cable it crosses. */
export function drawPlayhead(
  frame: Frame,
  threads: readonly [number, number],
  rows: readonly [number, number],
): void {
  const { ctx, palette, now, height, width } = frame;
  const { unit } = palette;
  if (now < viewLeft(frame) - 2 * unit || now > width + 2 * unit) return;
  ctx.fillStyle = palette.ink;
  ctx.fillRect(now - unit, 0, 2 * unit, height);
  drawCaret(frame);
  drawPenTips(frame, threads, rows);
  drawRings(frame, rows);
}

/** The tip of the bar above: 20 × 9 px, pointing at now. */
function drawCaret({ ctx, palette: { unit, ink }, now }: Frame): void {
  ctx.beginPath();
  ctx.moveTo(now - 10 * unit, 0);
  ctx.lineTo(now + 10 * unit, 0);
  ctx.lineTo(now, 9 * unit);
  ctx.closePath();
  ctx.fillStyle = ink;
  ctx.fill();
}

/** Each thread's line ends in a pen tip: on the lane of the task that holds it, else on its own. */
function drawPenTips(
  frame: Frame,
  threads: readonly [number, number],
  rows: readonly [number, number],
): void {
  const { ctx, palette, layout, tracks, position, now, scrollY } = frame;
  const { unit } = palette;
  for (let index = threads[0]; index <= threads[1]; index++) {
    const track = tracks[index] as ThreadTrack;
    if (!isAlive(track, position.step)) continue;
    const holder = holderAt(track, position.step);
    const row = holder === undefined ? undefined : layout.order.rowOf(holder);
    const visited = row !== undefined && row >= rows[0] && row <= rows[1] ? row : undefined;
    const y = visited === undefined ? threadY(layout, index, scrollY) : rowY(layout, visited, scrollY);
    if (y < (visited === undefined ? layout.axis : layout.viewTop)) continue;
    const least = Math.min(layout.threadHeight, layout.taskHeight);
    const radius = Math.min(6.5 * unit, least * 0.24);
    drawDot(ctx, now, y, radius, palette.ink, { color: palette.panel, width: 2 * unit });
  }
}

/** A thread made for one task draws only while it lives; the others from beginning to end. */
function isAlive({ life }: ThreadTrack, step: number): boolean {
  return life !== undefined && step >= life.from && step < life.to;
}

function drawRings(frame: Frame, rows: readonly [number, number]): void {
  const { ctx, palette, layout, model, position, now, scrollY } = frame;
  const { unit, states, panel } = palette;
  for (let row = rows[0]; row <= rows[1]; row++) {
    const task = layout.order.taskAt(row);
    const span = model.spanAtStep(task, position.step);
    if (span?.state !== "suspended") continue;
    const x1 = canvasX(frame, span.from);
    const x2 = endX(frame, span.to, spansIn(frame, task));
    const top = rowY(layout, row, scrollY) - layout.taskBlock * 0.42;
    const y =
      x2 - x1 < unit ? top : cableY({ x1, x2, y: top, sag: sagOf(layout.taskBlock, x2 - x1, unit) }, now);
    if (y < layout.viewTop) continue;
    drawDot(ctx, now, y, 4.5 * unit, panel, { color: states.suspended.graphic, width: 2.5 * unit });
  }
}
