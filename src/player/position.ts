import { type TraceTime, traceTime } from "#base/units.ts";
import { stepAtTime } from "#trace/step-at-time.ts";
import type { Track } from "./player-types.ts";

/** Where the playhead stands: `timeAt(step) <= currentTime <= timeAt(step + 1)`, where those exist. */
export interface Position {
  readonly currentTime: TraceTime;
  readonly step: number;
}

/** Before the first event; at 0, or at the first event if that comes even earlier. */
export function startOf(track: Track): Position {
  return { currentTime: traceTime(track.length === 0 ? 0 : Math.min(0, track.timeAt(0))), step: -1 };
}

/** After the last event, when all is over. */
export function endOf(track: Track): Position {
  return { currentTime: track.end, step: track.length - 1 };
}

export function isAtEnd(track: Track, { currentTime, step }: Position): boolean {
  return step === track.length - 1 && currentTime >= track.end;
}

/** Right after an event; before all of them for -1. Steps outside the track count as its nearest. */
export function atStep(track: Track, step: number): Position {
  const nearest = Math.max(-1, Math.min(Math.trunc(step), track.length - 1));
  return nearest < 0 ? startOf(track) : { currentTime: track.timeAt(nearest), step: nearest };
}

/** At a time, after all of its events, or after `step` if that is one of the positions which this time has. */
export function atTime(track: Track, time: TraceTime, step?: number): Position {
  const currentTime = traceTime(
    Math.max(startOf(track).currentTime, Math.min(time, endOf(track).currentTime)),
  );
  const last = stepAtTime(track, currentTime);
  if (step === undefined) return { currentTime, step: last };
  return { currentTime, step: Math.max(lastBefore(track, currentTime), Math.min(Math.trunc(step), last)) };
}

/** The end of the next instant at which something happens. */
export function nextMoment(track: Track, { step }: Position): Position {
  return step + 1 < track.length ? atTime(track, track.timeAt(step + 1)) : endOf(track);
}

/** The end of the last instant that was complete before this position was reached. */
export function previousMoment(track: Track, { currentTime, step }: Position): Position {
  const isBetween = step >= 0 && currentTime > track.timeAt(step);
  return atStep(track, isBetween ? step : lastBefore(track, currentTime));
}

/**
 * Whether slow motion stops at the time of an event before that happens: time has passed to get there, while an event
 * loop waited in `select`.
 */
export function isStopBefore(track: Track, step: number): boolean {
  return (
    step > 0 &&
    step < track.length &&
    track.timeAt(step) > track.timeAt(step - 1) &&
    (track.turnAt(step) >= 0 || track.turnAt(step - 1) >= 0)
  );
}

/** One event on or back (`delta` = 1 or -1) with the stops that slow motion makes in between. */
export function neighbourInSlowMotion(
  track: Track,
  { currentTime, step }: Position,
  delta: 1 | -1,
): Position {
  const isBetween = step >= 0 && currentTime > track.timeAt(step);
  if (delta === 1) {
    const next = step + 1;
    const stops = isStopBefore(track, next) && currentTime < track.timeAt(next);
    return stops ? { currentTime: track.timeAt(next), step } : atStep(track, next);
  }
  if (isBetween) return atStep(track, step);
  return isStopBefore(track, step) ? { currentTime, step: step - 1 } : atStep(track, step - 1);
}

/** How many events share an event's instant. */
export function eventsInInstant(track: Track, step: number): number {
  const time = track.timeAt(step);
  return stepAtTime(track, time) - lastBefore(track, time);
}

/** The last event before `time`; -1 = none. */
function lastBefore(track: Track, time: TraceTime): number {
  let low = 0;
  let high = track.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (track.timeAt(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
