import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import { firstOfTurn, turnOf } from "./turns.ts";

/** An idle loop has nothing to run; its bead takes about this long for one lap. */
const IDLE_LAP: Milliseconds = 2400;

/**
 * Where the heartbeat bead is on its track, in laps: the whole part is the turn of the loop, the fraction how much of
 * that turn has happened. While the loop waits (`isIdle`) the bead makes whole laps, so that the next turn begins at the
 * start; while somebody holds the thread it stands still.
 */
export function beadPhase(model: TraceModel, step: StepIndex, time: TraceTime, isIdle: boolean): number {
  const { trace } = model;
  if (step < 0 || trace.length === 0) return 0;
  const now = trace.timeAt(step);
  const next = step + 1 < trace.length ? trace.timeAt(step + 1) : now;
  if (isIdle && time > now && next > now) {
    const laps = Math.max(1, Math.round((next - now) / IDLE_LAP));
    return (laps * (time - now)) / (next - now);
  }
  const turn = turnOf(model, step);
  const first = firstOfTurn(model, turn);
  const last = firstOfTurn(model, turn + 1);
  return turn + (step - first + 1) / (last - first + 1);
}

/** What covers a part of the track, from and to as parts of it: the title, the corner's button. */
export type Cover = readonly [from: number, to: number];

/**
 * The place on the track, in laps, at which the bead shows a phase: it passes below what covers the track, but never
 * stands there. The laps of both are the same.
 */
export function uncovered(phase: number, covers: readonly Cover[]): number {
  const lap = Math.floor(phase);
  const free = 1 - covers.reduce((sum, [from, to]) => sum + to - from, 0);
  let place = (phase - lap) * free;
  for (const [from, to] of covers) if (place >= from) place += to - from;
  return lap + place;
}

/**
 * Where the bead goes from `shown` to get to `phase`: never more than a lap, on with the run or back against it. Whole
 * laps do not matter: they look the same.
 */
export function nearestPhase(shown: number, phase: number, isBackward: boolean): number {
  const ahead = (((phase - shown) % 1) + 1) % 1;
  return shown + (isBackward && ahead > 0 ? ahead - 1 : ahead);
}
