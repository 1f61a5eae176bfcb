import type { Milliseconds } from "#base/units.ts";

/**
 * WHAT to run: the one public input of Loopscope. The form edits it, a link carries it, lessons are written in it,
 * tests feed it. All times are whole milliseconds; an absent field means the default named beside it. A field that
 * belongs to another mode is kept and has no effect, so that switching the mode never loses anything. The manual of the
 * format is `FORMAT.md`; `parse-scenario.ts` checks an input against it.
 */
export interface Scenario {
  /** Version of this format. Absent = 1. */
  readonly version?: 1;
  readonly id?: string;
  readonly title?: string;
  readonly family?: string;
  readonly mode: Mode;
  readonly tasks: readonly TaskSpec[];
  /** pool: number of worker threads (required there). */
  readonly workers?: number;
  /** pool: `chunks` (default; `Pool.map`, consecutive tasks travel together) or `single`. */
  readonly dispatch?: "chunks" | "single";
  /** pool with chunks: tasks per chunk. Default ceil(tasks / (4 * workers)), as in `multiprocessing.pool`. */
  readonly chunk_size?: number;
  /** pool: how the caller gets the results. `all` (default) at the end; the other two need `dispatch: single`. */
  readonly collect?: "all" | "in_order" | "as_done";
  /** async: `in_main` (default; a main coroutine makes the tasks) or `before_loop` (tasks first, then the loop). */
  readonly create?: "in_main" | "before_loop";
  /** async: how the main program waits. Default `{ style: "gather" }`. */
  readonly wait?: WaitSpec;
  /** async: how many task bodies (`tasks`) or requests (`connections`) may be under way at a time. */
  readonly limit?: { readonly tasks?: number; readonly connections?: number };
  /** How many requests the server handles at a time, first come first served. Absent = any number. */
  readonly server?: { readonly workers?: number };
  /** async: size of the helper thread pool for offloaded calls. Default 32. */
  readonly offload_workers?: number;
  /** async: cancellations from outside. `at_ms: 0` = by the main program right after making the tasks. */
  readonly cancels?: readonly { readonly task: string; readonly at_ms: Milliseconds }[];
  /** What the program runs on. Absent = a computer with a core for whoever computes, and CPython as it is by default. */
  readonly machine?: MachineSpec;
}

/**
 * `sync` one thread, one task after the other; `threads` one thread per task; `pool`; `async` an event loop;
 * `processes` one process per task (`multiprocessing.Process`), each with an interpreter of its own.
 */
export type Mode = "sync" | "threads" | "pool" | "async" | "processes";

/**
 * The computer and the interpreter. It matters only to who computes: waiting takes no core, and a line that takes no time
 * waits for none.
 */
export interface MachineSpec {
  /** How many threads compute at the same instant. Absent = as many as want to. */
  readonly cores?: number;
  /**
   * How long who computes keeps the core, and the interpreter, once somebody else waits for it. Default 5, which is
   * CPython's `sys.getswitchinterval()`.
   */
  readonly time_slice_ms?: Milliseconds;
  /** Threads of one process share one interpreter. Default true; false = a free-threaded build (PEP 703). */
  readonly interpreter_lock?: boolean;
  /** threads: how long the main program computes to make a thread. Default 0. */
  readonly thread_start_ms?: Milliseconds;
  /** processes: how long the main program computes to make a process. Default 0. */
  readonly process_start_ms?: Milliseconds;
  /** How long a core is nobody's when it goes from one thread to another. Default 0. */
  readonly switch_ms?: Milliseconds;
  /** Programs that always want to compute, beside ours. */
  readonly other_programs?: readonly OtherProgramSpec[];
}

/** A program that is not ours. The name is a label: two may share one. */
export interface OtherProgramSpec {
  readonly name: string;
}

/** One task: a name, a label, and what its body does. It prints `begin NAME` first and `end NAME` last. */
export interface TaskSpec {
  /** Unique; `main` is reserved for the main program. */
  readonly name: string;
  /** A label only: nothing is fetched by simulating. */
  readonly url?: string;
  readonly steps: readonly Step[];
  /** What the body returns. Default `result of NAME`. */
  readonly result?: string;
  /** Done-callbacks in order of registration; they run in async, and in a pool with `collect: as_done`. */
  readonly callbacks?: readonly CallbackSpec[];
  /** Steps that run last whatever happened: done, failed, cancelled (a `finally` block). */
  readonly cleanup?: readonly Step[];
  /** async: deadline on the whole body. */
  readonly timeout_ms?: Milliseconds;
  /** async: `stop` (default), or `continue`: the interrupted step ends and the next step follows. */
  readonly on_cancel?: "stop" | "continue";
}

