import { upperBound } from "#base/binary-search.ts";
import type { Span, TaskState } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId, type Trace } from "../trace.ts";
import { type Groups, groupRows, pick, rowsOf } from "./group-rows.ts";
import { GrowingColumn } from "./growing-column.ts";
import { IntervalIndex } from "./interval-index.ts";
import { activityOf, SPAN_STATES, type SpanLog, type SpanState, stateCodeOf, stateOf } from "./span-log.ts";

/** Key of the main program's spans: they belong to no state's group, for the main program is counted in none. */
const NO_GROUP = -1;

/** The spans of a run, indexed by task and by state. */
export class SpanTable {
  readonly #log: SpanLog;
  readonly #trace: Trace;
  readonly #byTask: Groups;
  readonly #byState: readonly StateIndex[];
  readonly #arrivals: Arrivals;

  constructor(log: SpanLog, trace: Trace) {
    const tasks = log.task.values();
    const groups = log.kind.values().slice();
    for (let row = 0; row < groups.length; row++) {
      groups[row] = tasks[row] === MAIN ? NO_GROUP : stateCodeOf(groups[row] as number);
    }
    this.#log = log;
    this.#trace = trace;
    this.#byTask = groupRows(tasks, trace.names.length);
    this.#byState = indexStates(log, groups);
    this.#arrivals = listArrivals(log, this.#byTask, trace);
  }

  spanCount(task: TaskId): number {
    return rowsOf(this.#byTask, task).length;
  }

  spanAt(task: TaskId, nth: number): Span {
    const row = rowsOf(this.#byTask, task)[nth];
    if (row === undefined) throw new RangeError(`task ${task} has no span ${nth}`);
    return this.#spanInRow(row);
  }

  stateAt(task: TaskId, step: StepIndex): TaskState {
    const row = this.#rowAt(task, step);
    return row === undefined ? "absent" : stateOf(this.#log.kind.at(row));
  }

  spanAtStep(task: TaskId, step: StepIndex): Span | undefined {
    const row = this.#rowAt(task, step);
    return row === undefined ? undefined : this.#spanInRow(row);
  }

  /** Whether a task's body has begun and not ended. */
  isUnderWay(task: TaskId, step: StepIndex): boolean {
    const rows = rowsOf(this.#byTask, task);
    const nth = this.#rankAt(rows, step);
    const stateOfNth = (rank: number): TaskState =>
      rank < 0 ? "absent" : stateOf(this.#log.kind.at(rows[rank] as number));
    const state = stateOfNth(nth);
    if (state === "ready") return stateOfNth(nth - 1) === "suspended";
    return state === "running" || state === "blocked" || state === "suspended";
  }

  /** How many tasks, main excluded, are in each state. */
  countsAt(step: StepIndex): Record<TaskState, number> {
    const counts = { absent: this.#trace.names.length - 1 } as Record<TaskState, number>;
    for (const [code, state] of SPAN_STATES.entries()) {
      const { begun, ended } = this.#byState[code] as StateIndex;
      counts[state] = upperBound(begun, step) - upperBound(ended, step);
      counts.absent -= counts[state];
    }
    return counts;
  }

  /** Tasks in a state, main excluded, in order of their entering (or, `absent`, of their leaving) it. */
  tasksInState(state: TaskState, step: StepIndex, limit: number): TaskId[] {
    if (state === "absent") {
      const { tasks, at } = this.#arrivals;
      const arrived = upperBound(at.values(), step);
      return Array.from(tasks.values().subarray(arrived, arrived + limit));
    }
    const { rows, open } = this.#byState[SPAN_STATES.indexOf(state)] as StateIndex;
    return open.openAt(step, limit).map((nth) => this.#log.task.at(rows[nth] as number));
  }

  #rowAt(task: TaskId, step: StepIndex): number | undefined {
    const rows = rowsOf(this.#byTask, task);
    return rows[this.#rankAt(rows, step)];
  }

  /** Which of a task's spans it is in after event `step`; -1 = none yet. The spans of a task leave no gaps. */
  #rankAt(rows: Uint32Array, step: StepIndex): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#log.from.at(rows[middle] as number) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #spanInRow(row: number): Span {
    const from = this.#log.from.at(row);
    const to = this.#log.to.at(row);
    const activity = activityOf(this.#log.kind.at(row));
    return {
      task: this.#log.task.at(row),
      state: stateOf(this.#log.kind.at(row)),
      from,
      to,
      start: this.#trace.timeAt(from),
      end: this.#trace.timeAt(Math.min(to, this.#trace.length - 1)),
      detail: this.#trace.detailAt(from),
      ...(activity !== undefined && { activity }),
    };
  }
}

/** One state's spans: their rows in order of beginning, where they begin, and where they end, sorted. */
interface StateIndex {
  readonly rows: Uint32Array;
  readonly begun: Int32Array;
  readonly ended: Int32Array;
  readonly open: IntervalIndex;
}

function indexStates(log: SpanLog, groups: Int32Array): readonly StateIndex[] {
  const spans = groupRows(groups, SPAN_STATES.length);
  return SPAN_STATES.map((_: SpanState, code) => {
    const rows = rowsOf(spans, code);
    const begun = pick(log.from.values(), rows);
    const to = pick(log.to.values(), rows);
    const ended = (log.ends[code] as GrowingColumn).values();
    return { rows, begun, ended, open: new IntervalIndex(begun, to) };
  });
}

/** Tasks, main excluded, in the order in which they come into being, and the events at which they do. */
interface Arrivals {
  readonly tasks: GrowingColumn;
  readonly at: GrowingColumn;
}

function listArrivals(log: SpanLog, byTask: Groups, trace: Trace): Arrivals {
  const arrivals = {
    tasks: new GrowingColumn(trace.names.length),
    at: new GrowingColumn(trace.names.length),
  };
  const add = (task: TaskId, step: StepIndex) => {
    arrivals.tasks.push(task);
    arrivals.at.push(step);
  };
  for (let row = 0; row < log.task.length; row++) {
    const task = log.task.at(row);
    if (task !== MAIN && byTask.rows[byTask.offsets[task] as number] === row) add(task, log.from.at(row));
  }
  for (let task = 1; task < trace.names.length; task++) {
    if (byTask.offsets[task] === byTask.offsets[task + 1]) add(task, trace.length);
  }
  return arrivals;
}
