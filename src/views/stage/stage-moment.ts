import type { Mode, Scenario } from "#scenario/scenario.ts";
import type {
  CallbackMoment,
  LoopPhase,
  OutsideCount,
  OutsideWork,
  Seat,
  Snapshot,
  TaskState,
  ThreadInfo,
  TraceModel,
} from "#trace/model-types.ts";
import { tasksTaken } from "#trace/tasks-taken.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { callStackOf, type LoopWork } from "./call-stack.ts";
import { type Crowd, crowdOf } from "./crowd.ts";
import { countWaiting, lackOf } from "./lacks.ts";

/** How closely the stage looks: every task by name, every task by monogram, or how many there are. */
export type Detail = "named" | "chips" | "counts";

export const MOST_NAMED = 12;
export const MOST_CHIPS = 200;

/** A chair for one task: a thread of the program, or a process with one thread in it. */
export interface StageSeat {
  readonly thread: ThreadInfo;
  readonly occupant: TaskId | undefined;
  /** Name of the callback when it is not the task's body that holds the thread. */
  readonly callback: string | undefined;
  /** `ready`: its occupant wants to compute, and lacks a core or the interpreter. */
  readonly state: "free" | "running" | "blocked" | "ready";
  readonly lacks: "core" | "interpreter" | undefined;
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
  /** Those that are ready at their seats are not counted as ready: they stand in no queue. */
  readonly counts: Readonly<Record<TaskState, number>>;
  /** Ready tasks in the queue's order (the main program among them), then those only created. */
  readonly queue: readonly TaskId[];
  /** Empty where there is a crowd. */
  readonly seats: readonly StageSeat[];
  readonly crowd: Crowd | undefined;
  /** Who waits for something, and who only waits for a place: a slot, or a connection. */
  readonly hanging: readonly TaskId[];
  readonly inLine: readonly TaskId[];
  /** Done, failed, cancelled and left pending, in the order in which they ended. */
  readonly ended: readonly TaskId[];
  /** Each wait off the thread; in `counts` detail none, and how many there are instead. */
  readonly outside: readonly OutsideWork[];
  readonly outsideCounts: readonly OutsideCount[];
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
          .filter((task) => !guests.hidden.has(task) && lackOf(model, task, step) === undefined)
          .map((task) => ({ task, since: model.spanAtStep(task, step)?.from ?? 0 }))
          .sort((a, b) => a.since - b.since)
          .map(({ task }) => task);
  // Timers of a loop that has stopped will never fire; a server goes on working.
  const goesOn = ({ kind }: Pick<OutsideWork, "kind">) => snapshot.loop !== "stopped" || kind === "request";
  const outside = detail === "counts" ? [] : model.outsideAt(step, Number.POSITIVE_INFINITY).filter(goesOn);
  const suspended = tasksIn(["suspended"]);
  const isInLine = (task: TaskId): boolean => {
    const reason = model.spanAtStep(task, step)?.detail.reason;
    return reason === "limit" || reason === "connection";
  };
  const callbacks = model.callbacksAt(step, MOST_CHIPS);
  const loop = loopWorkOf(model, step, snapshot, callbacks);
  const waiting = countWaiting(model, step, snapshot);
  const counts = { ...snapshot.counts, ready: snapshot.counts.ready - waiting };
  const crowd = crowdOf(model, snapshot, counts, waiting);
  return {
    mode: scenario.mode,
    loop: snapshot.loop,
    detail,
    taskTotal,
    counts,
    queue: [...withMain(model, step, tasksIn(["ready"])), ...tasksIn(["created"])],
    seats:
      crowd === undefined
        ? snapshot.seats
            .filter(
              (seat) => scenario.mode === "async" || scenario.mode === "sync" || seat.thread.kind !== "main",
            )
            .map((seat) => seatOf(model, step, seat, guests.inMain, loop))
        : [],
    crowd,
    hanging: [
      ...(mainHangs(model, step, guests.inMain) ? [MAIN] : []),
      ...suspended.filter((task) => !isInLine(task)),
    ],
    inLine: suspended.filter(isInLine),
    ended: tasksIn(["done", "failed", "cancelled", "pending"]),
    outside: outside.map((work) =>
      work.task === MAIN && guests.inMain !== undefined ? { ...work, task: guests.inMain } : work,
    ),
    outsideCounts: detail === "counts" ? model.outsideCountsAt(step).filter(goesOn) : [],
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

/** The main program is a task like the others once it waits at an `await`; before that it only waits for the loop. */
function mainHangs(model: TraceModel, step: StepIndex, inMain: TaskId | undefined): boolean {
  if (model.scenario.mode !== "async" || inMain !== undefined) return false;
  const span = model.spanAtStep(MAIN, step);
  return span?.state === "suspended" && model.trace.typeAt(span.from) === "task_suspended";
}

function seatOf(
  model: TraceModel,
  step: StepIndex,
  seat: Seat,
  inMain: TaskId | undefined,
  loop: LoopWork,
): StageSeat {
  const { hold, held, thread, waiting } = seat;
  const task = hold?.task ?? waiting;
  const isMain = task === MAIN;
  const occupant = isMain && inMain !== undefined ? inMain : task;
  const isShown = task !== undefined && !(isMain && model.scenario.mode === "sync");
  return {
    thread,
    occupant: isShown ? occupant : undefined,
    callback: hold?.callback,
    state: isShown ? (hold?.state ?? "ready") : "free",
    lacks: waiting === undefined ? undefined : lackOf(model, waiting, step),
    nth: model.scenario.mode === "pool" ? tasksTaken(model, seat, step) : held,
    calls: callStackOf(model, step, seat, loop),
  };
}
