import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";

/** An idle loop has nothing to run; its bead takes about this long for one lap. */
const IDLE_LAP: Milliseconds = 2400;

/**
 * Where the heartbeat bead is on its track, in laps: the whole part is the turn of the loop, the fraction how much of
 * that turn has happened. While the loop waits the bead makes whole laps, so that the next turn begins at the start.
 */
export function beadPhase(model: TraceModel, step: StepIndex, time: TraceTime): number {
  const { trace } = model;
  if (step < 0 || trace.length === 0) return 0;
  const now = trace.timeAt(step);
  const next = step + 1 < trace.length ? trace.timeAt(step + 1) : now;
  if (time > now && next > now) {
    const laps = Math.max(1, Math.round((next - now) / IDLE_LAP));
    return (laps * (time - now)) / (next - now);
  }
  const turn = turnOf(model, step);
  const first = firstOfTurn(model, turn);
  const last = firstOfTurn(model, turn + 1);
  return turn + (step - first + 1) / (last - first + 1);
}

/** The turn in which an event happens; an event from outside belongs to the turn before it. */
function turnOf({ trace }: TraceModel, step: StepIndex): number {
  for (let k = step; k >= 0; k--) if (trace.turnAt(k) >= 0) return trace.turnAt(k);
  return 0;
}

/** Turns never go back along a trace: the first event whose turn is `turn` or later. */
function firstOfTurn(model: TraceModel, turn: number): StepIndex {
  let low = 0;
  let high = model.trace.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (turnOf(model, middle) >= turn) high = middle;
    else low = middle + 1;
  }
  return low;
}
