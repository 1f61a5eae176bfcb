import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLegend, type LegendRoom } from "./fit-legend.ts";

const entry = (width: number, note = 0) => ({ width, note });
const room = (width: number, more: Partial<LegendRoom> = {}): LegendRoom => ({
  entries: [entry(80), entry(120, 50), entry(60), entry(60)],
  ...{ gap: 10, width, rows: 1, more: 30 },
  ...more,
});

describe("a legend", () => {
  it("shows all of its entries with their notes where there is room", () => {
    expect(fitLegend(room(350))).toEqual({ notes: true, count: 4 });
  });

  it("gives up notes before entries", () => {
    expect(fitLegend(room(349))).toEqual({ notes: false, count: 4 });
  });

  it("leaves out the last entries where even that does not do, and keeps room for the way to them", () => {
    expect(fitLegend(room(299))).toEqual({ notes: false, count: 3 });
    expect(fitLegend(room(259))).toEqual({ notes: false, count: 2 });
    expect(fitLegend(room(20))).toEqual({ notes: false, count: 0 });
  });

  it("uses a second row where there is one", () => {
    expect(fitLegend(room(210, { rows: 2 }))).toEqual({ notes: true, count: 4 });
  });

  it("never lets what is shown take more than its room", () => {
    const widths = fc.array(
      fc.record({ width: fc.integer({ min: 40, max: 150 }), note: fc.integer({ min: 0, max: 39 }) }),
    );
    fc.assert(
      fc.property(widths, fc.integer({ min: 0, max: 900 }), (entries, width) => {
        const { notes, count } = fitLegend(room(width, { entries }));
        const shown = entries.slice(0, count).map((each) => (notes ? each.width : each.width - each.note));
        if (count < entries.length) shown.push(30);
        const taken = shown.reduce((sum, each) => sum + each, 0) + 10 * Math.max(0, shown.length - 1);
        if (count > 0) expect(taken).toBeLessThanOrEqual(width);
      }),
    );
  });
});
