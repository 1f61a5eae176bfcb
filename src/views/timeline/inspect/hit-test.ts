import { lowerBound } from "#base/binary-search.ts";
import type { CssPixels } from "#base/units.ts";
import type { Span } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import type { Frame } from "../frame.ts";
import type { Held, HeldThreads } from "../held-threads.ts";
import { rowY, summaryBox, threadY } from "../lane-layout.ts";
import { type LaneHold, lastBegunBy, type ThreadTrack } from "../thread-track.ts";
import type { Position } from "../time-scale.ts";

/** A place on the canvas. */
export interface Point {
  readonly x: CssPixels;
  readonly y: CssPixels;
}

/** As much of a picture as tells what stands where. */
export type Picture = Pick<
  Frame,
  "model" | "scale" | "layout" | "palette" | "tracks" | "summary" | "scrollX" | "scrollY"
>;

/** What stands under a point, and which moment of the run the point is. */
export type Hit =
  | { readonly kind: "span"; readonly span: Span; readonly at: Position }
  | { readonly kind: "callback"; readonly task: TaskId; readonly step: StepIndex; readonly at: Position }
  | { readonly kind: "hold"; readonly hold: LaneHold; readonly at: Position }
  | { readonly kind: "threads"; readonly held: Held; readonly of: number; readonly at: Position };

/** What is this narrow, the pointer may miss by as much. */
const REACH = 4;
/** What is wider can be hit by itself, though something narrow is close by. */
const WIDE = 24;
/** So many events before the pointer may belong to a callback that is under way. */
const MOST_IN_CALLBACK = 24;
/** In a crowd no pointer can pick one. */
const MOST_NEIGHBOURS = 8;

/** The task in whose lane a height is; undefined outside of all lanes. */
export function laneAt(
  { layout, scrollY }: Pick<Picture, "layout" | "scrollY">,
  y: CssPixels,
): TaskId | undefined {
  if (y < layout.viewTop || y >= layout.height) return undefined;
  const row = Math.floor((y + scrollY - layout.taskTop) / layout.taskHeight);
  return row >= 0 && row < layout.order.count ? layout.order.taskAt(row) : undefined;
}

/** What is drawn at a point of the plot; undefined where there is nothing. O(log n). */
export function hitTest(picture: Picture, { x, y }: Point): Hit | undefined {
  const { palette, scale, scrollX, layout, tracks } = picture;
  if (x < palette.gutter || y < layout.axis) return undefined;
  const content = x - palette.gutter + scrollX;
  const at = scale.positionAt(content);
  const near = 3 * palette.unit;
  const task = laneAt(picture, y);
  if (task !== undefined) {
    const row = layout.order.rowOf(task) as number;
    if (Math.abs(y - rowY(layout, row, picture.scrollY)) > layout.taskBlock / 2 + near) return undefined;
    return callbackAt(picture, task, content, at) ?? spanAt(picture, task, content, at);
  }
  if (picture.summary) return threadsAt(picture, picture.summary, y, at);
  for (let index = 0; index < layout.threads; index++) {
    const track = tracks[index];
    if (track && Math.abs(y - threadY(layout, index, picture.scrollY)) <= layout.threadBlock / 2 + near)
      return holdAt(picture, track, content, at);
  }
  return undefined;
}

function spanAt(picture: Picture, task: TaskId, x: CssPixels, at: Position): Hit | undefined {
  const { model } = picture;
  const count = model.spanCount(task);
  const from = (k: number) => model.spanAt(task, k).from;
  const under = lastFrom(count, from, at.step);
  const best = narrowNear(picture, { count, from, to: (k) => model.spanAt(task, k).to }, under, x);
  if (best < 0) return undefined;
  const span = model.spanAt(task, best);
  return span.state === "absent" ? undefined : { kind: "span", span, at };
}

/** In the one lane of all threads: how many of them are held. */
function threadsAt(
  { layout, scrollY }: Picture,
  summary: HeldThreads,
  y: CssPixels,
  at: Position,
): Hit | undefined {
  const [top, height] = summaryBox(layout, scrollY);
  if (y < top || y > top + height) return undefined;
  return { kind: "threads", held: summary.at(at.step), of: summary.threads, at };
}

function holdAt(picture: Picture, track: ThreadTrack, x: CssPixels, at: Position): Hit | undefined {
  const best = narrowNear(picture, track, lastBegunBy(track, at.step), x);
  if (best < 0) return undefined;
  const hold = track.at(best);
  const reach = REACH * picture.palette.unit;
  const { scale } = picture;
  if (x < scale.eventX(hold.from) - reach || x > scale.eventX(hold.to) + reach) return undefined;
  return { kind: "hold", hold, at };
}

interface Things {
  readonly count: number;
  from(index: number): StepIndex;
  to(index: number): StepIndex;
}

/** The thing under x, or one close by that is too narrow to be met; -1 when there is none. */
function narrowNear({ scale, palette }: Picture, things: Things, under: number, x: CssPixels): number {
  const reach = REACH * palette.unit;
  const left = (k: number) => scale.eventX(things.from(k));
  const width = (k: number) => scale.eventX(things.to(k)) - left(k);
  if (under >= 0 && x <= left(under) + width(under) && width(under) <= WIDE * palette.unit) return under;
  const first = Math.max(0, lastFrom(things.count, things.from, scale.positionAt(x - reach).step));
  const last = lastFrom(things.count, things.from, scale.positionAt(x + reach).step);
  let best = under;
  let closest = reach;
  for (let k = first; k <= last && last - first <= MOST_NEIGHBOURS; k++) {
    const away = Math.abs(left(k) + width(k) / 2 - x);
    if (width(k) > 2 * reach || away > closest) continue;
    best = k;
    closest = away;
  }
  return best;
}

/** Index of the last thing that began at or before a step; -1 when none had. */
function lastFrom(count: number, from: (index: number) => StepIndex, step: StepIndex): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from(middle) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function callbackAt(picture: Picture, task: TaskId, x: CssPixels, at: Position): Hit | undefined {
  const { model, scale, palette } = picture;
  if (!model.scenario.tasks[task - 1]?.callbacks?.length) return undefined;
  const reach = 8 * palette.unit;
  const events = model.eventsOf(task);
  const last = lowerBound(events, scale.positionAt(x + reach).step + 1) - 1;
  let end: StepIndex = events[last + 1] ?? model.trace.length;
  for (let k = last; k >= 0 && k > last - MOST_IN_CALLBACK; k--) {
    const step = events[k] as StepIndex;
    const type = model.trace.typeAt(step);
    if (type === "callback_end" || type === "callback_failed") end = step;
    if (type !== "callback_called") continue;
    const [x1, x2] = [scale.eventX(step), scale.eventX(end)];
    const isUnder = Math.abs((x1 + x2) / 2 - x) <= reach || (x >= x1 && x < x2);
    if (isUnder) return { kind: "callback", task, step, at };
  }
  return undefined;
}
