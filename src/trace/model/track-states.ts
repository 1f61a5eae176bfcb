import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "../event-types.ts";
import { CUT_OFF } from "../has-ended.ts";
import { MAIN, type StepIndex, type TaskId, type Trace } from "../trace.ts";
import { type CallColumns, CallLog } from "./call-log.ts";
import { mirrored, type SpanColumns, type SpanKind, SpanLog, spanKind } from "./span-log.ts";

const CREATED = spanKind("created");
const READY = spanKind("ready");
const RUNNING = spanKind("running");
const COMPUTING = spanKind("running", "cpu");
const WAITS_FOR = { core: spanKind("ready", "core"), interpreter: spanKind("ready", "interpreter") } as const;
const SUSPENDED = spanKind("suspended");
const BLOCKED = spanKind("blocked", "blocking");
const REQUESTING = spanKind("blocked", "request");
const IN_PROGRAM = spanKind("running", "program");
const JOINING = spanKind("blocked", "join");
const DONE = spanKind("done");
const FAILED = spanKind("failed");
const CANCELLED = spanKind("cancelled");
const PENDING = spanKind("pending");

/**
 * The state of every task after every event.
 * A task: coroutine made = created; step queued = ready (without `task_ready` events, from `task_created` on);
 * started or resumed = running; a call that keeps the thread = blocked; an await = suspended; then how it ended, or
 * pending when the program ended before it. One that computes is ready while it has no core, or not the interpreter.
 * sync: every task the program will run is ready from the first event on, because all it waits for is its turn.
 * A called body repeats the state of the task that runs it, and so does the main program of sync, which is the caller
 * of all. The main program of threads and pools runs while it hands out work and takes results, and is blocked in a
 * join in between. With `create: before_loop`, the main program runs until the loop starts.
 */
export class StateTracker {
  readonly #spans: SpanLog;
  readonly #calls = new CallLog();
  readonly #trace: Trace;
  readonly #mode: Scenario["mode"];
  readonly #kindWhenMade: SpanKind;
  /** Whether the main program starts the tasks beside it and joins them. */
  readonly #hasJoiningMain: boolean;
  #isMainComputing = false;
  #ids: ReadonlyMap<string, TaskId> | undefined;

  constructor(trace: Trace, scenario: Scenario) {
    // Two events in three begin a span in the busiest runs; room that stays empty would still be cleared by a browser.
    this.#spans = new SpanLog(trace.names.length, Math.ceil(trace.length * 0.7));
    this.#trace = trace;
    this.#mode = scenario.mode;
    this.#hasJoiningMain = scenario.mode !== "sync" && scenario.mode !== "async";
    this.#kindWhenMade = scenario.mode === "async" && hasReadyEvents(trace) ? CREATED : READY;
    if (trace.length === 0) return;
    if (scenario.mode === "sync") this.#lineUp(scenario);
    const loopComesFirst = scenario.mode === "async" && trace.typeAt(0) === "loop_start";
    if (!loopComesFirst) this.#spans.enter(MAIN, IN_PROGRAM, 0);
  }

  read(step: StepIndex, type: EventType, task: TaskId): void {
    if (task >= MAIN) this.#readTask(task, type, step);
    if (task > MAIN && this.#hasJoiningMain && !this.#isMainComputing) {
      this.#spans.enter(MAIN, type === "task_created" ? IN_PROGRAM : JOINING, step);
    }
    if (task < MAIN) this.#readProgram(type, step);
  }

  finish(): { readonly spans: SpanColumns; readonly calls: CallColumns } {
    const { length, names } = this.#trace;
    return { spans: this.#spans.finish(length), calls: this.#calls.finish(names.length, length) };
  }

  #lineUp(scenario: Scenario): void {
    const called = new Set(
      scenario.tasks.flatMap((task) => task.steps.map((each) => (each.kind === "call" ? each.task : ""))),
    );
    for (const { name } of scenario.tasks) {
      const task = this.#idOf(name);
      if (task !== undefined && !called.has(name)) this.#spans.enter(task, READY, 0);
    }
  }

