import { upperBound } from "#base/binary-search.ts";
import type { MainPart, Program } from "#scenario/program/program.ts";
import { CALLBACK, NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { type LineCensus, type LineCount, takeCensus } from "./line-census.ts";
import { type MainMoves, readMainMoves } from "./main-parts.ts";
import { type Standing, type Standings, StandingsByLine } from "./standings.ts";

/** Of a state with more tasks than this they are counted, not named: nobody could tell their names apart. */
const CROWD = 200;

/** Finds where tasks stand. Made once for a run and its program. */
export interface Locator {
  /** Everybody's place; in a crowd only `selected` is named. */
  standingsAt(step: StepIndex, selected?: TaskId): Standings;
  /** The line on which a task stands, the main program included; undefined when it stands nowhere. */
  lineAt(task: TaskId, step: StepIndex): number | undefined;
  /** The line of the last thing that was done for a task up to `step`, its callbacks included, whatever its state. */
  lineOfEvent(task: TaskId, step: StepIndex): number | undefined;
  /** In a run with crowds: reads so many events more of what it must know about them; false when all have been read. */
  readOn(events: number): boolean;
  /** The events with which the main program comes to a line. */
  movesOfMainTo(line: number): readonly StepIndex[];
}

export function createLocator(model: TraceModel, program: Program, crowd = CROWD): Locator {
  const { trace } = model;
  const taskByName = new Map(trace.names.map((name, task) => [name, task]));
  const moves = readMainMoves(trace, model.scenario);
  const hasCallbacks = model.scenario.tasks.some(({ callbacks = [] }) => callbacks.length > 0);

  const lineOfEvent = (task: TaskId, step: StepIndex) => lineOfMarks(task, step, Number.POSITIVE_INFINITY);
  /** Where its own body is, or has ended. */
  const lineOfBody = (task: TaskId, step: StepIndex) => lineOfMarks(task, step, CALLBACK);

  /** The line of the last event with a mark below `until`; before the first, of the head of its function. */
  function lineOfMarks(task: TaskId, step: StepIndex, until: ProgramMark): number | undefined {
    const events = model.eventsOf(task);
    const isPiece = (mark: ProgramMark) => mark !== NO_MARK && mark < until;
    let k = upperBound(events, step) - 1;
    while (k >= 0 && !isPiece(trace.markAt(events[k] as number))) k -= 1;
    if (k < 0) return task === MAIN ? undefined : lineBeforeBody(task, events, step);
    const event = events[k] as number;
    const type = trace.typeAt(event);
    // What an exception ends is no longer on the stack, but raised it.
    const stack = model.callStackAt(task, type === "task_failed" ? (events[k - 1] ?? event) : event);
    // A call belongs to the caller's program, although the called body is on the stack by then.
    const body = stack[stack.length - (type === "call_start" ? 2 : 1)];
    const owner = (body === undefined ? undefined : taskByName.get(body)) ?? task;
    return owner === MAIN ? undefined : program.lineOf(owner - 1, trace.markAt(event));
  }

  /** A task that has not printed its `begin`: at the head of its function, or waiting there for its place. */
  function lineBeforeBody(task: TaskId, events: Uint32Array, step: StepIndex): number | undefined {
    const types = Array.from(events.subarray(0, upperBound(events, step)), (event) => trace.typeAt(event));
    // A body that only runs inside another task has no events of its own but that it was called.
    if (types.every((type) => type === "coroutine_created")) return undefined;
    const head = program.lineOf(task - 1, NO_MARK);
    return types.includes("task_suspended") ? (program.lineOfLimit(task - 1) ?? head) : head;
  }

  function lineOfMain(step: StepIndex): number | undefined {
    const inCall = model.callStackAt(MAIN, step).length > 1 ? lineOfEvent(MAIN, step) : undefined;
    if (inCall !== undefined) return inCall;
    return lineOfPart(partAt(moves, step));
  }

  function lineOfPart(part: MainPart | undefined): number | undefined {
    return part === undefined ? undefined : (program.lineOfMain(part) ?? program.lineOfMain(NEAREST[part]));
  }

  /** Callbacks run when their task is over: it is seen on their lines while they hold a thread. */
  function callbacksRunning(step: StepIndex): readonly Standing[] {
    if (!hasCallbacks) return [];
    const { seats } = model.snapshotAt(step, trace.timeAt(step));
    return seats.flatMap(({ hold }) =>
      hold?.callback === undefined ? [] : [{ task: hold.task, state: hold.state }],
    );
  }

  function lineAt(task: TaskId, step: StepIndex): number | undefined {
    if (step < 0) return undefined;
    if (task === MAIN) return lineOfMain(step);
    return STANDING.includes(model.stateAt(task, step)) ? lineOfBody(task, step) : undefined;
  }

  let known: LineCensus | undefined;
  const census = () => {
    known ??= takeCensus(model, program, STANDING, lineOfBody);
    return known;
  };

  function crowdsAt(step: StepIndex, states: ReadonlySet<TaskState>): readonly LineCount[] {
    if (states.size === 0) return [];
    return census()
      .countsAt(step)
      .filter(({ state }) => states.has(state));
  }

  return {
    lineOfEvent,
    lineAt,
    readOn: (events) => model.taskCount > crowd && census().readOn(events),
    movesOfMainTo: (line) => moves.steps.filter((_, k) => lineOfPart(moves.parts[k]) === line),
    standingsAt(step, selected) {
      if (step < 0) return new Map();
      const { counts } = model.snapshotAt(step, trace.timeAt(step));
      const crowded = new Set(STANDING.filter((state) => counts[state] > crowd));
      const standings = new StandingsByLine();
      for (const state of STANDING) {
        if (crowded.has(state)) continue;
        for (const task of model.tasksInState(state, step, crowd))
          standings.name(lineOfBody(task, step), { task, state });
      }
      for (const callback of callbacksRunning(step))
        standings.name(lineOfEvent(callback.task, step), callback);
      for (const { line, ...counted } of crowdsAt(step, crowded)) standings.count(line, counted);
      if (selected !== undefined && selected !== MAIN) {
        const state = model.stateAt(selected, step);
        if (crowded.has(state)) standings.nameOneOf(lineAt(selected, step), { task: selected, state });
      }
      standings.name(lineOfMain(step), { task: MAIN, state: model.stateAt(MAIN, step) });
      return standings.inOrder();
    },
  };
}

/** States in which a task stands somewhere in its program: it has been made and is not over, or an error ended it. */
const STANDING: readonly TaskState[] = [
  "created",
  "ready",
  "running",
  "suspended",
  "blocked",
  "failed",
  "pending",
];

/** Where a program has no line of its own for a part: `run_until_complete` starts the loop and waits. */
const NEAREST: Readonly<Record<MainPart, MainPart>> = {
  call: "create",
  create: "wait",
  wait: "start",
  rest: "wait",
  start: "wait",
  total: "total",
};

function partAt({ steps, parts }: MainMoves, step: StepIndex): MainPart | undefined {
  return parts[upperBound(steps, step) - 1];
}
