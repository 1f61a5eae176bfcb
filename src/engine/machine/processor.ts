import type { Milliseconds } from "#base/units.ts";
import type { EventDetail } from "#trace/event-types.ts";

/** What befalls one that computes: it begins to wait for its turn, it goes on, it is taken off. */
export type SliceEvent = "slice_wait" | "slice_start" | "slice_end";

/** A stretch of computing that a thread is about to do. */
export interface Computing {
  /** How long it takes if nobody comes between. */
  readonly ms: Milliseconds;
  /** Who computes. One that begins again at the moment at which it has ended goes on in the same slice. */
  readonly thread: object;
  /** Among those that end at one moment, the lowest ends first. */
  readonly rank: number;
  onEnd(): void;
  /** Told of its slices, if anybody wants to know. */
  tell?(type: SliceEvent, detail: EventDetail): void;
}

/** Who may compute when. It has no clock of its own: it is told what time it is, and says when it will do something. */
export interface Processor {
  /** Whether somebody of our program computes, or waits to. */
  readonly isComputing: boolean;
  start(now: Milliseconds, computing: Computing): void;
  /** When the next thing happens if nobody joins; Infinity when nothing will. */
  nextEvent(): Milliseconds;
  /** Lets the one thing happen that is due at `now`. */
  happen(now: Milliseconds): void;
}

/** A run with more changes than a trace can show: it is simulated again, with computing shared out evenly. */
export class TooManySwitches extends Error {
  override readonly name = "TooManySwitches";
}
