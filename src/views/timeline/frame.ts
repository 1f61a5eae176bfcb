import type { CssPixels, TraceTime } from "#base/units.ts";
import type { StateName } from "#i18n/states.ts";
import type { TimelineWords } from "#i18n/timeline.ts";
import type { Palette } from "#state/palette.ts";
import type { Cause } from "#trace/causes/cause.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import type { Pen } from "#ui/canvas/pen.ts";
import type { AheadLabels } from "./draw-label.ts";
import type { HeldThreads } from "./held-threads.ts";
import type { LaneLayout } from "./lane-layout.ts";
import type { LiveLayer } from "./live-layer.ts";
import type { ThreadTrack } from "./thread-track.ts";
import type { AxisPart, Position, TimeScale } from "./time-scale.ts";

/** One picture of the timeline: all that the drawing functions may know. */
export interface Frame {
  readonly ctx: Pen;
  readonly palette: Palette;
  readonly words: TimelineWords;
  readonly stateNames: Readonly<Record<StateName, string>>;
  readonly model: TraceModel;
  readonly scale: TimeScale;
  readonly layout: LaneLayout;
  /** The thread lanes in order, top to bottom. */
  readonly tracks: readonly ThreadTrack[];
  /** In one lane instead of theirs, when that was asked for; the layout then has room for this one. */
  readonly summary: HeldThreads | undefined;
  /** Short marks of the tasks, by TaskId. */
  readonly monograms: readonly string[];
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly scrollX: CssPixels;
  readonly scrollY: CssPixels;
  readonly position: Position;
  /** The playhead on the canvas. */
  readonly now: CssPixels;
  /** While paused, labels give way to the playhead; while playing they keep their place. */
  readonly paused: boolean;
  readonly selected: TaskId | undefined;
  /** Marked at half the strength of a selection. */
  readonly hovered: TaskId | undefined;
  /** What is shown to have caused what. */
  readonly causes: readonly Cause[];
  /** A stretch of the run that is being measured, and what is said of it. */
  readonly measured: { readonly from: Position; readonly to: Position; readonly label: string } | undefined;
  /** Of a measured run: what it is laid over. Its axis is true to scale. */
  readonly live: LiveLayer | undefined;
  /** Collects, while it is drawn, the labels that lie in the future: they are written once that is washed. */
  readonly ahead: AheadLabels[];
}

/** From content to canvas. */
export const toCanvasX = (frame: Frame, x: CssPixels): CssPixels => frame.palette.gutter + x - frame.scrollX;

/** Where on the canvas an event takes effect. */
export const canvasX = (frame: Frame, step: number): CssPixels => toCanvasX(frame, frame.scale.eventX(step));

/** Where on the canvas a time stands on a true axis, be it later than the end of the run. */
export const timeX = (frame: Frame, time: TraceTime): CssPixels =>
  toCanvasX(frame, time * frame.scale.pixelsPerMs);

/** Right of this, nothing has happened yet. */
export const knownRight = (frame: Frame): CssPixels =>
  frame.live?.underWay ? Math.min(frame.width, timeX(frame, frame.model.trace.end)) : frame.width;

/** Has a label that ends here been uncovered? While a run grows, labels keep their place and come out whole. */
export const isUncovered = (frame: Frame, right: CssPixels): boolean => right <= knownRight(frame);

/** What is found out once for a picture, because paper, lanes, labels and ruler all ask for it. */
interface Extent {
  readonly scale: TimeScale;
  readonly scrollX: CssPixels;
  readonly width: CssPixels;
  /** The pieces of the axis in view. */
  readonly parts: readonly AxisPart[];
  /** The last events that have happened at its left edge and at its right one. */
  readonly firstStep: StepIndex;
  readonly lastStep: StepIndex;
}

let known: Extent | undefined;

/** The part of the run in view. */
export function extentInView(frame: Frame): Extent {
  const { scale, scrollX, width } = frame;
  if (known?.scale !== scale || known.scrollX !== scrollX || known.width !== width) {
    const stepAt = (x: CssPixels) => scale.positionAt(x - frame.palette.gutter + scrollX).step;
    known = {
      ...{ scale, scrollX, width },
      parts: scale.partsIn(scrollX, scrollX + width),
      firstStep: stepAt(viewLeft(frame)),
      lastStep: stepAt(viewRight(frame)),
    };
  }
  return known;
}

/** Left end of the part of the axis in view, and its right end. */
export const viewLeft = (frame: Frame): CssPixels => frame.palette.gutter;
export const viewRight = (frame: Frame): CssPixels =>
  Math.min(frame.width, toCanvasX(frame, frame.scale.width));

/** The part of the canvas in which a shape's inside has to be drawn, with room for its edges. */
export const inView = (frame: Frame): readonly [CssPixels, CssPixels] => [
  viewLeft(frame) - 8 * frame.palette.unit,
  frame.width + 8 * frame.palette.unit,
];

/** Draws from now on only inside a rectangle of whole px: a soft edge would make all that is drawn inside it dear. */
export function clipTo(
  ctx: Pen,
  [x, y, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
): void {
  const [left, top] = [Math.round(x), Math.round(y)];
  ctx.beginPath();
  ctx.rect(left, top, Math.round(x + width) - left, Math.round(y + height) - top);
  ctx.clip();
}

/** Does a blocked task stop everyone else? Only where one loop runs them all. */
export const freezesLoop = (frame: Frame): boolean => frame.model.scenario.mode === "async";
