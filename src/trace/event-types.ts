import type { Milliseconds } from "#base/units.ts";

/**
 * WHAT happened, one event at a time. Every runner (simulated, live, Python) speaks these types and no others.
 * `task` is a task's name, or `main` for the main program; durations are ms. "Loop" rules are those of CPython's
 * asyncio (Lib/asyncio/base_events.py, tasks.py); "thread" rules are those of threading, multiprocessing.pool and
 * concurrent.futures. Order in the list = order of the numeric codes in stored traces: append only.
 */
export const EVENT_TYPES = [
  /** The loop begins to turn (`run_until_complete`). Emitted by: async. */
  "loop_start",
  /** The loop has stopped: one turn after the awaited main future was done (base_events `_run_until_complete_cb`). */
  "loop_stop",
  /** The program has ended. detail: `total_ms`, `error` if an exception ended it. Emitted by: every mode. */
  "run_end",
  /** The coroutine function was called; nothing of its body has run (PEP 492). Emitted by: async. */
  "coroutine_created",
  /** async: the task exists and its first step is queued (Task.__init__ -> call_soon). threads: the thread is made.
   *  pool: handed to the pool (detail `chunk` = number of its chunk, for map). */
  "task_created",
  /** Optional detail of the loop: the task's next step was appended to the ready queue (call_soon). */
  "task_ready",
  /** The task's first step runs. threads, pool: on `worker`. */
  "task_started",
  /** async: the task gives the thread back at an await. detail: `reason`, `ms`, `on`. */
  "task_suspended",
  /** async: the task's next step runs. detail: `with` = `cancel` or `error` if one is thrown in. */
  "task_resumed",
  /** The body returned. detail: `result`. */
  "task_done",
  /** The body raised. detail: `error`. */
  "task_failed",
  /** The body ended by cancellation (CancelledError), or a pool task was cancelled before it began. */
  "task_cancelled",
  /** A call that waits and keeps its thread begins / ends (`time.sleep`). detail: `ms`. */
  "blocking_start",
  "blocking_end",
  /** Computing begins / ends. detail: `ms` = its own computing time. */
  "cpu_start",
  "cpu_end",
  /** A request is made / is over for the client. detail: `ms`, `blocking`; end: `aborted`, `status`, `error`. */
  "request_start",
  "request_end",
  /** async, awaited: the request has left, one turn after `request_start` (the loop must look at the network). */
  "request_sent",
  /** Another body is run inside this task (`await coro()`). detail: `coroutine`. */
  "call_start",
  "call_end",
  /** A line of output. detail: `text`. */
  "print",
  /** Optional detail of the loop: a done-callback was appended to the ready queue (Future.__schedule_callbacks). */
  "callback_scheduled",
  /** A done-callback begins / ends / raises. detail: `callback` = its name; `error`. */
  "callback_called",
  "callback_end",
  "callback_failed",
  /** Task.cancel() was called. detail: `by` = request, a task's name, main, group, propagated, shutdown; `too_late`. */
  "cancel_requested",
  /** `on_cancel: continue`: the body swallowed the CancelledError. */
  "cancel_ignored",
  /** A deadline fired (asyncio.timeout). */
  "timeout_fired",
  /** `on_timeout: continue`: the body caught the TimeoutError. */
  "timeout_handled",
  /** A coroutine was made and thrown away: "was never awaited". */
  "never_awaited",
  /** The main program got one result. detail: `from`, `result` or `error`. */
  "result_received",
  /** The main program's wait is over. detail: `done`, `pending`, `results`, `error`, `finished`. */
  "wait_returned",
  /** Outside the program: the server works on the task's request. */
  "server_start",
  "server_end",
  /** Outside the loop's thread: a helper thread works for the task. */
  "offload_start",
  "offload_end",
  /** Optional detail of the loop: a timer of the task came due and completed its future. */
  "timer_fired",
  /** Optional: it begins to wait for the interpreter or a core. detail: `waits_for`. After `cpu_start`; when it got the
   *  one and still lacks the other; and where the scenario counts the cores, at the end of a wait. Emitted by: simulated,
   *  every mode. */
  "slice_wait",
  /** Optional: it goes on. detail: `core`, if it computes: that slice ends at the next `slice_end` or `cpu_end`. A step
   *  that nobody comes between has none, unless the scenario has a `machine`. */
  "slice_start",
  /** Optional: it is taken off the core, or off the interpreter, and wants to go on. detail: `core`, `waits_for`. */
  "slice_end",
  /** Optional, of no task: another program gets a core / loses it. detail: `program`, `core`. */
  "other_start",
  "other_end",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Who computes when, in slices of time: detail that no other runner than the simulator tells of. */
export const SLICE_TYPES: ReadonlySet<EventType> = new Set([
  "slice_wait",
  "slice_start",
  "slice_end",
  "other_start",
  "other_end",
]);

/** Why a task is suspended. `wait` = the main program's wait; `other` = an await the format does not name. */
export type SuspendReason =
  | "sleep"
  | "io"
  | "yield"
  | "limit"
  | "connection"
  | "join"
  | "wait"
  | "offload"
  | "other";

/** The facts that go with an event; which ones, the comment of its type says. */
export interface EventDetail {
  readonly ms?: Milliseconds;
  readonly reason?: SuspendReason;
  /** The task that is waited for. */
  readonly on?: string;
  readonly with?: "cancel" | "error";
  readonly text?: string;
  readonly result?: string;
  readonly error?: string;
  readonly callback?: string;
  readonly coroutine?: string;
  readonly by?: string;
  readonly too_late?: boolean;
  readonly aborted?: boolean;
  readonly blocking?: boolean;
  readonly status?: number;
  readonly from?: string;
  readonly done?: readonly string[];
  readonly pending?: readonly string[];
  readonly results?: readonly (string | { readonly error: string })[];
  readonly finished?: boolean;
  readonly chunk?: number;
  /** Number of a core, from 1. */
  readonly core?: number;
  /** What one that wants to compute lacks. */
  readonly waits_for?: "interpreter" | "core";
  /** Name of another program. */
  readonly program?: string;
  /** `cpu_start` of the main program: the task whose thread or process it makes. */
  readonly starts?: string;
  readonly total_ms?: Milliseconds;
}

/** One event as it stands in a trace file. */
export interface TraceEvent {
  /** ms since the run began; never decreases along a trace. */
  readonly t_ms: Milliseconds;
  /** Iteration of the event loop (async; not on events from outside). */
  readonly turn?: number;
  readonly type: EventType;
  readonly task?: string;
  /** threads, pool: number of the worker thread, from 1. */
  readonly worker?: number;
  readonly detail?: EventDetail;
}
