import { tickInterval } from "#base/ticks.ts";
import type { CssPixels, Milliseconds } from "#base/units.ts";
import { PAGE_MODES, type PageMode } from "#scenario/page-mode.ts";
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

/** A line's name at its right end; modes that end at the same height share one. */
export interface LineName {
  readonly modes: readonly PageMode[];
  readonly y: CssPixels;
}

/** Names in order from top to bottom, none nearer to another than `gap`, as near to their lines as that allows. */
export function placeNames(curve: Curve, layout: ChartLayout, gap: CssPixels): readonly LineName[] {
  const last = curve.at(-1);
  if (last === undefined) return [];
  const groups = new Map<Milliseconds, PageMode[]>();
  for (const mode of PAGE_MODES) {
    const total = last.totals[mode];
    if (total !== undefined) groups.set(total, [...(groups.get(total) ?? []), mode]);
  }
  const names = [...groups]
    .map(([total, modes]) => ({ modes, y: layout.y(total) }))
    .sort((a, b) => a.y - b.y);
  const placed: LineName[] = [];
  for (const name of names) placed.push({ ...name, y: Math.max(name.y, (placed.at(-1)?.y ?? -gap) + gap) });
  let most = layout.bottom;
  for (let k = placed.length - 1; k >= 0; k--) {
    const name = placed[k] as LineName;
    placed[k] = { ...name, y: Math.min(name.y, most) };
    most = Math.min(name.y, most) - gap;
  }
  return placed;
}

/** The points of one mode's line, from left to right; a gap where it cannot run. */
export function linesOf(
  curve: Curve,
  mode: PageMode,
): readonly (readonly { value: number; total: Milliseconds }[])[] {
  const lines: { value: number; total: Milliseconds }[][] = [[]];
  for (const { value, totals } of curve) {
    const total = totals[mode];
    if (total === undefined) lines.push([]);
    else lines.at(-1)?.push({ value, total });
  }
  return lines.filter((line) => line.length > 0);
}
