import { lowerBound, upperBound } from "#base/binary-search.ts";
import { type CssPixels, type Milliseconds, type TraceTime, traceTime } from "#base/units.ts";
import { SLICE_TYPES } from "#trace/event-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import { weightOf } from "./event-weight.ts";

/*
 * The only door between trace time and pixels. All x are content pixels: 0 = the left end of the plot.
 *
 *   magnified   |▇▇▇ 0.0 s ▇▇▇|----- 0.5 ----- 1.0 ----- 1.5 -----|▇▇▇▇ 2.0 s ▇▇▇▇|
 *                column: one    stretch: linear, time passes        column
 *                step by step
 *   true        |0.0---------- 0.5 ---------- 1.0 ---------- 1.5 ---------- 2.0|
 */

/** Where the playhead stands: `step` is the last event that has happened. */
export interface Position {
  readonly time: TraceTime;
  readonly step: StepIndex;
}

/** A piece of the axis: `at` stands still in a column, time runs from `start` to `end` in a stretch. */
export interface AxisPart {
  readonly kind: "column" | "stretch";
  readonly start: TraceTime;
  readonly end: TraceTime;
  readonly from: CssPixels;
  readonly to: CssPixels;
}

export interface TimeScale {
  readonly magnified: boolean;
  readonly width: CssPixels;
  readonly pixelsPerMs: number;
  /** Where an event takes effect: left edge of what it begins. After the last one, the end of the run. */
  eventX(step: StepIndex): CssPixels;
  /** Where the playhead stands: inside the stretch that its step began, so that the present is under it. */
  x(position: Position): CssPixels;
  /** The position under x; outside the plot, the nearest. */
  positionAt(x: CssPixels): Position;
  /** The pieces that overlap [from, to], left to right. */
  partsIn(from: CssPixels, to: CssPixels): readonly AxisPart[];
}

/** How much room each instant of a trace asks for, in steps. */
export interface InstantWeights {
  /** Index of the first event of each instant, and the trace's length at the end. */
  readonly first: Uint32Array;
  /** By instant, the room before its first event, in steps. */
  readonly lead: Float64Array;
  /** Sum of the weights before each event of the whole trace; one more entry at the end. */
  readonly before: Float64Array;
  /** Steps of all columns together. */
  readonly total: number;
}

/** Room at the left of a column, in steps: what begins an instant does not stick to its edge. */
const LEAD = 0.3;
/** The same where only slices of time change: there may be hundreds of them, and there is little to see. */
const SLICE_LEAD = 0.04;
/** Above this, no zoom could show an instant's steps, and weighing them would only cost memory. */
const MOST_EVENTS = 60_000;
/** Columns take at most this share of the axis: beside them, time must still be seen passing. */
const MOST_SHARE = 0.55;
/** A step narrower than this shows nothing. */
const LEAST_STEP = 1.6;
const FULL_STEP = 17;

/** Weighs the instants of a trace; undefined when there are too many events to magnify. */
export function weighInstants(model: TraceModel): InstantWeights | undefined {
  const { trace, instants } = model;
  if (trace.length === 0 || trace.length > MOST_EVENTS) return undefined;
  const before = new Float64Array(trace.length + 1);
  const first = new Uint32Array(instants.length + 1);
  let instant = -1;
  for (let step = 0; step < trace.length; step++) {
    while (instant + 1 < instants.length && trace.timeAt(step) >= (instants[instant + 1] as number))
      first[++instant] = step;
    const next = step + 1 < trace.length ? trace.typeAt(step + 1) : undefined;
    before[step + 1] = (before[step] as number) + weightOf(trace.typeAt(step), next);
  }
  first[instants.length] = trace.length;
  const lead = Float64Array.from(instants, (_, k) =>
    isSliceOnly(model, first[k] as number, first[k + 1] as number) ? SLICE_LEAD : LEAD,
  );
  const leads = lead.reduce((sum, each) => sum + each, 0);
  return { first, before, lead, total: (before[trace.length] as number) + leads };
}

/** Does nothing happen between two steps but that someone else computes? */
function isSliceOnly({ trace }: TraceModel, from: StepIndex, to: StepIndex): boolean {
  for (let step = from; step < to; step++) if (!SLICE_TYPES.has(trace.typeAt(step))) return false;
  return true;
}

/** What an axis is made for: `fit` px at zoom 1, and `unit` px for each of the design's 16 px. */
export interface AxisRequest {
  /** On a true axis: where it ends, if that is later than the end of the run. */
  readonly until?: Milliseconds;
  readonly fit: CssPixels;
  readonly unit: number;
  readonly magnify: boolean;
}

export interface ScaleRequest extends AxisRequest {
  readonly zoom: number;
}

/**
 * The scales of one run at every zoom, 1 and more; asked for the same zoom again, it gives the same one. True to scale
 * when that is asked for, or when the instants hold too much to be shown at this size.
 */
export function createAxis(
  model: TraceModel,
  weights: InstantWeights | undefined,
  { fit, unit, magnify, until = 0 }: AxisRequest,
): (zoom: number) => TimeScale {
  // Without a stretch of passing time, the columns have the axis to themselves.
  const share = weights ? fit / weights.total : 0;
  const step = model.total > 0 ? Math.min(FULL_STEP * unit, MOST_SHARE * share) : share;
  let columns: Columns | undefined;
  const scaleAt = (zoom: number) => {
    if (!magnify || !weights || step * zoom < LEAST_STEP * unit) return trueScale(model, fit * zoom, until);
    columns ??= layOutColumns(model, weights, fit, step);
    return magnifiedScale(model, weights, columns, zoom);
  };
  let last: { readonly zoom: number; readonly scale: TimeScale } | undefined;
  return (zoom) => {
    if (last?.zoom !== zoom) last = { zoom, scale: scaleAt(zoom) };
    return last.scale;
  };
}

