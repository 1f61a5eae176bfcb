import type { CssPixels } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { LaneOrder } from "./lane-order.ts";

/*
 *   0        ┌ ruler ───────────────┐
 *   axis     ├ thread lanes ────────┤  or one summary of them; sticky, unless they would take too much of the room:
 *            ├ heartbeat strips ────┤  then they scroll with the tasks; the strips are only there in a measured run
 *            ├ separator ───────────┤
 *   viewTop  ├ task lanes ──────────┤  scroll when they do not fit
 *   height   └──────────────────────┘
 *
 * All y are px from the top of the plot, as they stand with nothing scrolled.
 */
export interface LaneLayout {
  /** The ruler's base line. */
  readonly axis: CssPixels;
  readonly threads: number;
  readonly threadTop: CssPixels;
  readonly threadHeight: CssPixels;
  /** Height of a block on a thread lane, on a task lane. */
  readonly threadBlock: CssPixels;
  /** The one lane that stands for all threads; 0 high when each has its own. */
  readonly summaryHeight: CssPixels;
  /** The lane of the heartbeats, one strip under the other; 0 high without them. */
  readonly heartbeats: number;
  readonly heartbeatTop: CssPixels;
  readonly heartbeatHeight: CssPixels;
  readonly taskBlock: CssPixels;
  readonly separator: CssPixels;
  readonly order: LaneOrder;
  readonly detail: LaneDetail;
  readonly taskTop: CssPixels;
  readonly taskHeight: CssPixels;
  /** Do the thread lanes stay in place while the tasks scroll? */
  readonly sticky: boolean;
  /** Upper edge of what scrolls. */
  readonly viewTop: CssPixels;
  readonly height: CssPixels;
  /** How far the lanes can scroll. */
  readonly overflow: CssPixels;
}

/** How the tasks' lanes are drawn: in full; too low for words and signs; or, many to a pixel, as shares of their time. */
export type LaneDetail = "shapes" | "bars" | "shares";

export interface LaneRequest {
  readonly height: CssPixels;
  /** px for each of the design's 16 px. */
  readonly unit: number;
  /** Thread lanes; `summary` = one lane for all of them. */
  readonly threads: number | "summary";
  readonly order: LaneOrder;
  /** Heartbeat strips. Absent = none. */
  readonly heartbeats?: number;
  readonly size: "compact" | "usual" | "presenting";
  /** Are all lanes to be in view at once, however low they get? */
  readonly all?: boolean;
  /** How high the tasks' lanes should at least be if there is room, so that a finger can hit them. Absent = no matter. */
  readonly target?: CssPixels;
}

const LEAST_LANE = 24;
const MOST_LANE = { compact: 48, usual: 84, presenting: 60 };
const RULER = { compact: 26, usual: 31, presenting: 34 };
const BOTTOM = 6;
/** Of the strip under the lanes, where not all of them are in view. */
export const MINIMAP_HEIGHT = 28;
const LEAST_OVERFLOW: CssPixels = 0.5;
const LEAST_SHAPES = 14;
const LEAST_BARS = 3;
const SUMMARY = 28;
/** With a greater share of the room, thread lanes scroll with the tasks: what stays in place must leave room for them. */
const MOST_STICKY = 0.6;
/** From this share on they are drawn as one, if nothing else was asked for; so what scrolls away is what was asked for. */
const MOST_OWN_LANES = 0.5;
/** Height of the heartbeat lane: with room for words, and where the other lanes need the room; of one of many strips. */
const HEARTBEAT = 22;
const LOW_HEARTBEAT = 14;
const STRIP = { usual: 6, low: 3 };

