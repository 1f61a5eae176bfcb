import { upperBound } from "#base/binary-search.ts";
import type { Milliseconds } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import type { ThreadTrack } from "./thread-track.ts";
import type { Position } from "./time-scale.ts";

/** How many threads, or how much time of threads. */
export interface Held {
  readonly running: number;
  readonly blocked: number;
}

/** How many of some threads are held, all through a run. */
export interface HeldThreads {
  /** How many threads there are to hold. */
  readonly threads: number;
  at(step: StepIndex): Held;
  /** Time for which threads were held up to a position, in ms, that of all threads added up. */
  timeUntil(position: Position): Held;
}

/** Counts the holds of these threads. O(events + holds), so it is made when it is asked for. */
export function heldThreadsOf(model: TraceModel, tracks: readonly ThreadTrack[]): HeldThreads {
  const { trace } = model;
  const changes = countChanges(model, tracks);
  const running = new Uint16Array(changes.count);
  const blocked = new Uint16Array(changes.count);
  const runningTime = new Float64Array(changes.count);
  const blockedTime = new Float64Array(changes.count);
  const steps = new Uint32Array(changes.count);
  let held = { running: 0, blocked: 0 };
  let since = { time: 0, running: 0, blocked: 0 };
  for (let step = 0, k = 0; k < steps.length; step++) {
    const [more, moreBlocked] = [changes.running[step] as number, changes.blocked[step] as number];
    if (more === 0 && moreBlocked === 0) continue;
    const time = trace.timeAt(step);
    since = { time, ...grown(since, held, time - since.time) };
    held = { running: held.running + more, blocked: held.blocked + moreBlocked };
    steps[k] = step;
    running[k] = held.running;
    blocked[k] = held.blocked;
    runningTime[k] = since.running;
    blockedTime[k] = since.blocked;
    k++;
  }
  const heldIn = (k: number): Held => ({ running: running[k] ?? 0, blocked: blocked[k] ?? 0 });
  return {
    threads: tracks.length,
    at: (step) => heldIn(upperBound(steps, step) - 1),
    timeUntil: ({ time, step }) => {
      const k = upperBound(steps, step) - 1;
      if (k < 0) return { running: 0, blocked: 0 };
      const sum = { running: runningTime[k] as number, blocked: blockedTime[k] as number };
      return grown(sum, heldIn(k), time - trace.timeAt(steps[k] as StepIndex));
    },
  };
}

const grown = (sum: Held, held: Held, elapsed: Milliseconds): Held => ({
  running: sum.running + held.running * elapsed,
  blocked: sum.blocked + held.blocked * elapsed,
});

/** By step, by how much the numbers change there; and at how many steps they do before the end. */
function countChanges(model: TraceModel, tracks: readonly ThreadTrack[]) {
  const { length } = model.trace;
  const running = new Int16Array(length + 1);
  const blocked = new Int16Array(length + 1);
  for (const track of tracks) {
    for (let k = 0; k < track.count; k++) {
      const changes = track.isBlocked(k) ? blocked : running;
      const [from, to] = [track.from(k), track.to(k)];
      changes[from] = (changes[from] as number) + 1;
      changes[to] = (changes[to] as number) - 1;
    }
  }
  let count = 0;
  for (let step = 0; step < length; step++) if (running[step] !== 0 || blocked[step] !== 0) count++;
  return { running, blocked, count };
}
