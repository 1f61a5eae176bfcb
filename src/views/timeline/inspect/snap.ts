import { lowerBound } from "#base/binary-search.ts";
import { type CssPixels, type TraceTime, traceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import type { Position, TimeScale } from "../time-scale.ts";

/**
 * The position under x, or the nearest instant if one is at most `reach` away: coming from its right, all of it has
 * happened; coming from its left, on an axis that magnifies it, only its first event has. Inside a magnified instant
 * every position is an event anyway. O(log n).
 */
export function snap(model: TraceModel, scale: TimeScale, x: CssPixels, reach: CssPixels): Position {
  const here = scale.positionAt(x);
  const { instants } = model;
  const next = lowerBound(instants, here.time);
  const isAtInstant = instants[next] === here.time;
  if (scale.magnified && isAtInstant && here.step < lastStepAt(model, here.time)) return here;
  const left = instantAt(model, isAtInstant ? next : next - 1);
  const right = instantAt(model, isAtInstant ? next + 1 : next);
  const candidates = [
    left !== undefined && place(scale, { time: left, step: lastStepAt(model, left) }, x),
    right !== undefined && {
      position: { time: right, step: scale.magnified ? firstStepAt(model, right) : lastStepAt(model, right) },
      away: scale.eventX(firstStepAt(model, right)) - x,
    },
  ].filter((candidate) => candidate !== false);
  const [nearest, other] = candidates;
  const best = nearest && other && other.away < nearest.away ? other : nearest;
  return best && best.away <= reach ? best.position : here;
}

const place = (scale: TimeScale, position: Position, x: CssPixels) => ({
  position,
  away: Math.abs(x - scale.x(position)),
});

const instantAt = ({ instants }: TraceModel, index: number): TraceTime | undefined => {
  const time = instants[index];
  return time === undefined ? undefined : traceTime(time);
};

const lastStepAt = (model: TraceModel, time: TraceTime): StepIndex => model.stepAtTime(time);

/** The first event of an instant. */
function firstStepAt({ trace }: TraceModel, time: TraceTime): StepIndex {
  let low = 0;
  let high = trace.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (trace.timeAt(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
