import type { Mode, Scenario } from "#scenario/scenario.ts";
import type {
  CallbackMoment,
  LoopPhase,
  OutsideWork,
  Seat,
  Snapshot,
  TaskState,
  ThreadInfo,
  TraceModel,
} from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { callStackOf, type LoopWork } from "./call-stack.ts";

/** How closely the stage looks: every task by name, every task by monogram, or how many there are. */
export type Detail = "named" | "chips" | "counts";

export const MOST_NAMED = 12;
export const MOST_CHIPS = 200;
/** How many waits off the thread are looked at. */
const MOST_OUTSIDE = 1000;

/** A chair for one task: a thread of the program. */
export interface StageSeat {
  readonly thread: ThreadInfo;
  readonly occupant: TaskId | undefined;
  /** Name of the callback when it is not the task's body that holds the thread. */
  readonly callback: string | undefined;
  readonly state: "free" | "running" | "blocked";
  /** Which of its pieces of work this is, from 1; 0 before the first. */
  readonly nth: number;
  /** What runs on the thread, innermost call first, as in the code. */
  readonly calls: readonly string[];
}

/** Where everybody is at one step. */
export interface StageMoment {
  readonly mode: Mode;
  readonly loop: LoopPhase;
  readonly detail: Detail;
  readonly taskTotal: number;
  readonly counts: Readonly<Record<TaskState, number>>;
  /** Ready tasks in the queue's order (the main program among them), then those only created. */
  readonly queue: readonly TaskId[];
  readonly seats: readonly StageSeat[];
  readonly hanging: readonly TaskId[];
  /** Done, failed, cancelled and left pending, in the order in which they ended. */
  readonly ended: readonly TaskId[];
  readonly outside: readonly OutsideWork[];
  /** True when there are more waits than were looked at. */
  readonly isOutsidePartial: boolean;
  readonly callbacks: readonly CallbackMoment[];
}

/** Reads one step from the model. In `counts` detail the lists of tasks stay empty. */
export function stageMomentOf(model: TraceModel, step: StepIndex): StageMoment {
  const { scenario } = model;
  const taskTotal = model.taskCount - 1;
  const detail: Detail = taskTotal <= MOST_NAMED ? "named" : taskTotal <= MOST_CHIPS ? "chips" : "counts";
  const time = step < 0 ? model.trace.timeAt(0) : model.trace.timeAt(step);
  const snapshot = model.snapshotAt(step, time);
  const guests = guestsOf(model, step);
  const tasksIn = (states: readonly TaskState[]): readonly TaskId[] =>
    detail === "counts"
      ? []
      : states
          .flatMap((state) => model.tasksInState(state, step, MOST_CHIPS))
          .filter((task) => !guests.hidden.has(task))
          .map((task) => ({ task, since: model.spanAtStep(task, step)?.from ?? 0 }))
          .sort((a, b) => a.since - b.since)
          .map(({ task }) => task);
  // Timers of a loop that has stopped will never fire; a server goes on working.
  const isOver = snapshot.loop === "stopped";
  const outside = model.outsideAt(step, MOST_OUTSIDE).filter((work) => !isOver || work.kind === "request");
  const callbacks = model.callbacksAt(step, MOST_CHIPS);
  const loop = loopWorkOf(model, step, snapshot, callbacks);
  return {
    mode: scenario.mode,
    loop: snapshot.loop,
    detail,
    taskTotal,
    counts: snapshot.counts,
    queue: [...withMain(model, step, tasksIn(["ready"])), ...tasksIn(["created"])],
    seats: snapshot.seats
      .filter((seat) => scenario.mode === "async" || scenario.mode === "sync" || seat.thread.kind !== "main")
      .map((seat) => seatOf(model, step, seat, guests.inMain, loop)),
    hanging: mainHangs(model, step, outside, guests.inMain)
      ? [MAIN, ...tasksIn(["suspended"])]
      : tasksIn(["suspended"]),
    ended: tasksIn(["done", "failed", "cancelled", "pending"]),
    outside: outside.map((work) =>
      work.task === MAIN && guests.inMain !== undefined ? { ...work, task: guests.inMain } : work,
    ),
    isOutsidePartial: outside.length === MOST_OUTSIDE,
    callbacks,
  };
}

