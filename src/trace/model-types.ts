import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventDetail } from "./event-types.ts";
import type { StepIndex, TaskId, Trace } from "./trace.ts";

/** The states of a task. `absent` = not yet made; `pending` = the program ended and left it behind. */
export type TaskState =
  | "absent"
  | "created"
  | "ready"
  | "running"
  | "suspended"
  | "blocked"
  | "done"
  | "failed"
  | "cancelled"
  | "pending";

/** A stretch of one task's life in one state. Holds from event `from` (inclusive) to event `to` (exclusive). */
export interface Span {
  readonly task: TaskId;
  readonly state: TaskState;
  readonly from: StepIndex;
  /** The event that ends it; `trace.length` when nothing does. */
  readonly to: StepIndex;
  readonly start: TraceTime;
  readonly end: TraceTime;
  /** Facts of the event that began it (why it is suspended, for how long …). */
  readonly detail: EventDetail;
  /**
   * blocked/running: what is holding it: a request, a sleep-like call, computing, a join; ready, of one that was computing
   * or wants to begin: what it lacks, a core or the interpreter; else undefined.
   */
  readonly activity?: Activity;
}

/**
 * All spans of a run in the order in which they begin, the main program's among them, read column by column: walking over
 * a million of them makes no objects.
 */
export interface SpanRows {
  readonly count: number;
  taskAt(row: number): TaskId;
  stateAt(row: number): TaskState;
  activityAt(row: number): Activity | undefined;
  /** Whether it only repeats the state of the task that runs this body, or of the body that the main program runs. */
  isRepeatedAt(row: number): boolean;
  fromAt(row: number): StepIndex;
  /** The event that ends it; `trace.length` when nothing does. */
  toAt(row: number): StepIndex;
  startAt(row: number): TraceTime;
  endAt(row: number): TraceTime;
}

/** What a running or blocked task is doing with its thread, or what a ready one waits for to compute. */
export type Activity =
  | "request"
  | "blocking"
  | "cpu"
  | "join"
  | "callback"
  | "program"
  | "core"
  | "interpreter";

/**
 * A thread lane. `loop` = the one thread of an event loop; `main` = the main thread of the other modes; `process` = the
 * one thread of a process of its own.
 */
export interface ThreadInfo {
  /** Position among the lanes, from 0. */
  readonly id: number;
  readonly kind: "loop" | "main" | "worker" | "task_thread" | "process";
  /** The `worker` number of its events; 0 for loop and main. */
  readonly worker: number;
}

/** A stretch in which a thread is held by one task's body, or by a callback of that task. */
export interface Hold {
  readonly thread: number;
  readonly task: TaskId;
  /** Name of the callback when it is a callback that holds the thread. */
  readonly callback?: string;
  readonly state: "running" | "blocked";
  readonly from: StepIndex;
  readonly to: StepIndex;
  readonly start: TraceTime;
  readonly end: TraceTime;
}

/** Something under way off the program's threads, on behalf of a task. */
export interface OutsideWork {
  readonly kind: "timer" | "request" | "helper";
  readonly task: TaskId;
  /** When its phase began: when it was handed over, or taken up. */
  readonly start: TraceTime;
  /** When it will be over, as it turned out (or was foreseen, if the run ended before it); undefined until it is taken up. */
  readonly due: TraceTime | undefined;
  /** `sent`: on its way to whoever takes it up at once; `queued`: no server or helper thread is free yet. */
  readonly phase: "sent" | "queued" | "working";
  /** True when its task keeps a thread while it waits for it. */
  readonly holdsThread: boolean;
}

/** How much outside work of one kind and phase is under way. */
export interface OutsideCount extends Pick<OutsideWork, "kind" | "phase" | "holdsThread"> {
  readonly count: number;
  /** The piece that is due first, while it is known when that is. */
  readonly first: { readonly start: TraceTime; readonly due: TraceTime } | undefined;
}

/** One done-callback at a moment. */
export interface CallbackMoment {
  readonly task: TaskId;
  readonly name: string;
  readonly phase: "registered" | "queued" | "running" | "called" | "failed";
}

export interface PrintedLine {
  readonly index: StepIndex;
  readonly time: TraceTime;
  readonly task: TaskId;
  readonly worker: number;
  readonly text: string;
}

/** The state of one task at a moment. */
export interface TaskMoment {
  readonly task: TaskId;
  readonly state: TaskState;
  readonly span: Span | undefined;
}

