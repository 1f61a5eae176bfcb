import { lowerBound } from "#base/binary-search.ts";
import type { CssPixels } from "#base/units.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { drawDiamond } from "./draw-shapes.ts";
import { canvasX, type Frame, viewLeft, viewRight } from "./frame.ts";
import { taskY, threadY } from "./lane-layout.ts";
import { holderAt, lastBegunBy, type ThreadTrack } from "./thread-track.ts";
import { spansOfLane } from "./visible.ts";

/** A visit of a thread to a task's lane: from the step that gives it the thread to the one that takes it away. */
interface Visit {
  readonly thread: number;
  readonly x1: CssPixels;
  readonly x2: CssPixels;
  readonly callback: boolean;
  /** Is the thread still there at the end of a run that goes on? */
  readonly open: boolean;
  /** Is it but a slice of time, between two of others? */
  readonly slice: boolean;
}

/** The lane that a task has at a step, of a core or of a thread; remembered, for the same visits come back in every frame. */
function laneAt(frame: Frame, task: TaskId, step: StepIndex): number | undefined {
  const { tracks } = frame;
  const ofTracks = lanes.get(tracks) ?? new Map<StepIndex, Lane>();
  lanes.set(tracks, ofTracks);
  const known = ofTracks.get(step);
  if (known?.task === task) return known.index;
  const index = hasThreads(frame) ? threadAt(frame, task, step) : coreAt(frame, task, step);
  if (ofTracks.size >= MOST_LANES) ofTracks.clear();
  ofTracks.set(step, { task, index });
  return index;
}

interface Lane {
  readonly task: TaskId;
  readonly index: number | undefined;
}

const lanes = new WeakMap<Frame["tracks"], Map<StepIndex, Lane>>();
const MOST_LANES = 4000;

/** The core on whose lane the task is at a step. */
function coreAt({ tracks }: Frame, task: TaskId, step: StepIndex): number | undefined {
  const index = tracks.findIndex((track) => holderAt(track, step) === task);
  return index < 0 ? undefined : index;
}

/** The thread lane that works for the task at a step; undefined when it is not shown or holds someone else. */
function threadAt({ model, tracks }: Frame, task: TaskId, step: StepIndex): number | undefined {
  const worker = Math.max(0, model.trace.workerAt(step));
  // Lanes stand in the order of their workers' numbers; the first is worker 1 where the main thread is left out.
  const index = worker - (tracks[0]?.info.worker ?? 0);
  const track = tracks[index];
  return track && holderAt(track, step) === task ? index : undefined;
}

/** The visits to a task's lane in view: its running and blocked spans where they touch, then its callbacks. */
function visitsOf(frame: Frame, task: TaskId): readonly Visit[] {
  const { model } = frame;
  const visits: Visit[] = [];
  const { spanRows } = model;
  let open: { thread: number; x1: CssPixels; x2: CssPixels; to: StepIndex; slice: boolean } | undefined;
  const close = () => {
    if (open) visits.push({ ...open, callback: false, open: isOpen(frame, open.to) });
    open = undefined;
  };
  for (const { row, x1, x2 } of spansOfLane(frame, task)) {
    const state = spanRows.stateAt(row);
    if (state !== "running" && state !== "blocked") {
      close();
      continue;
    }
    const [from, to] = [spanRows.fromAt(row), spanRows.toAt(row)];
    // A task gets its core after it has begun to want one.
    const thread = laneAt(frame, task, hasThreads(frame) ? from : to - 1);
    if (open && open.to === from && open.thread === thread) open = { ...open, x2, to };
    else {
      close();
      const slice = model.trace.typeAt(from) === "slice_start";
      if (thread !== undefined) open = { thread, x1, x2, to, slice };
    }
  }
  close();
  return [...visits, ...callbackVisits(frame, task)];
}

const hasThreads = ({ tracks }: Frame): boolean => tracks[0]?.info.kind !== "core";

