import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { LiveTransport, Measurement } from "#trace/measurement/measurement.ts";
import type { Trace } from "#trace/trace.ts";

/** Runs scenarios in this browser. It owns the workers; there is at most one run at a time. */
export interface LiveSession {
  readonly transport: LiveTransport;
  /** Begins a run and returns how to cancel it. Throws a TypeError for a scenario that has obstacles. */
  start(scenario: Scenario, listener: LiveListener): (reason: CancelReason) => void;
  /** Ends every worker. */
  close(): void;
}

/** `visitor`: asked for; `hidden`: the tab went to the background, where timers are throttled and nothing is valid. */
export type CancelReason = "visitor" | "hidden";

/** Hears about a run: any number of `grew`, then one of the others, then nothing. */
export interface LiveListener {
  grew(report: LiveReport): void;
  /** All is over, or the run was cancelled: the trace is complete and ends with `run_end`. */
  ended(report: LiveReport): void;
  failed(message: string): void;
}

/** What is known so far. While the run goes on, `trace.end` is now. */
export interface LiveReport {
  readonly trace: Trace;
  readonly measurement: Measurement;
  /** Wall time since the run began. */
  readonly elapsed: Milliseconds;
}

/** Why there is no network in Live here; each has its own message. */
export type Unavailability =
  /** Not https and not localhost: browsers give no service worker to such a page. */
  | "insecure_context"
  | "no_service_worker"
  /** Cookies and site data are blocked. */
  | "storage_blocked"
  /** The page is registered and yet not controlled: developer tools' "Bypass for network", or a hard reload. */
  | "bypassed"
  /** The worker's script cannot be loaded: a host that does not serve it where the page expects it. */
  | "script_missing"
  | "registration_hangs"
  | "registration_failed"
  /** It seemed to start, and then a request of the page, or of a worker, was not answered by our server. */
  | "page_not_answered"
  | "worker_not_answered";

/** What came of the attempt to get Live ready. */
export type Opening =
  | { readonly ok: true; readonly session: LiveSession }
  | {
      readonly ok: false;
      readonly reason: Unavailability;
      /** In the browser's words, for whoever looks closer. */
      readonly detail: string;
      /** Threads without network, where shared memory can block a worker. */
      readonly fallback: LiveSession | undefined;
    };

/** Something in a scenario that this browser cannot do for real. */
export interface LiveObstacle {
  readonly code: LiveObstacleCode;
  /** Where, as in a `Problem`: `tasks[1].steps[0].kind`. */
  readonly path: string;
  readonly found: string;
  /** What would do, where there is something to say: a bound. */
  readonly allowed?: string;
}

export type LiveObstacleCode =
  | "too_many_workers"
  | "too_many_requests"
  | "delay_too_short"
  | "delay_too_long"
  /** Threads of one interpreter share its lock; workers of a browser compute at the same time. */
  | "computing_in_threads"
  | "no_processes"
  /** A kind of step, wait or setting that only the simulation does. */
  | "not_in_a_browser";
