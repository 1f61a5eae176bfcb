import type { Activity, TaskState } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import { GrowingColumn } from "./growing-column.ts";

/** The states that have spans, by code. `absent` has none: it is what is true where no span is. */
export const SPAN_STATES = [
  "created",
  "ready",
  "running",
  "suspended",
  "blocked",
  "done",
  "failed",
  "cancelled",
  "pending",
] as const satisfies readonly TaskState[];

export type SpanState = (typeof SPAN_STATES)[number];

const ACTIVITIES = [
  undefined,
  "request",
  "blocking",
  "cpu",
  "join",
  "callback",
  "program",
  "core",
  "interpreter",
] as const;

const STATE_CODES = new Map<TaskState, number>(SPAN_STATES.map((state, code) => [state, code]));
const ACTIVITY_CODES = new Map<Activity | undefined, number>(ACTIVITIES.map((name, code) => [name, code]));

/** State, activity and whose thread it is, in one number. */
export type SpanKind = number;

const MIRRORED = 0x100;

export function spanKind(state: SpanState, activity?: Activity): SpanKind {
  return (STATE_CODES.get(state) as number) | ((ACTIVITY_CODES.get(activity) as number) << 4);
}

/** The same, repeated by a body from the task that runs it: such a span holds no thread of its own. */
export const mirrored = (kind: SpanKind): SpanKind => kind | MIRRORED;
export const stateCodeOf = (kind: SpanKind): number => kind & 0xf;
export const stateOf = (kind: SpanKind): SpanState => SPAN_STATES[kind & 0xf] as SpanState;
export const activityOf = (kind: SpanKind): Activity | undefined => ACTIVITIES[(kind >> 4) & 0xf];
export const isMirrored = (kind: SpanKind): boolean => (kind & MIRRORED) !== 0;

const NONE = -1;

/** Spans in the order in which they begin, one row each. */
export interface SpanColumns {
  readonly task: Int32Array;
  readonly kind: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By state code: the events at which spans ended, ascending, the main program's left out. */
  readonly ends: readonly Int32Array[];
  /** Tasks, main excluded, in the order in which they come into being, and the events at which they do. */
  readonly arrivals: { readonly task: Int32Array; readonly at: Int32Array };
}

/** Writes spans down while a trace is read: a task is always in one state, or in none. */
export class SpanLog {
  readonly #task: GrowingColumn;
  readonly #kind: GrowingColumn;
  readonly #from: GrowingColumn;
  readonly #to: GrowingColumn;
  readonly #ends: readonly GrowingColumn[];
  readonly #arrived: GrowingColumn;
  readonly #arrivedAt: GrowingColumn;
  /** By task, the row of the span it is in. */
  readonly #open: Int32Array;

  constructor(taskCount: number, capacity: number) {
    this.#task = new GrowingColumn(capacity);
    this.#kind = new GrowingColumn(capacity);
    this.#from = new GrowingColumn(capacity);
    this.#to = new GrowingColumn(capacity);
    this.#ends = SPAN_STATES.map(() => new GrowingColumn(taskCount));
    this.#arrived = new GrowingColumn(taskCount);
    this.#arrivedAt = new GrowingColumn(taskCount);
    this.#open = new Int32Array(taskCount).fill(NONE);
  }

  /** Puts a task into a state at an event. Two changes at one event count as one: nobody could see the first. */
  enter(task: TaskId, kind: SpanKind, step: StepIndex): void {
    const open = this.#open[task] as number;
    if (open === NONE) {
      if (task !== MAIN) this.#arrive(task, step);
    } else {
      const before = this.#kind.at(open);
      if (before === kind) return;
      if (this.#from.at(open) === step) {
        this.#kind.set(open, kind);
        return;
      }
      this.#to.set(open, step);
      if (task !== MAIN) (this.#ends[stateCodeOf(before)] as GrowingColumn).push(step);
    }
    this.#open[task] = this.#kind.length;
    this.#task.push(task);
    this.#kind.push(kind);
    this.#from.push(step);
    this.#to.push(NONE);
  }

  /** The kind of the span a task is in; undefined when it is absent. */
  kindOf(task: TaskId): SpanKind | undefined {
    const open = this.#open[task] as number;
    return open === NONE ? undefined : this.#kind.at(open);
  }

  /** The state a task is in. */
  stateOf(task: TaskId): TaskState {
    const kind = this.kindOf(task);
    return kind === undefined ? "absent" : stateOf(kind);
  }

  /** Ends the spans that nothing ended. A task that never came into being arrives after the last event. */
  finish(traceLength: number): SpanColumns {
    for (let task = 0; task < this.#open.length; task++) {
      const open = this.#open[task] as number;
      if (open !== NONE) this.#to.set(open, traceLength);
      else if (task !== MAIN) this.#arrive(task, traceLength);
    }
    return {
      task: this.#task.values(),
      kind: this.#kind.values(),
      from: this.#from.values(),
      to: this.#to.values(),
      ends: this.#ends.map((column) => column.values()),
      arrivals: { task: this.#arrived.values(), at: this.#arrivedAt.values() },
    };
  }

  #arrive(task: TaskId, step: StepIndex): void {
    this.#arrived.push(task);
    this.#arrivedAt.push(step);
  }
}
