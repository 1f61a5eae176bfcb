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

/** Who stands where in the program. */
export interface Standings {
  /** By index of the line, in order of the tasks. */
  readonly byLine: ReadonlyMap<number, readonly Standing[]>;
  /** States in which there are more tasks than were looked for: counts of these are lower bounds. */
  readonly crowded: ReadonlySet<TaskState>;
}

/** In each state this many tasks are looked for, so that an answer takes no longer than a frame. */
export const CROWD = 5_000;

/** Finds where tasks stand. Made once for a run and its program. */
export interface Locator {
  /** Everybody's place, and in a crowd that of `selected` whatever the order. */
  standingsAt(step: StepIndex, selected?: TaskId): Standings;
  /** The line that a task has come to by its events up to `step`, whatever its state. */
  lineOfEvent(task: TaskId, step: StepIndex): number | undefined;
  /** The events with which the main program comes to a line. */
  movesOfMainTo(line: number): readonly StepIndex[];
}

export function createLocator(model: TraceModel, program: Program): Locator {
  const { trace } = model;
  const taskByName = new Map(trace.names.map((name, task) => [name, task]));
  const moves = readMainMoves(trace, model.scenario);
  const hasCallbacks = model.scenario.tasks.some(({ callbacks = [] }) => callbacks.length > 0);

  /** The line of the last event that belongs to a piece of the task's program, or of the head of its function. */
  function lineOfEvent(task: TaskId, step: StepIndex): number | undefined {
    const events = model.eventsOf(task);
    let k = upperBound(events, step) - 1;
    while (k >= 0 && trace.markAt(events[k] as number) === NO_MARK) k -= 1;
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

  function groupByLine(here: readonly Standing[], step: StepIndex): Standings["byLine"] {
    const lines = new Map<number, Standing[]>();
    for (const standing of here) {
      const line = standing.task === MAIN ? lineOfMain(step) : lineOfEvent(standing.task, step);
      if (line === undefined) continue;
      const there = lines.get(line);
      if (there === undefined) lines.set(line, [standing]);
      else there.push(standing);
    }
    return lines;
  }

  return {
    lineOfEvent,
    movesOfMainTo: (line) => moves.steps.filter((_, k) => lineOfPart(moves.parts[k]) === line),
    standingsAt(step, selected) {
      if (step < 0) return NOWHERE;
      const { counts } = model.snapshotAt(step, trace.timeAt(step));
      const crowded = new Set(STANDING.filter((state) => counts[state] > CROWD));
      const here = STANDING.flatMap((state) =>
        model.tasksInState(state, step, CROWD).map((task): Standing => ({ task, state })),
      );
      here.push(...callbacksRunning(step));
      if (selected !== undefined && selected !== MAIN && here.every(({ task }) => task !== selected)) {
        const state = model.stateAt(selected, step);
        if (crowded.has(state)) here.push({ task: selected, state });
      }
      here.sort((a, b) => a.task - b.task);
      here.push({ task: MAIN, state: model.stateAt(MAIN, step) });
      return { byLine: groupByLine(here, step), crowded };
    },
  };
}

const NOWHERE: Standings = { byLine: new Map(), crowded: new Set() };

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
