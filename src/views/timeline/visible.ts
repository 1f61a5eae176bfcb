import type { CssPixels, TraceTime } from "#base/units.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { canvasX, extentInView, type Frame, timeX, viewLeft, viewRight } from "./frame.ts";
import { openEndOf } from "./live-layer.ts";

/** A row of things that follow one another, each from one event to another. */
export interface Stretches {
  readonly count: number;
  from(index: number): StepIndex;
  to(index: number): StepIndex;
  /** So many in the same pixel are drawn; the rest of that pixel would only paint over them. */
  readonly mostPerPixel: number;
  /** Up to when the last one is drawn if it is open at the end of a run that goes on; absent = to that end. */
  readonly openEnd?: TraceTime | undefined;
}

/** A task's spans as the things in its lane. */
export const spansIn = ({ model, live }: Frame, task: TaskId): Stretches => ({
  count: model.spanCount(task),
  from: (k) => model.spanRows.fromAt(model.spanRow(task, k)),
  to: (k) => model.spanRows.toAt(model.spanRow(task, k)),
  // As many as a short task has states, so that even one that took no time shows how it ended.
  mostPerPixel: 12,
  openEnd: live && openEndOf(model, live, task),
});

/** Where on the canvas something that lasts to `to` is drawn to. */
export const endX = (frame: Frame, to: StepIndex, { openEnd }: Pick<Stretches, "openEnd">): CssPixels =>
  openEnd !== undefined && to === frame.model.trace.length ? timeX(frame, openEnd) : canvasX(frame, to);

/** The first thing that ends after a step, at or after `low`. */
function firstEndingAfter({ count, to }: Stretches, step: StepIndex, low = 0): number {
  let high = count;
  let at = low;
  while (at < high) {
    const middle = (at + high) >>> 1;
    if (to(middle) <= step) at = middle + 1;
    else high = middle;
  }
  return at;
}

const stepAt = ({ scale, palette, scrollX }: Frame, x: CssPixels): StepIndex =>
  scale.positionAt(x - palette.gutter + scrollX).step;

/** The first thing in view, and the one after the last. */
export function spansInView(frame: Frame, stretches: Stretches): readonly [first: number, after: number] {
  const { firstStep, lastStep } = extentInView(frame);
  const last = firstEndingAfter(stretches, lastStep);
  return [firstEndingAfter(stretches, firstStep - 1), Math.min(stretches.count, last + 1)];
}

/**
 * Visits the things in view, left to right. The first is found by halving, and what crowds into one pixel is leapt
 * over, so the cost follows the width of the canvas, not the length of the run.
 */
export function forEachVisible(
  frame: Frame,
  stretches: Stretches,
  visit: (index: number, x1: CssPixels, x2: CssPixels) => void,
): void {
  const { count, from, to, mostPerPixel } = stretches;
  const left = viewLeft(frame);
  const right = viewRight(frame);
  // One step to the left: what ends exactly at the edge still shows its end there.
  let index = firstEndingAfter(stretches, extentInView(frame).firstStep - 1);
  let pixel = left - 1;
  let crowd = 0;
  while (index < count) {
    const x1 = canvasX(frame, from(index));
    if (x1 > right) return;
    const x2 = endX(frame, to(index), stretches);
    visit(index, x1, x2);
    index++;
    crowd = x2 < pixel + 1 ? crowd + 1 : 0;
    if (crowd === 0) pixel = x2;
    else if (crowd > mostPerPixel)
      index = Math.max(index, firstEndingAfter(stretches, stepAt(frame, pixel + 1), index));
  }
}

/** A span in view: its row in `model.spanRows`, and where it lies on the canvas. */
export interface SpanInView {
  readonly row: number;
  readonly x1: CssPixels;
  readonly x2: CssPixels;
}

let inPicture: { readonly frame: Frame; readonly lanes: Map<TaskId, readonly SpanInView[]> } | undefined;

/** The spans of a lane in view, left to right: looked for once in a picture, for what lies under and over the thread. */
export function spansOfLane(frame: Frame, task: TaskId): readonly SpanInView[] {
  if (inPicture?.frame !== frame) inPicture = { frame, lanes: new Map() };
  const known = inPicture.lanes.get(task);
  if (known) return known;
  const spans: SpanInView[] = [];
  forEachVisible(frame, spansIn(frame, task), (k, x1, x2) =>
    spans.push({ row: frame.model.spanRow(task, k), x1, x2 }),
  );
  inPicture.lanes.set(task, spans);
  return spans;
}