  #readTask(task: TaskId, type: EventType, step: StepIndex): void {
    switch (type) {
      case "coroutine_created":
        if (this.#spans.kindOf(task) === undefined) this.#spans.enter(task, CREATED, step);
        return;
      case "task_created":
        this.#spans.enter(task, this.#kindWhenMade, step);
        return;
      case "task_ready": {
        const state = this.#spans.stateOf(task);
        if (state === "created" || state === "suspended") this.#move(task, READY, step);
        return;
      }
      case "cpu_end":
        if (task === MAIN) this.#isMainComputing = false;
        this.#move(task, task === MAIN && this.#hasJoiningMain ? IN_PROGRAM : RUNNING, step);
        return;
      case "task_started":
      case "task_resumed":
      case "blocking_end":
        this.#move(task, RUNNING, step);
        return;
      case "request_end":
        if (this.#spans.stateOf(task) === "blocked") this.#move(task, RUNNING, step);
        return;
      case "task_suspended":
        this.#move(task, SUSPENDED, step);
        return;
      case "blocking_start":
        this.#leaveBodies(task, step);
        this.#move(task, BLOCKED, step);
        return;
      case "cpu_start":
        if (task === MAIN) this.#isMainComputing = true;
        this.#leaveBodies(task, step);
        this.#move(task, COMPUTING, step);
        return;
      case "slice_start":
        this.#move(task, this.#trace.detailAt(step).core === undefined ? RUNNING : COMPUTING, step);
        return;
      case "slice_wait":
      case "slice_end":
        this.#move(task, WAITS_FOR[this.#trace.detailAt(step).waits_for ?? "core"], step);
        return;
      case "request_start":
        this.#leaveBodies(task, step);
        if (this.#mode === "async" && this.#trace.detailAt(step).blocking !== true) return;
        this.#move(task, REQUESTING, step);
        return;
      case "print":
        this.#leaveBodies(task, step);
        return;
      case "call_start":
        this.#beginCall(task, step);
        return;
      case "call_end":
        this.#endBody(task, DONE, step);
        return;
      case "task_done":
        this.#end(task, DONE, step);
        return;
      case "task_failed":
        this.#end(task, FAILED, step);
        return;
      case "task_cancelled":
        this.#end(task, CANCELLED, step);
        return;
      case "result_received":
      case "wait_returned":
        if (this.#hasJoiningMain) this.#spans.enter(MAIN, IN_PROGRAM, step);
        return;
      default:
        return;
    }
  }

  #readProgram(type: EventType, step: StepIndex): void {
    const main = this.#spans.kindOf(MAIN);
    // Inside run_until_complete the main program waits without holding the thread: the loop has it.
    if (type === "loop_start" && main === IN_PROGRAM) this.#spans.enter(MAIN, SUSPENDED, step);
    if (type === "loop_stop" && main === SUSPENDED) this.#spans.enter(MAIN, IN_PROGRAM, step);
    if (type !== "run_end") return;
    if (main !== undefined && !hasEnded(main)) {
      const { error } = this.#trace.detailAt(step);
      this.#spans.enter(MAIN, error === CUT_OFF ? CANCELLED : error === undefined ? DONE : FAILED, step);
    }
    for (let task = 1; task < this.#trace.names.length; task++) {
      const kind = this.#spans.kindOf(task);
      if (kind !== undefined && !hasEnded(kind)) this.#spans.enter(task, PENDING, step);
    }
  }

  /** A change that the bodies inside the task, and in sync the main program around it, go along with. */
  #move(task: TaskId, kind: SpanKind, step: StepIndex): void {
    this.#spans.enter(task, kind, step);
    if (this.#mode === "sync" && task !== MAIN) {
      this.#spans.enter(MAIN, hasEnded(kind) ? IN_PROGRAM : mirrored(kind), step);
    }
    if (this.#calls.isIdle) return;
    for (const body of this.#calls.bodiesIn(task)) this.#spans.enter(body, mirrored(kind), step);
  }

  #end(task: TaskId, kind: SpanKind, step: StepIndex): void {
    while (this.#calls.innermost(task) !== undefined) this.#endBody(task, kind, step);
    this.#move(task, kind, step);
  }

  /** Most runs have no calls, and never ask. */
  #idOf(name: string | undefined): TaskId | undefined {
    if (name === undefined) return undefined;
    this.#ids ??= new Map(this.#trace.names.map((each, id) => [each, id]));
    return this.#ids.get(name);
  }

  #beginCall(task: TaskId, step: StepIndex): void {
    const body = this.#idOf(this.#trace.detailAt(step).coroutine);
    const kind = this.#spans.kindOf(task);
    if (body === undefined || body === task || kind === undefined) return;
    this.#calls.begin(task, body, step);
    this.#spans.enter(body, mirrored(kind), step);
  }

  #endBody(task: TaskId, kind: SpanKind, step: StepIndex): void {
    const isOwner = this.#calls.bodiesIn(task).at(-1) === this.#calls.innermost(task);
    const body = this.#calls.endInnermost(task, step);
    if (body !== undefined && isOwner) this.#spans.enter(body, kind, step);
  }

  /**
   * A body left by an exception has no `call_end`; the next event that names another body tells. Without a loop only
   * printed lines name their body.
   */
  #leaveBodies(task: TaskId, step: StepIndex): void {
    if (this.#mode !== "async" && this.#trace.typeAt(step) !== "print") return;
    if (this.#calls.isIdle || hasEnded(this.#spans.kindOf(task) ?? READY)) return;
    const current = this.#idOf(this.#trace.detailAt(step).coroutine);
    for (;;) {
      const body = this.#calls.innermost(task);
      if (body === undefined || body === current) return;
      this.#endBody(task, FAILED, step);
    }
  }
}

function hasEnded(kind: SpanKind): boolean {
  return kind === DONE || kind === FAILED || kind === CANCELLED || kind === PENDING;
}

function hasReadyEvents(trace: Trace): boolean {
  for (let step = 0; step < trace.length; step++) if (trace.typeAt(step) === "task_ready") return true;
  return false;
}
