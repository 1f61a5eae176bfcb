import { upperBound } from "#base/binary-search.ts";
import type { MainPart, Program } from "#scenario/program/program.ts";
import { NO_MARK } from "#scenario/program-mark.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { type MainMoves, readMainMoves } from "./main-parts.ts";

/** Somebody stands on a line: a task, or the main program. */
export interface Standing {
  readonly task: TaskId;
  readonly state: TaskState;
}

/** Who stands where in the program, by index of the line. */
export type Standings = ReadonlyMap<number, readonly Standing[]>;

/** Finds where tasks stand. Made once for a run and its program. */
export interface Locator {
  standingsAt(step: StepIndex): Standings;
  /** The line of a task; undefined before it is made and when it is over. */
  lineAt(task: TaskId, step: StepIndex): number | undefined;
  /** The line that a task has come to by its events up to `step`, whatever its state. */
  lineOfEvent(task: TaskId, step: StepIndex): number | undefined;
  /** The events with which the main program comes to a line. */
  movesOfMainTo(line: number): readonly StepIndex[];
}

export function createLocator(model: TraceModel, program: Program): Locator {
  const { trace } = model;
  const taskByName = new Map(trace.names.map((name, task) => [name, task]));
  const moves = readMainMoves(trace, model.scenario);

  /** The line of the last event that belongs to a piece of the task's program, or of the head of its function. */
  function lineOfEvent(task: TaskId, step: StepIndex): number | undefined {
    const events = model.eventsOf(task);
    let k = upperBound(events, step) - 1;
    while (k >= 0 && trace.markAt(events[k] as number) === NO_MARK) k -= 1;
    if (k < 0) return task === MAIN ? undefined : program.lineOf(task - 1, NO_MARK);
    const event = events[k] as number;
    const stack = model.callStackAt(task, event);
    // A call belongs to the caller's program, although the called body is on the stack by then.
    const body = stack[stack.length - (trace.typeAt(event) === "call_start" ? 2 : 1)];
    const owner = (body === undefined ? undefined : taskByName.get(body)) ?? task;
    return owner === MAIN ? undefined : program.lineOf(owner - 1, trace.markAt(event));
  }

  function lineOfMain(step: StepIndex): number | undefined {
    const inCall = model.callStackAt(MAIN, step).length > 1 ? lineOfEvent(MAIN, step) : undefined;
    if (inCall !== undefined) return inCall;
    return lineOfPart(partAt(moves, step));
  }

  function lineOfPart(part: MainPart | undefined): number | undefined {
    return part === undefined ? undefined : (program.lineOfMain(part) ?? program.lineOfMain(NEAREST[part]));
  }

  function lineAt(task: TaskId, step: StepIndex): number | undefined {
    if (task === MAIN) return lineOfMain(step);
    return STANDS[model.stateAt(task, step)] ? lineOfEvent(task, step) : undefined;
  }

  return {
    lineAt,
    lineOfEvent,
    movesOfMainTo: (line) => moves.steps.filter((_, k) => lineOfPart(moves.parts[k]) === line),
    standingsAt(step) {
      const lines = new Map<number, Standing[]>();
      const put = (task: TaskId, state: TaskState, line: number | undefined) => {
        if (line === undefined) return;
        const there = lines.get(line);
        if (there === undefined) lines.set(line, [{ task, state }]);
        else there.push({ task, state });
      };
      if (step < 0) return lines;
      for (let task = 1; task < model.taskCount; task += 1) {
        const state = model.stateAt(task, step);
        if (STANDS[state]) put(task, state, lineOfEvent(task, step));
      }
      const time = trace.timeAt(step);
      for (const { hold } of model.snapshotAt(step, time).seats)
        if (hold?.callback !== undefined) put(hold.task, hold.state, lineOfEvent(hold.task, step));
      put(MAIN, model.stateAt(MAIN, step), lineOfMain(step));
      return lines;
    },
  };
}

/** States in which a task stands somewhere in its program: it has been made and is not over, or an error ended it. */
const STANDS: Readonly<Record<TaskState, boolean>> = {
  absent: false,
  created: true,
  ready: true,
  running: true,
  suspended: true,
  blocked: true,
  done: false,
  failed: true,
  cancelled: false,
  pending: true,
};

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
