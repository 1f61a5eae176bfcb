import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { EventType } from "#trace/event-types.ts";
import type { HoldPoints } from "./hold-points.ts";
import type { Tempo } from "./tempo.ts";

/** What a player plays: moments in ascending order. A `Trace` is one. */
export interface Track {
  readonly length: number;
  /** Where it ends: at its last moment, or later. */
  readonly end: TraceTime;
  timeAt(index: number): TraceTime;
  /** What happens there: it decides how long playing stays. */
  typeAt(index: number): EventType;
  /**
   * Of several runs side by side, how long each is; absent = this is one run. Nothing flies there: playing does not stay
   * at events, and time passes evenly.
   */
  readonly lengths?: readonly Milliseconds[];
  /** Turn of an event loop; -1 = none. */
  turnAt(index: number): number;
}

/** (currentTime, step) is the position: `step` is the last event that has happened (-1 = none yet). */
export interface PlayerState extends Tempo {
  readonly track: Track;
  readonly currentTime: TraceTime;
  readonly step: number;
  /** `held` = playing came to a hold point and waits for whoever watches. */
  readonly status: "paused" | "playing" | "held" | "ended";
  readonly holds: HoldPoints;
  /** Trace ms per real ms, 0.1 to 16. */
  readonly playbackRate: number;
  readonly loop: boolean;
  /** How the position was last reached: views animate `flow` (play, single step) and jump on `jump` (seek, load). */
  readonly arrival: "flow" | "jump";
}

/**
 * WHEN we look. Moves the playhead over a track; draws nothing and owns no clock: whoever has a frame loop calls
 * `tick`. Inside a busy instant trace time stands still while the player visits its steps one by one.
 */
export interface Player {
  getState(): PlayerState;
  subscribe(listener: (state: PlayerState, previous: PlayerState) => void): () => void;
  /** Puts in another track, paused at its beginning, or at the given position, which may be its end. */
  load(track: Track, at?: { readonly time: TraceTime; readonly step?: number }): void;
  /** Puts in the same track grown longer. A playhead at its end goes along with the end; elsewhere it stays. */
  extend(track: Track): void;
  /** From the end, play starts again from the beginning. */
  play(): void;
  pause(): void;
  toggle(): void;
  /** One event on or back (delta in events); pauses. */
  stepBy(delta: number): void;
  /** To the end of the next / previous instant at which something happens; pauses. */
  nextMoment(): void;
  previousMoment(): void;
  /** To a time (all of its events have happened) or to one step inside it. Keeps playing if it was. */
  seek(time: TraceTime, step?: number): void;
  seekStep(step: number): void;
  toStart(): void;
  toEnd(): void;
  /**
   * Plays from here to a position and pauses there; a long way is played faster, so that nobody waits long. Back, or when
   * it is on its way there already, it seeks. Whatever else moves or pauses the playhead ends it.
   */
  playTo(time: TraceTime, step: number): void;
  /** Clamped to 0.1 … 16. */
  setPlaybackRate(rate: number): void;
  setLoop(loop: boolean): void;
  setSlowMotion(slowMotion: boolean): void;
  /** Steps of the present track at which playing comes to rest. */
  setHolds(holds: HoldPoints): void;
  /** Lets `elapsed` real ms pass. Returns true while it wants to be called again. */
  tick(elapsed: Milliseconds): boolean;
}
