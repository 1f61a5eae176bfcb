import type { CssPixels } from "#base/units.ts";
import type { TimelineWords } from "#i18n/timeline.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { LaneLayout } from "./lane-layout.ts";
import type { Palette } from "./palette.ts";
import type { ThreadTrack } from "./thread-track.ts";
import type { Position, TimeScale } from "./time-scale.ts";

/** One picture of the timeline: all that the drawing functions may know. */
export interface Frame {
  readonly ctx: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly words: TimelineWords;
  readonly stateNames: Readonly<Record<TaskState, string>>;
  readonly model: TraceModel;
  readonly scale: TimeScale;
  readonly layout: LaneLayout;
  /** The thread lanes in order, top to bottom. */
  readonly tracks: readonly ThreadTrack[];
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
}

/** From content to canvas. */
export const toCanvasX = (frame: Frame, x: CssPixels): CssPixels => frame.palette.gutter + x - frame.scrollX;

/** Where on the canvas an event takes effect. */
export const canvasX = (frame: Frame, step: number): CssPixels => toCanvasX(frame, frame.scale.eventX(step));

/** Left end of the part of the axis in view, and its right end. */
export const viewLeft = (frame: Frame): CssPixels => frame.palette.gutter;
export const viewRight = (frame: Frame): CssPixels =>
  Math.min(frame.width, toCanvasX(frame, frame.scale.width));

/** Does a blocked task stop everyone else? Only where one loop runs them all. */
export const freezesLoop = (frame: Frame): boolean => frame.model.scenario.mode === "async";
