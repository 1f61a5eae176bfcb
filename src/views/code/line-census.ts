import { upperBound } from "#base/binary-search.ts";
import type { Program } from "#scenario/program/program.ts";
import { CALLBACK, NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Step } from "#scenario/scenario.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";

/** How many tasks stand on one line in one state. */
export interface LineCount {
  readonly line: number;
  readonly state: TaskState;
  readonly count: number;
}

/** The tasks of a run by line and state, at any position: once the run has been read, looked up. */
export interface LineCensus {
  /** Reads on, if need be, up to `step`. */
  countsAt(step: StepIndex): readonly LineCount[];
  /** Reads so many events more, so that it need not be done when somebody asks; false when all have been read. */
  readOn(events: number): boolean;
}

/** The events with which tasks come to a line in a state, and those with which they leave it, both ascending. */
interface Place extends Omit<LineCount, "count"> {
  readonly arrivals: StepIndex[];
  readonly departures: StepIndex[];
}

/** The line of a task whose marks alone do not tell it: one that calls other bodies. */
type LineOfEvent = (task: TaskId, event: StepIndex) => number | undefined;

const NOWHERE = -1;

/** `states`: those in which a task stands on a line. */
export function takeCensus(
  model: TraceModel,
  program: Program,
  states: readonly TaskState[],
  lineOfEvent: LineOfEvent,
): LineCensus {
  const { trace, spanRows } = model;
  const places: Place[] = [];
  const lineAfter = followLines(model, program, lineOfEvent);
  /** By task: its line, its state (an index in `states`), and where it is counted (an index in `places`). */
  const lines = new Int32Array(model.taskCount).fill(NOWHERE);
  const stateOf = new Int8Array(model.taskCount).fill(NOWHERE);
  const placeOf = new Int32Array(model.taskCount).fill(NOWHERE);

  function count(task: TaskId, event: StepIndex): void {
    const [line, state] = [lines[task] as number, stateOf[task] as number];
    const here = line === NOWHERE || state === NOWHERE ? NOWHERE : line * states.length + state;
    const before = placeOf[task] as number;
    if (here === before) return;
    if (before !== NOWHERE) places[before]?.departures.push(event);
    placeOf[task] = here;
    if (here === NOWHERE) return;
    places[here] ??= { line, state: states[state] as TaskState, arrivals: [], departures: [] };
    places[here].arrivals.push(event);
  }

  let row = 0;
  let next: StepIndex = 0;

  function read(event: StepIndex): void {
    const task = trace.taskAt(event);
    if (task > MAIN) lines[task] = lineAfter(task, event, lines[task] as number);
    for (; row < spanRows.count && spanRows.fromAt(row) === event; row++) {
      const other = spanRows.taskAt(row);
      if (other === MAIN) continue;
      stateOf[other] = states.indexOf(spanRows.stateAt(row));
      if (other !== task) count(other, event);
    }
    if (task > MAIN) count(task, event);
  }

  function readUntil(end: StepIndex): void {
    for (; next < Math.min(end, trace.length); next++) read(next);
  }

  return {
    countsAt(step) {
      readUntil(step + 1);
      return Object.values(places).flatMap((place) => countAt(place, step));
    },
    readOn(events) {
      readUntil(next + events);
      return next < trace.length;
    },
  };
}

function countAt({ line, state, arrivals, departures }: Place, step: StepIndex): readonly LineCount[] {
  const count = upperBound(arrivals, step) - upperBound(departures, step);
  return count === 0 ? [] : [{ line, state, count }];
}

/** The line of a task after an event of its own, as `lineOfEvent` would find it, from the line it was on before. */
function followLines(model: TraceModel, program: Program, lineOfEvent: LineOfEvent) {
  const { trace, scenario } = model;
  const isCall = ({ kind }: Step) => kind === "call";
  const hasCalls = scenario.tasks.some(
    ({ steps, cleanup }) => steps.some(isCall) || cleanup?.some(isCall) === true,
  );
  const { lineOfMark, lineOfLimit } = linesOf(program);
  const hasMark = new Uint8Array(model.taskCount);

  return (task: TaskId, event: StepIndex, before: number): number => {
    const mark = trace.markAt(event);
    if (mark >= CALLBACK) return before;
    if (mark !== NO_MARK) {
      hasMark[task] = 1;
      return hasCalls ? (lineOfEvent(task, event) ?? NOWHERE) : lineOfMark(task, mark);
    }
    if (hasMark[task] === 1) return before;
    const type = trace.typeAt(event);
    if (type === "task_suspended") return lineOfLimit(task);
    return before === NOWHERE && type !== "coroutine_created" ? lineOfMark(task, NO_MARK) : before;
  };
}

/** Lines by task, looked up in the program once for each of its functions. */
function linesOf(program: Program) {
  const bodies: number[] = [];
  const known: Map<ProgramMark | "limit", number>[] = [];
  const remember = (
    task: TaskId,
    key: ProgramMark | "limit",
    find: (task: number) => number | undefined,
  ): number => {
    bodies[task] ??= program.bodyOf(task - 1);
    const body = bodies[task] as number;
    known[body] ??= new Map();
    const lines = known[body] as Map<ProgramMark | "limit", number>;
    let line = lines.get(key);
    if (line === undefined) {
      line = find(task - 1) ?? NOWHERE;
      lines.set(key, line);
    }
    return line;
  };
  const lineOfMark = (task: TaskId, mark: ProgramMark) =>
    remember(task, mark, (index) => program.lineOf(index, mark));
  return {
    lineOfMark,
    lineOfLimit: (task: TaskId) =>
      remember(task, "limit", (index) => program.lineOfLimit(index) ?? program.lineOf(index, NO_MARK)),
  };
}
