import type { CssPixels } from "#base/units.ts";

/** What a legend's entries take up, and what there is to put them in. */
export interface LegendRoom {
  /** Of each entry, and what of it is a note that can be left out. */
  readonly entries: readonly { readonly width: CssPixels; readonly note: CssPixels }[];
  readonly gap: CssPixels;
  readonly width: CssPixels;
  readonly rows: number;
  /** Of the button that leads to the entries that have no room. */
  readonly more: CssPixels;
}

export interface LegendFit {
  readonly notes: boolean;
  /** So many entries are shown; the others are behind a button. */
  readonly count: number;
}

/** Notes go before entries do; no entry is cut, and none is left out without the button that leads to it. */
export function fitLegend({ entries, gap, width, rows, more }: LegendRoom): LegendFit {
  const fits = (widths: readonly CssPixels[]) => rowsOf(widths, gap, width) <= rows;
  const count = entries.length;
  if (fits(entries.map((entry) => entry.width))) return { notes: true, count };
  const bare = entries.map((entry) => entry.width - entry.note);
  if (fits(bare)) return { notes: false, count };
  let shown = count - 1;
  while (shown > 0 && !fits([...bare.slice(0, shown), more])) shown--;
  return { notes: false, count: shown };
}

/** How many rows boxes take that wrap. */
function rowsOf(widths: readonly CssPixels[], gap: CssPixels, width: CssPixels): number {
  let rows = 1;
  let taken = 0;
  for (const each of widths) {
    const after = taken === 0 ? each : taken + gap + each;
    if (after <= width) taken = after;
    else [rows, taken] = [rows + 1, each];
  }
  return rows;
}
