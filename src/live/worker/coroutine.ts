import type { EventDetail } from "#trace/event-types.ts";
import type { Raised } from "./raised.ts";

/** Goes on with what waits, once: with an exception, or without. Called again, it does nothing. */
export type Wake = (error?: Raised) => void;

/** What a coroutine waits for. */
export interface Awaiting {
  /** The facts of `task_suspended`. */
  readonly suspension: EventDetail;
  /** Begins the waiting; returns how to give it up. */
  begin(wake: Wake): () => void;
}

/**
 * The body of a coroutine: a generator that gives its thread back at every `yield`. An `async function` would do, but
 * between its end and its caller's going on others may run, and the trace must say who holds the thread.
 */
export type Coroutine = Generator<Awaiting, void, void>;