function loopWorkOf(
  model: TraceModel,
  step: StepIndex,
  { loop, counts }: Snapshot,
  callbacks: readonly CallbackMoment[],
): LoopWork {
  if (loop === "none" || loop === "not_started" || loop === "stopped") return "none";
  const isReady =
    counts.ready > 0 ||
    model.stateAt(MAIN, step) === "ready" ||
    callbacks.some((callback) => callback.phase === "queued");
  return loop === "idle" && !isReady ? "asking" : "running";
}

interface Guests {
  /** Bodies that run inside another task and are not shown beside it. */
  readonly hidden: ReadonlySet<TaskId>;
  /** The body that the main program itself runs (`await coroutine()`): it is shown in main's place. */
  readonly inMain: TaskId | undefined;
}

const callers = new WeakMap<Scenario, readonly TaskId[]>();

/** The tasks that run another body inside themselves. */
function callersIn(scenario: Scenario): readonly TaskId[] {
  const found =
    callers.get(scenario) ??
    scenario.tasks.flatMap(({ steps }, k) => (steps.some((step) => step.kind === "call") ? [k + 1] : []));
  callers.set(scenario, found);
  return found;
}

/** A called body lives in its caller: drawing both would show one thread twice. */
function guestsOf(model: TraceModel, step: StepIndex): Guests {
  const { scenario, trace } = model;
  const idOf = (name: string | undefined): TaskId | undefined => {
    const id = name === undefined ? -1 : trace.names.indexOf(name);
    return id > 0 ? id : undefined;
  };
  const called = callersIn(scenario).flatMap((caller) => model.callStackAt(caller, step).slice(1));
  const isDirect = scenario.mode === "async" && scenario.wait?.style === "direct";
  return {
    hidden: new Set(called.map(idOf).filter((task) => task !== undefined)),
    inMain: isDirect ? idOf(model.callStackAt(MAIN, step)[1]) : undefined,
  };
}

/** Puts the main program where it stands among the ready tasks. */
function withMain(model: TraceModel, step: StepIndex, ready: readonly TaskId[]): readonly TaskId[] {
  if (model.scenario.mode !== "async" || model.stateAt(MAIN, step) !== "ready") return ready;
  const since = model.spanAtStep(MAIN, step)?.from ?? 0;
  const at = ready.findIndex((task) => (model.spanAtStep(task, step)?.from ?? 0) > since);
  return at < 0 ? [...ready, MAIN] : [...ready.slice(0, at), MAIN, ...ready.slice(at)];
}

/** The main program is shown hanging when it waits for something of its own, not when it waits for the tasks. */
function mainHangs(
  model: TraceModel,
  step: StepIndex,
  outside: readonly OutsideWork[],
  inMain: TaskId | undefined,
): boolean {
  return (
    model.scenario.mode === "async" &&
    inMain === undefined &&
    model.stateAt(MAIN, step) === "suspended" &&
    outside.some((work) => work.task === MAIN)
  );
}

function seatOf(
  model: TraceModel,
  step: StepIndex,
  seat: Seat,
  inMain: TaskId | undefined,
  loop: LoopWork,
): StageSeat {
  const { hold, held, thread } = seat;
  const isMain = hold?.task === MAIN;
  const occupant = isMain && inMain !== undefined ? inMain : hold?.task;
  const isShown = hold !== undefined && !(isMain && model.scenario.mode === "sync");
  return {
    thread,
    occupant: isShown ? occupant : undefined,
    callback: hold?.callback,
    state: isShown ? hold.state : "free",
    nth: held,
    calls: callStackOf(model, step, seat, loop),
  };
}
