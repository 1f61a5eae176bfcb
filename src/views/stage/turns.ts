import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";

/** Whether the turns of a loop were counted; a browser does not count those of its own. */
export const hasTurns = ({ trace }: TraceModel): boolean => trace.length > 0 && trace.turnAt(0) >= 0;

/** The turn in which an event happens; an event from outside belongs to the turn before it. */
export function turnOf(model: TraceModel, step: StepIndex): number {
  return Math.max(0, model.trace.turnAt(Math.max(0, lastInTurn(model, step))));
}

/** The last event up to `step` that the loop itself made; -1 = none. */
export function lastInTurn({ trace }: TraceModel, step: StepIndex): StepIndex {
  let k = Math.min(step, trace.length - 1);
  while (k >= 0 && trace.turnAt(k) < 0) k--;
  return k;
}

/** The next event after `step` that the loop itself makes; the trace's length when there is none. */
export function nextInTurn({ trace }: TraceModel, step: StepIndex): StepIndex {
  let k = step + 1;
  while (k < trace.length && trace.turnAt(k) < 0) k++;
  return k;
}

/**
 * Turns never go back along a trace: the first event whose turn is `turn` or later. Events from outside, of which there
 * can be thousands in a row, are looked at once at most.
 */
export function firstOfTurn({ trace }: TraceModel, turn: number): StepIndex {
  if (turn <= 0) return 0;
  let low = 0;
  let high = trace.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    let k = middle;
    while (k >= low && trace.turnAt(k) < 0) k--;
    if (k >= low && trace.turnAt(k) >= turn) high = k;
    else low = middle + 1;
  }
  return low;
}