/** Shares the height out among the lanes: 24 to 84 px each, and scrolling when even 24 do not fit. */
export function layoutLanes({
  height,
  unit,
  order,
  heartbeats = 0,
  size,
  all = false,
  target = 0,
  ...request
}: LaneRequest): LaneLayout {
  const threads = request.threads === "summary" ? 0 : request.threads;
  const summaryHeight = request.threads === "summary" ? SUMMARY * unit : 0;
  const tasks = order.count;
  const most = MOST_LANE[size] * unit;
  const least = all ? 0 : LEAST_LANE * unit;
  const axis = RULER[size] * unit;
  const gap = gapOf(threads + tasks, size) * unit;
  const whole = Math.max(0, height - axis - gap - BOTTOM * unit - summaryHeight);
  const heartbeatHeight = heightOfHeartbeat(heartbeats, whole / unit - (threads + tasks) * LEAST_LANE) * unit;
  const room = Math.max(0, whole - heartbeatHeight);
  const share = Math.max(least, room / Math.max(1, threads + tasks));
  // However low the tasks' lanes get, a quarter of the room is the threads', if they need so much.
  const leastThread = Math.min(LEAST_LANE * unit, room / 4 / Math.max(1, threads));
  const sticky = threads * least + heartbeatHeight <= whole * MOST_STICKY;
  const mostThread = most * (threads > 1 ? 0.86 : 0.94);
  // Nobody presses a thread's lane: it gives up what a task's lacks of a target.
  const spared = Math.max(LEAST_LANE * unit, (room - tasks * target) / Math.max(1, threads));
  const threadHeight = Math.max(all ? leastThread : 0, Math.min(mostThread, share, spared));
  const left = (room - threads * threadHeight) / Math.max(1, tasks);
  const taskHeight = Math.max(least, Math.min(most, left));
  const missing = threads * threadHeight + tasks * taskHeight - room;
  // What is shared out rarely adds up to the last bit: a trillionth of a pixel is no reason to scroll.
  const overflow = all || missing < LEAST_OVERFLOW ? 0 : missing;
  const spare = overflow > 0 ? 0 : Math.max(0, -missing);
  const threadTop = axis + 2 * unit + spare / 4;
  const heartbeatTop = threadTop + threads * threadHeight + summaryHeight;
  const threadBottom = heartbeatTop + heartbeatHeight;
  return {
    axis,
    threads,
    threadTop,
    threadHeight,
    threadBlock: blockHeight(threadHeight, 34, unit),
    taskBlock: blockHeight(taskHeight, 40, unit),
    summaryHeight,
    heartbeats,
    heartbeatTop,
    heartbeatHeight,
    separator: threadBottom + gap / 2,
    order,
    detail: detailOf(taskHeight / unit),
    taskTop: threadBottom + gap,
    taskHeight,
    sticky,
    viewTop: sticky ? threadBottom + gap / 2 : axis,
    height,
    overflow,
  };
}

/** In the design's px. */
const gapOf = (lanes: number, size: LaneRequest["size"]) => (lanes > 5 ? 10 : size === "compact" ? 8 : 14);

/** Is there room for a lane for each thread, without driving the tasks out of view? */
export function hasRoomForThreads(
  { height, unit, size, order, heartbeats = 0 }: Omit<LaneRequest, "threads" | "all" | "target">,
  threads: number,
): boolean {
  const gap = gapOf(threads + order.count, size);
  const whole = height / unit - RULER[size] - gap - BOTTOM;
  const lanes = threads * LEAST_LANE + (heartbeats > 0 ? Math.max(LOW_HEARTBEAT, heartbeats * STRIP.low) : 0);
  // Where not all lanes fit, a minimap takes some of the room.
  return lanes + order.count * LEAST_LANE <= whole || lanes <= (whole - MINIMAP_HEIGHT) * MOST_OWN_LANES;
}

function detailOf(height: number): LaneDetail {
  if (height >= LEAST_SHAPES) return "shapes";
  return height >= LEAST_BARS ? "bars" : "shares";
}

/** In the design's px, given how many the other lanes leave over at their lowest. */
function heightOfHeartbeat(strips: number, spare: number): number {
  if (strips === 0) return 0;
  const usual = Math.max(HEARTBEAT, strips * STRIP.usual);
  return usual <= spare ? usual : Math.max(LOW_HEARTBEAT, strips * STRIP.low);
}

/** A block takes .6 of its lane, .7 of a low one. */
const blockHeight = (lane: CssPixels, most: number, unit: number) =>
  Math.min(most * unit, lane * (lane < 34 * unit ? 0.7 : 0.6));