/** The scale at one zoom. */
export function createTimeScale(
  model: TraceModel,
  weights: InstantWeights | undefined,
  { zoom, ...request }: ScaleRequest,
): TimeScale {
  return createAxis(model, weights, request)(zoom);
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function trueScale(model: TraceModel, width: CssPixels, until: Milliseconds): TimeScale {
  const { trace, total } = model;
  const end = traceTime(Math.max(total, until));
  const pixelsPerMs = width / Math.max(1, end);
  // Rounded, the end of the run would lie a trillionth of a pixel beside that of the axis, and out of view.
  const timeX = (time: Milliseconds): CssPixels => Math.min(width, time * pixelsPerMs);
  const totalX = total < end ? timeX(total) : width;
  return {
    magnified: false,
    width,
    pixelsPerMs,
    eventX: (step) => {
      if (step < 0) return 0;
      return step < trace.length ? timeX(trace.timeAt(step)) : totalX;
    },
    x: ({ time }) => timeX(time),
    positionAt: (x) => {
      const time = traceTime(x >= totalX ? total : clamp(x / pixelsPerMs, 0, total));
      return { time, step: model.stepAtTime(time) };
    },
    partsIn: () => [{ kind: "stretch", start: traceTime(0), end, from: 0, to: width }],
  };
}

/** The magnified axis at zoom 1. Zooming makes columns and stretches grow alike, so that nothing is laid out anew. */
interface Columns {
  readonly pixelsPerMs: number;
  readonly stepWidth: CssPixels;
  /** Start and end of each instant's column. */
  readonly from: Float64Array;
  readonly to: Float64Array;
}

function layOutColumns(
  { instants, total }: TraceModel,
  { first, before, lead, total: steps }: InstantWeights,
  content: CssPixels,
  stepWidth: CssPixels,
): Columns {
  const pixelsPerMs = total > 0 ? Math.max(0, content - steps * stepWidth) / total : 0;
  const from = new Float64Array(instants.length);
  const to = new Float64Array(instants.length);
  for (let k = 0, x = 0; k < instants.length; k++) {
    const elapsed = (instants[k] as number) - (k === 0 ? 0 : (instants[k - 1] as number));
    const weight = (before[first[k + 1] as number] as number) - (before[first[k] as number] as number);
    from[k] = x + elapsed * pixelsPerMs;
    to[k] = x = (from[k] as number) + ((lead[k] as number) + weight) * stepWidth;
  }
  return { pixelsPerMs, stepWidth, from, to };
}

function magnifiedScale(
  { trace, instants, total }: TraceModel,
  { first, before, lead }: InstantWeights,
  columns: Columns,
  zoom: number,
): TimeScale {
  const pixelsPerMs = columns.pixelsPerMs * zoom;
  const stepWidth = columns.stepWidth * zoom;
  const count = instants.length;
  const time = (k: number) => (instants[k] ?? 0) as TraceTime;
  const fromOf = (k: number): CssPixels => (columns.from[k] as number) * zoom;
  const toOf = (k: number): CssPixels => (columns.to[k] as number) * zoom;
  const width = count > 0 ? toOf(count - 1) : 0;

  const eventX = (step: StepIndex): CssPixels => {
    if (step < 0) return 0;
    if (step >= trace.length) return width;
    const k = upperBound(first, step) - 1;
    const weight = (before[step] as number) - (before[first[k] as number] as number);
    return fromOf(k) + ((lead[k] as number) + weight) * stepWidth;
  };

  const x = (position: Position): CssPixels => {
    const k = upperBound(instants, position.time) - 1;
    if (k < 0) return position.time * pixelsPerMs;
    const last = (first[k + 1] as number) - 1;
    if (position.time > time(k) || position.step >= last)
      return toOf(k) + (position.time - time(k)) * pixelsPerMs;
    if (position.step < (first[k] as number)) return fromOf(k);
    return (eventX(position.step) + eventX(position.step + 1)) / 2;
  };

  const positionAt = (at: CssPixels): Position => {
    const k = upperBound(columns.from, at / zoom) - 1;
    if (k < 0) return { time: traceTime(Math.max(0, pixelsPerMs > 0 ? at / pixelsPerMs : 0)), step: -1 };
    const begin = first[k] as number;
    const end = first[k + 1] as number;
    if (at >= toOf(k)) {
      const elapsed = pixelsPerMs > 0 ? (at - toOf(k)) / pixelsPerMs : 0;
      const next = k + 1 < count ? time(k + 1) : total;
      return { time: traceTime(Math.min(time(k) + elapsed, next)), step: end - 1 };
    }
    const weight = (at - fromOf(k)) / stepWidth - (lead[k] as number) + (before[begin] as number);
    // The playhead of the last step stands at the end of the column, which belongs to the stretch.
    return { time: time(k), step: upperBound(before, weight, begin, end) - 1 };
  };

  const partsIn = (left: CssPixels, right: CssPixels): readonly AxisPart[] => {
    const parts: AxisPart[] = [];
    for (let k = lowerBound(columns.to, left / zoom); k <= count; k++) {
      const start = k === 0 ? traceTime(0) : time(k - 1);
      const before = k === 0 ? 0 : toOf(k - 1);
      const after = k < count ? fromOf(k) : width;
      if (before > right) break;
      const end = k < count ? time(k) : traceTime(total);
      if (after > before) parts.push({ kind: "stretch", start, end, from: before, to: after });
      if (k < count) parts.push({ kind: "column", start: end, end, from: after, to: toOf(k) });
    }
    return parts;
  };

  return { magnified: true, width, pixelsPerMs, eventX, x, positionAt, partsIn };
}
