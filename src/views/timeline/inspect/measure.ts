import type { TraceModel } from "#trace/model-types.ts";
import type { Position } from "../time-scale.ts";

/** What is measured: nothing; a stretch that was dragged; or from a mark to wherever the playhead is. */
export type Measure =
  | { readonly kind: "none" }
  | { readonly kind: "dragged"; readonly from: Position; readonly to: Position }
  | { readonly kind: "marked"; readonly from: Position };

export const NOTHING_MEASURED: Measure = { kind: "none" };

/** A stretch of the run, from the earlier end to the later one. */
export interface MeasuredRange {
  readonly from: Position;
  readonly to: Position;
}

/** The stretch that is measured while the playhead is at a position. */
export function rangeOf(measure: Measure, playhead: Position): MeasuredRange | undefined {
  if (measure.kind === "none") return undefined;
  const to = measure.kind === "dragged" ? measure.to : playhead;
  return isAfter(measure.from, to) ? { from: to, to: measure.from } : { from: measure.from, to };
}

/** How long a stretch takes, in ms, and how many events happen in it: after its beginning, up to and with its end. */
export function extentOf(range: MeasuredRange): { readonly ms: number; readonly events: number } {
  return { ms: range.to.time - range.from.time, events: range.to.step - range.from.step };
}

const isAfter = (a: Position, b: Position) => (a.time === b.time ? a.step > b.step : a.time > b.time);

/** Sets the mark at the playhead, or takes away what is measured. */
export const toggleMark = (measure: Measure, playhead: Position): Measure =>
  measure.kind === "none" ? { kind: "marked", from: playhead } : NOTHING_MEASURED;

/** Keeps what is measured inside a run: another one may be shorter. */
export function measureIn(measure: Measure, { trace, total }: TraceModel): Measure {
  const fits = ({ time, step }: Position) => time <= total && step < trace.length;
  switch (measure.kind) {
    case "none":
      return measure;
    case "marked":
      return fits(measure.from) ? measure : NOTHING_MEASURED;
    case "dragged":
      return fits(measure.from) && fits(measure.to) ? measure : NOTHING_MEASURED;
  }
}