/** Middle of the i-th thread lane. */
export const threadY = (layout: LaneLayout, index: number, scrollY: CssPixels): CssPixels =>
  layout.threadTop + layout.threadHeight * (index + 0.5) - (layout.sticky ? 0 : scrollY);

/** Top and height of what stands for all threads, with a little air above and below. */
export function summaryBox(
  { threadTop, summaryHeight, sticky }: LaneLayout,
  scrollY: CssPixels,
): readonly [top: CssPixels, height: CssPixels] {
  const air = summaryHeight * 0.15;
  return [threadTop + air - (sticky ? 0 : scrollY), summaryHeight - 2 * air];
}

/** Top and height of the i-th heartbeat strip, with a little air around all of them. */
export function stripBox(
  { heartbeats, heartbeatTop, heartbeatHeight, sticky }: LaneLayout,
  index: number,
  scrollY: CssPixels,
): readonly [top: CssPixels, height: CssPixels] {
  const air = heartbeatHeight * 0.1;
  const pitch = (heartbeatHeight - 2 * air) / Math.max(1, heartbeats);
  const top = heartbeatTop + air + pitch * index - (sticky ? 0 : scrollY);
  return [top, heartbeats > 1 ? pitch * 0.8 : pitch];
}

/** Middle of a row of the tasks. */
export const rowY = (layout: LaneLayout, row: number, scrollY: CssPixels): CssPixels =>
  layout.taskTop + layout.taskHeight * (row + 0.5) - scrollY;

/** Middle of a task's lane; the task must have one. */
export const taskY = (layout: LaneLayout, task: TaskId, scrollY: CssPixels): CssPixels =>
  rowY(layout, layout.order.rowOf(task) ?? Number.NaN, scrollY);

/** First and last row (inclusive) of which at least a part is in view. */
export function visibleRows(layout: LaneLayout, scrollY: CssPixels): readonly [number, number] {
  const above = (layout.viewTop - layout.taskTop + scrollY) / layout.taskHeight;
  const below = (layout.height - layout.taskTop + scrollY) / layout.taskHeight;
  return [Math.max(0, Math.floor(above)), Math.min(layout.order.count, Math.ceil(below)) - 1];
}

/** As `visibleRows`, of those alone that are high enough to be named, told of and pressed. */
export const namedRows = (layout: LaneLayout, scrollY: CssPixels): readonly [number, number] =>
  layout.detail === "shapes" ? visibleRows(layout, scrollY) : [0, -1];

/** First and last thread lane in view. */
export function visibleThreads(layout: LaneLayout, scrollY: CssPixels): readonly [number, number] {
  if (layout.sticky) return [0, layout.threads - 1];
  const above = (layout.viewTop - layout.threadTop + scrollY) / layout.threadHeight;
  const below = (layout.height - layout.threadTop + scrollY) / layout.threadHeight;
  return [Math.max(0, Math.floor(above)), Math.min(layout.threads - 1, Math.ceil(below) - 1)];
}

/** The scroll position, nearest to the present one, at which a row is in full view. */
export function scrollToRow(layout: LaneLayout, row: number, scrollY: CssPixels): CssPixels {
  const top = layout.taskTop + layout.taskHeight * row;
  const upper = top - layout.viewTop;
  const lower = top + layout.taskHeight + BOTTOM - layout.height;
  return Math.min(Math.max(0, Math.min(scrollY, upper), lower > scrollY ? lower : 0), layout.overflow);
}

/** The thread lanes to show: a pool's main thread only waits, and is left out unless it runs code of a task. */
export function shownThreads(model: TraceModel): readonly number[] {
  const onlyWaits = (thread: number) => {
    for (let k = 0; k < model.holdCount(thread); k++) if (model.holdAt(thread, k).task !== MAIN) return false;
    return true;
  };
  return model.threads
    .filter(({ id, kind }) => !(model.scenario.mode === "pool" && kind === "main" && onlyWaits(id)))
    .map(({ id }) => id);
}