const isOpen = ({ live, model }: Frame, to: StepIndex) =>
  live?.underWay === true && to === model.trace.length;

function callbackVisits(frame: Frame, task: TaskId): readonly Visit[] {
  const { model, scale, palette, scrollX, width } = frame;
  if (!model.scenario.tasks[task - 1]?.callbacks?.length || !hasThreads(frame)) return [];
  const { trace } = model;
  const events = model.eventsOf(task);
  const visits: Visit[] = [];
  const first = scale.positionAt(scrollX).step - 1;
  const last = scale.positionAt(scrollX + width - palette.gutter).step;
  for (let k = lowerBound(events, first); k < events.length; k++) {
    const step = events[k] as StepIndex;
    if (step > last) break;
    if (trace.typeAt(step) !== "callback_called") continue;
    const thread = laneAt(frame, task, step);
    if (thread === undefined) continue;
    const track = frame.tracks[thread] as ThreadTrack;
    const end = track.to(lastBegunBy(track, step));
    const [x1, x2] = [canvasX(frame, step), canvasX(frame, end)];
    visits.push({ thread, x1, x2, callback: true, open: isOpen(frame, end), slice: false });
  }
  return visits;
}

/** In the design's px. */
const LEAST_SLICE = 14;

/** Where on the canvas a thread goes down to a task's lane, and where it comes back. */
export function dropsOf(frame: Frame, task: TaskId): readonly CssPixels[] {
  return frame.summary ? [] : visitsOf(frame, task).flatMap((visit) => sidesOf(frame, visit));
}

function sidesOf(
  { palette: { unit, threadWidth } }: Frame,
  { x1, x2, open, slice }: Visit,
): readonly CssPixels[] {
  // Of many short slices, the ways down would be all there is to see.
  if (slice && x2 - x1 < LEAST_SLICE * unit) return [];
  const half = threadWidth / 2;
  if (open) return [x1 + half];
  return x2 - x1 > 2 * threadWidth ? [x1 + half, x2 - half] : [(x1 + x2) / 2];
}

/** The thread's way down to a lane and back, on a pale halo that cuts what it crosses; and the callbacks' marks. */
export function drawDrops(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, scale, scrollY, live, summary } = frame;
  const { unit, threadWidth } = palette;
  const laneY = taskY(layout, task, scrollY);
  const bottom = Math.min(laneY, layout.height);
  const left = viewLeft(frame) - unit;
  const right = viewRight(frame) + unit;
  for (const visit of visitsOf(frame, task)) {
    const { thread, x1, x2, callback } = visit;
    const sides = sidesOf(frame, visit);
    if (sides.length === 0) continue;
    const threadLane = threadY(layout, thread, scrollY);
    const top = summary ? layout.viewTop : Math.max(threadLane, layout.sticky ? threadLane : layout.axis);
    if (bottom <= top) continue;
    const half = threadWidth / 2;
    // Threads without lanes of their own come from nowhere: only what they do in the task's lane is drawn.
    for (const x of summary ? [] : sides) {
      if (x < left || x > right) continue;
      ctx.fillStyle = scale.magnified ? palette.sunken : palette.panel;
      const from = top + layout.threadBlock / 2;
      const to = bottom - (callback ? 0 : layout.taskBlock / 2);
      // What was measured at about one time stands so close together that halos would wipe out its neighbours.
      if (to > from && !live) ctx.fillRect(x - 3.5 * unit, from, 7 * unit, to - from);
      ctx.fillStyle = palette.ink;
      ctx.fillRect(x - half, top, threadWidth, bottom - top);
    }
    if (!callback) continue;
    ctx.fillStyle = palette.ink;
    ctx.fillRect(x1, laneY - half, x2 - x1, threadWidth);
    drawDiamond(ctx, (x1 + x2) / 2, laneY, 6.2 * unit, palette.ink);
  }
}