/** Who was on a core when: one of our tasks (or the main program), or another program. */
export interface CoreHold {
  /** From 1. */
  readonly core: number;
  /** NOBODY when it is another program. */
  readonly task: TaskId;
  readonly program?: string;
  readonly from: StepIndex;
  /** The event that ends it; `trace.length` when nothing does. */
  readonly to: StepIndex;
  readonly start: TraceTime;
  readonly end: TraceTime;
}

/** Who holds a thread at a moment. `held` counts the pieces of work it has taken so far, the current one included. */
export interface Seat {
  readonly thread: ThreadInfo;
  readonly hold: Hold | undefined;
  /** The task whose thread it is, though nobody computes on it: the task waits for a core, or for the interpreter. */
  readonly waiting: TaskId | undefined;
  readonly held: number;
}

/** What the loop is doing: not yet started, looking for work, running someone, standing still, stopped. */
export type LoopPhase = "not_started" | "idle" | "running" | "blocked" | "stopped" | "none";

/** Everything that is true at one position. Found by lookup, never by replaying the run. */
export interface Snapshot {
  readonly step: StepIndex;
  readonly time: TraceTime;
  readonly turn: number;
  readonly loop: LoopPhase;
  /** How many of the scenario's tasks (main excluded) are in each state. */
  readonly counts: Readonly<Record<TaskState, number>>;
  readonly seats: readonly Seat[];
  /** Number of lines printed so far: `model.prints.slice(0, printed)`. */
  readonly printed: number;
}

/** A trace with its indexes. Built once per run; every question below costs O(log n) or less, plus its answer. */
export interface TraceModel {
  readonly scenario: Scenario;
  readonly trace: Trace;
  /** Length of the run in ms, or as much of it as is known: the trace's end. */
  readonly total: Milliseconds;
  /** Number of tasks, main included. */
  readonly taskCount: number;
  readonly threads: readonly ThreadInfo[];
  /**
   * How many cores there are to tell of, numbered from 1; 0 where the scenario says nothing of its machine's cores and of
   * other programs, or nobody's slices are told.
   */
  readonly coreCount: number;
  readonly prints: readonly PrintedLine[];
  /** The moments at which something happens, ascending, each once. */
  readonly instants: Float64Array;

  /** The spans of all tasks, for whoever has to go through them all. */
  readonly spanRows: SpanRows;
  /** Row in `spanRows` of the k-th span of a task, in order of time. */
  spanRow(task: TaskId, k: number): number;
  spanCount(task: TaskId): number;
  /** The k-th span of a task, in order of time. */
  spanAt(task: TaskId, k: number): Span;
  spansOf(task: TaskId): readonly Span[];
  holdCount(thread: number): number;
  /** The k-th hold of a thread, in order of time. */
  holdAt(thread: number, k: number): Hold;
  /** From which event to which it lasts, and how, without making an object of it. */
  holdFrom(thread: number, k: number): StepIndex;
  holdTo(thread: number, k: number): StepIndex;
  isHoldBlocked(thread: number, k: number): boolean;
  holdsOf(thread: number): readonly Hold[];
  /** How often somebody was on a core, and the k-th of them, in order of time. */
  coreHoldCount(core: number): number;
  coreHoldAt(core: number, k: number): CoreHold;
  /** Who is on a core after an event; undefined when it is idle. */
  coreHoldAtStep(core: number, step: StepIndex): CoreHold | undefined;
  /** Indexes of all events of a task, ascending. */
  eventsOf(task: TaskId): Uint32Array;

  stateAt(task: TaskId, step: StepIndex): TaskState;
  spanAtStep(task: TaskId, step: StepIndex): Span | undefined;
  taskMomentAt(task: TaskId, step: StepIndex): TaskMoment;
  /** Tasks (main excluded) in a state, in order of their entering it (the ready queue's order); at most `limit`. */
  tasksInState(state: TaskState, step: StepIndex, limit: number): readonly TaskId[];
  /** What is under way outside, in order of its start; at most `limit`. */
  outsideAt(step: StepIndex, limit: number): readonly OutsideWork[];
  /** How many there are of each kind and phase, however many that is. */
  outsideCountsAt(step: StepIndex): readonly OutsideCount[];
  /** Callbacks of one task, or of all tasks that have any (at most `limit`). */
  callbacksAt(step: StepIndex, limit: number, task?: TaskId): readonly CallbackMoment[];
  /** Names of the bodies under way inside a task, outermost first: itself, then what it has called. */
  callStackAt(task: TaskId, step: StepIndex): readonly string[];
  /** Index of the last event at or before `time`. */
  stepAtTime(time: TraceTime): StepIndex;
  snapshotAt(step: StepIndex, time: TraceTime): Snapshot;
}
