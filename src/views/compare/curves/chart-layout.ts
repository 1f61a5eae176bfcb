import { tickInterval } from "#base/ticks.ts";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { TrialRange } from "#scenario/trial.ts";
import type { Curve } from "#state/comparison/sweep.ts";

/** Where the chart lies in its box, and its two linear scales. */
export interface ChartLayout {
  readonly left: CssPixels;
  readonly right: CssPixels;
  readonly top: CssPixels;
  readonly bottom: CssPixels;
  readonly xTicks: readonly number[];
  /** In ms. */
  readonly yTicks: readonly Milliseconds[];
  x(value: number): CssPixels;
  y(total: Milliseconds): CssPixels;
  /** The value at x, in whole steps of the range. */
  valueAt(x: CssPixels): number;
}

/** In the design's px: room for numbers left and below, and for the names of the lines on the right. */
const LEFT = 48;
const BOTTOM = 28;
const TOP = 14;
const X_LABELS = 56;
const Y_LABELS = 40;

export function layOutChart(
  { width, height }: { readonly width: CssPixels; readonly height: CssPixels },
  { least, most, step }: TrialRange,
  highest: Milliseconds,
  unit: number,
  nameRoom: CssPixels,
): ChartLayout {
  const [left, top] = [LEFT * unit, TOP * unit];
  const right = Math.max(left + 1, width - nameRoom);
  const bottom = Math.max(top + 1, height - BOTTOM * unit);
  const perValue = (right - left) / Math.max(1, most - least);
  const perMs = (bottom - top) / Math.max(1, highest);
  return {
    ...{ left, right, top, bottom },
    xTicks: ticksOf(least, most, tickInterval(perValue, X_LABELS * unit)),
    yTicks: ticksOf(0, highest, tickInterval(perMs, Y_LABELS * unit)),
    x: (value) => left + (value - least) * perValue,
    y: (total) => bottom - total * perMs,
    valueAt: (x) => clamp(least + Math.round((x - left) / perValue / step) * step, least, most),
  };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Round numbers, and the first one of all: an axis that begins at 1 says so. */
function ticksOf(from: number, to: number, interval: number): readonly number[] {
  const first = Math.ceil(from / interval);
  const round = Array.from(
    { length: Math.floor(to / interval) - first + 1 },
    (_, k) => (first + k) * interval,
  );
  return [...new Set([from, ...round.filter((tick) => tick - from >= interval / 2)])];
}

/** A line's name at its right end. */
export interface LineName {
  readonly modes: readonly PageMode[];
  readonly y: CssPixels;
}

/**
 * Names in order from top to bottom, as near to their lines as they can be without touching: each is as high as
 * `heightOf` says, around its `y`.
 */
export function placeNames(
  lines: readonly CurveLine[],
  layout: ChartLayout,
  heightOf: (line: Pick<CurveLine, "modes">) => CssPixels,
): readonly LineName[] {
  const names = lines
    .map(({ modes, parts }) => ({ modes, y: layout.y(parts.at(-1)?.at(-1)?.total ?? 0) }))
    .sort((a, b) => a.y - b.y);
  let free = Number.NEGATIVE_INFINITY;
  const pushed = names.map((name) => {
    const y = Math.max(name.y, free + heightOf(name) / 2);
    free = y + heightOf(name) / 2;
    return { ...name, y };
  });
  let foot = layout.bottom + heightOf({ modes: ["sync"] }) / 2;
  return pushed.toReversed().map((name) => {
    const y = Math.min(name.y, foot - heightOf(name) / 2);
    foot = y - heightOf(name) / 2;
    return { ...name, y };
  });
}

/** Modes of which every point is the same: one line. */
export interface CurveLine {
  readonly modes: readonly [PageMode, ...PageMode[]];
  /** From left to right; more than one part where a mode cannot run in between. */
  readonly parts: readonly (readonly LinePoint[])[];
}

export interface LinePoint {
  readonly value: number;
  readonly total: Milliseconds;
}

/** In the modes' order. */
export function linesOf(curve: Curve, modes: readonly PageMode[]): readonly CurveLine[] {
  const lines = new Map<string, CurveLine>();
  for (const mode of modes) {
    const parts = partsOf(curve, mode);
    if (parts.length === 0) continue;
    const key = JSON.stringify(parts);
    const [first, ...others] = lines.get(key)?.modes ?? [];
    lines.set(key, { modes: first === undefined ? [mode] : [first, ...others, mode], parts });
  }
  return [...lines.values()];
}

function partsOf(curve: Curve, mode: PageMode): readonly (readonly LinePoint[])[] {
  const parts: LinePoint[][] = [[]];
  for (const { value, totals } of curve) {
    const total = totals[mode];
    if (total === undefined) parts.push([]);
    else parts.at(-1)?.push({ value, total });
  }
  return parts.filter((part) => part.length > 0);
}
