import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { TaskId } from "../trace.ts";

/**
 * What was measured in a live run beside its events. All moments are on the trace's clock (ms since the run began),
 * read from clocks that count in steps of `clockStep`: finer than that, nothing can be said.
 */
export interface Measurement {
  readonly transport: LiveTransport;
  readonly clockStep: Milliseconds;
  readonly heartbeats: readonly Heartbeat[];
  /** In order of being sent. */
  readonly requests: readonly MeasuredRequest[];
  readonly workers: readonly MeasuredWorker[];
}

/** `network`: real requests to the mock server; `sleep`: real blocking without a network, where that cannot be had. */
export type LiveTransport = "network" | "sleep";

/** The ticks of a timer inside a worker: while the worker is blocked there are none. */
export interface Heartbeat {
  /** Number of the worker as in the events; 0 = the one thread of sync and async. */
  readonly worker: number;
  /** How far apart the ticks are meant to be. */
  readonly period: Milliseconds;
  /** Ascending. */
  readonly ticks: readonly TraceTime[];
}

/** The way of one request; what has not happened (yet) is absent. */
export interface MeasuredRequest {
  readonly task: TaskId;
  /** How long the server was asked to take. */
  readonly asked: Milliseconds;
  /** The client sends it; by the worker's clock. */
  readonly sent: TraceTime;
  /** The handler has it, a server thread takes it up, the handler is done; by the page's clock. */
  readonly entered?: TraceTime;
  readonly takenUp?: TraceTime;
  readonly left?: TraceTime;
  /** The client has the whole answer, or has given up; by the worker's clock. */
  readonly received?: TraceTime;
  /** True when the client gave up (its own timeout, a cancellation): then `received` is before any answer, and `left` may come later. */
  readonly gaveUp?: boolean;
}

/** A dedicated worker that took part. */
export interface MeasuredWorker {
  readonly worker: number;
  /** From asking for it to its first word; before the run began. */
  readonly startup: Milliseconds;
  /** Whether it was there already, left over from a run before. */
  readonly reused: boolean;
}