/** Blocks for `ms`, then reads and prints the task's result (raises if there is none), then raises `fail`. */
export interface CallbackSpec {
  readonly name: string;
  readonly ms?: Milliseconds;
  readonly reads_result?: boolean;
  readonly fail?: string;
}

/**
 * async: deadline on one step; `fail` (default) lets the TimeoutError out, `continue` goes on with the next step. In the
 * other modes only `io` takes notice, as the client's own timeout. `on_timeout` needs `timeout_ms`.
 */
export interface StepDeadline {
  readonly timeout_ms?: Milliseconds;
  readonly on_timeout?: "fail" | "continue";
}

export type Step = StepDeadline &
  (
    | SleepStep
    | IoStep
    | BlockingStep
    | CpuStep
    | FailStep
    | PrintStep
    | SpawnStep
    | JoinStep
    | CallStep
    | CancelStep
  );

/** Blocks the thread; in async it suspends (`ms: 0` only gives up the turn). `no_await`: forgotten, nothing happens. */
export interface SleepStep {
  readonly kind: "sleep";
  readonly ms?: Milliseconds;
  readonly how?: "no_await";
}

/** A request on which the server works for `ms`. */
export interface IoStep {
  readonly kind: "io";
  readonly ms?: Milliseconds;
  /** async: absent = awaited; `blocking` = a client that blocks; `await_blocking` = the same behind an `await`. */
  readonly how?: "no_await" | "blocking" | "await_blocking";
  /**
   * What comes back after `ms`: a status (default 200; 404 and 500 are answers, not exceptions, as in requests and
   * aiohttp), or `network_error`: the connection fails, the server never sees the request, the task fails.
   */
  readonly answer?: number | "network_error";
  /**
   * Of `ms`, how much at its end the body takes, which comes in pieces after the status. Default 0. The program reads
   * the whole answer, so this changes no time.
   */
  readonly body_ms?: Milliseconds;
  /** The program asks for an exception on a status >= 400 (`raise_for_status()` in both clients). Default false. */
  readonly raise_for_status?: boolean;
}

/** Blocks the thread; in async the whole loop. `offload` = in a helper thread, awaited; `await` = blocks, then fails. */
export interface BlockingStep {
  readonly kind: "blocking";
  readonly ms?: Milliseconds;
  readonly how?: "offload" | "await";
}

/** Computes. Threads share one interpreter and take turns, a slice of time each. In async it blocks the loop. */
export interface CpuStep {
  readonly kind: "cpu";
  readonly ms?: Milliseconds;
}

/** Raises `error` (default `boom`). */
export interface FailStep {
  readonly kind: "fail";
  readonly error?: string;
}

export interface PrintStep {
  readonly kind: "print";
  readonly text: string;
}

/** async: starts another task. A task named in a spawn or call is not started by the main program. */
export interface SpawnStep {
  readonly kind: "spawn";
  readonly task: string;
}

/** async: waits for another task. */
export interface JoinStep {
  readonly kind: "join";
  readonly task: string;
}

/**
 * Runs another task's body inside this task: no new task. async, `no_await`: the coroutine function is called, and its
 * coroutine thrown away; nothing of the body runs.
 */
export interface CallStep {
  readonly kind: "call";
  readonly task: string;
  readonly how?: "no_await";
}

/** async: cancels another task. */
export interface CancelStep {
  readonly kind: "cancel";
  readonly task: string;
}

/** How the main program of an async scenario waits; see the format's documentation for each style. */
export interface WaitSpec {
  readonly style:
    | "wait"
    | "gather"
    | "in_order"
    | "as_completed"
    | "group"
    | "direct"
    | "sleep"
    | "none"
    | "only";
  /** `wait`: default `all`. */
  readonly until?: "all" | "first_done" | "first_error";
  readonly timeout_ms?: Milliseconds;
  /** `gather`, `in_order`, `as_completed`: errors are collected instead of raised. Default false. */
  readonly collect_errors?: boolean;
  /** `sleep`: how long. Default 0. */
  readonly ms?: Milliseconds;
  /** `only` (needs `create: before_loop`): the task that the loop runs for. */
  readonly task?: string;
  /** After the wait returned or raised. Default `end`. */
  readonly then?: "end" | "cancel_rest" | "wait_rest";
}
