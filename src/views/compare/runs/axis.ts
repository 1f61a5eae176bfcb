import { tickInterval } from "#base/ticks.ts";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import { writeSeconds } from "#base/write-number.ts";

/** The one scale of all rows: linear, from 0 to the end of the longest run. */
export interface Axis {
  readonly until: Milliseconds;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly time: Milliseconds;
  /** In seconds. */
  readonly label: string;
}

/** In the design's px: left of the beginning, for half a step; right of the end of the longest run, for its line. */
const START_ROOM = 2;
const END_ROOM = 4;
/** In the design's px, between two labels. */
const LABEL_ROOM = 72;

export function axisOf(until: Milliseconds, width: CssPixels, unit: number): Axis {
  if (until <= 0 || width <= 0) return { until, ticks: [{ time: 0, label: "0" }] };
  const interval = tickInterval(plotWidth(width, unit) / until, LABEL_ROOM * unit);
  const count = Math.floor(until / interval);
  const ticks = Array.from({ length: count + 1 }, (_, k) => k * interval);
  return { until, ticks: ticks.map((time) => ({ time, label: writeSeconds(time) })) };
}

const plotWidth = (width: CssPixels, unit: number): CssPixels =>
  Math.max(0, width - (START_ROOM + END_ROOM) * unit);

/** Where a moment lies in a plot of this width. */
export function axisX({ until }: Axis, time: Milliseconds, width: CssPixels, unit: number): CssPixels {
  return START_ROOM * unit + (until > 0 ? (time / until) * plotWidth(width, unit) : 0);
}

/** Which moment lies there. */
export function axisTime({ until }: Axis, x: CssPixels, width: CssPixels, unit: number): Milliseconds {
  const room = plotWidth(width, unit);
  return room > 0 ? Math.min(1, Math.max(0, (x - START_ROOM * unit) / room)) * until : 0;
}
