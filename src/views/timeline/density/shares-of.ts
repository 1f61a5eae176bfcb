import type { TraceModel } from "#trace/model-types.ts";
import { sumTimeShares, type TimeShares } from "#trace/time-shares/time-shares.ts";
import type { LaneOrder } from "../lane-order.ts";

interface Known {
  readonly order: LaneOrder;
  readonly shares: TimeShares;
}

/** More pieces than a screen has pixels: zoomed in further than that, lanes are shown one by one. */
const BINS = 2048;

/** All lanes in the plot, with the minimap below them and without it, and the minimap's own. */
const MOST_KNOWN = 3;

const known = new WeakMap<TraceModel, Map<number, Known>>();

/** The shares of the lanes in `most` rows, remembered for each number of rows while the lanes keep their order. */
export function sharesOf(model: TraceModel, order: LaneOrder, most: number): TimeShares {
  const ofModel = known.get(model) ?? new Map<number, Known>();
  known.set(model, ofModel);
  const before = ofModel.get(most);
  if (before?.order === order) return before.shares;
  const shares = sumTimeShares(model, order, most, BINS);
  if (ofModel.size >= MOST_KNOWN && !before) ofModel.delete(ofModel.keys().next().value as number);
  ofModel.set(most, { order, shares });
  return shares;
}
