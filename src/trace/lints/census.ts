import type { TraceTime } from "#base/units.ts";
import type { EventType } from "../event-types.ts";
import { isTakenOff } from "../model/index-holds.ts";
import type { TaskState, TraceModel } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import { RequestCounter } from "./count-requests.ts";

/** What a task can be occupied with, as far as lints care. */
const OCCUPATIONS = [
  "none",
  "ready",
  "busy",
  "blocked",
  "computing",
  "longComputing",
  /** Suspended until a request is answered; answered, but the loop has not yet looked. */
  "awaiting",
  "answered",
  /** Suspended for a place of one of the program's own limits. */
  "awaitingPlace",
  "awaitingConnection",
] as const;
type Occupation = (typeof OCCUPATIONS)[number];

const codeOf = Object.fromEntries(OCCUPATIONS.map((name, code) => [name, code])) as Record<
  Occupation,
  number
>;

/**
 * How many tasks are occupied with what; the same object for every stretch of time. The main program counts only where
 * it holds the loop's thread itself, with a body that it awaits directly.
 */
export interface Census {
  readonly tasks: Readonly<Record<Occupation, number>>;
  /** Done-callbacks that run. */
  readonly callbacks: number;
  /** Requests that the server is working on, and those that it will take up later; 0 where it takes up all at once. */
  readonly atServer: number;
  readonly queuedAtServer: number;
}

/** A stretch of time in which nothing happens, and the event after which it begins. */
export interface Stretch {
  readonly step: StepIndex;
  readonly start: TraceTime;
  readonly end: TraceTime;
}

/** asyncio, in debug mode, warns of whatever holds the loop this long (`loop.slow_callback_duration`, 0.1 s). */
const LONG_COMPUTING = 100;

/** Walks along a run and shows who is occupied with what in every stretch of time that lasts. O(events + spans). */
export function takeCensus(model: TraceModel, visit: (census: Census, stretch: Stretch) => void): void {
  const { scenario, trace, spanRows } = model;
  const isAsync = scenario.mode === "async";
  const counts = new Int32Array(OCCUPATIONS.length);
  const occupations = new Uint8Array(model.taskCount);
  const requests = new RequestCounter(model);
  const tasks = {} as Record<Occupation, number>;
  /** Whether what a task computes now is long, though others come between. */
  const isLong = new Uint8Array(model.taskCount);
  let callbacks = 0;
  let row = 0;

  function move(task: TaskId, next: number): void {
    const before = occupations[task] as number;
    counts[before] = (counts[before] as number) - 1;
    counts[next] = (counts[next] as number) + 1;
    occupations[task] = next;
  }

  function occupation(task: TaskId): number {
    const code = codeOf[occupationIn(model, row)];
    if (code !== codeOf.computing && code !== codeOf.longComputing) return code;
    const from = spanRows.fromAt(row);
    if (trace.typeAt(from) === "cpu_start")
      isLong[task] = code === codeOf.longComputing || isInterrupted(model, row) ? 1 : 0;
    return isLong[task] === 1 ? codeOf.longComputing : codeOf.computing;
  }

  function readRow(): void {
    const task = spanRows.taskAt(row);
    if (spanRows.isRepeatedAt(row)) return;
    if (task !== MAIN) move(task, occupation(task));
    else if (isAsync) move(MAIN, holdsThread(spanRows.stateAt(row)) ? occupation(MAIN) : codeOf.none);
  }

  function readEvent(step: StepIndex, type: EventType): void {
    switch (type) {
      case "server_end": {
        const task = trace.taskAt(step);
        if (occupations[task] === codeOf.awaiting) move(task, codeOf.answered);
        return;
      }
      case "callback_called":
        callbacks += 1;
        return;
      case "callback_end":
      case "callback_failed":
        callbacks -= 1;
        return;
    }
  }

  let start = trace.end;
  for (let step = 0; step < trace.length; step++) {
    start = trace.timeAt(step);
    for (; row < spanRows.count && spanRows.fromAt(row) <= step; row++) readRow();
    const type = trace.typeAt(step);
    readEvent(step, type);
    requests.read(step, type);
    const end = step + 1 < trace.length ? trace.timeAt(step + 1) : trace.end;
    if (end <= start) continue;
    for (let code = 0; code < counts.length; code++)
      tasks[OCCUPATIONS[code] as Occupation] = counts[code] as number;
    visit(
      { tasks, callbacks, atServer: requests.atServer, queuedAtServer: requests.queued },
      { step, start, end },
    );
  }
}

/** Whether a long computing step was interrupted after its first slice. */
function isInterrupted({ trace, spanRows }: TraceModel, row: number): boolean {
  const { ms = 0 } = trace.detailAt(spanRows.fromAt(row));
  return ms >= LONG_COMPUTING && isTakenOff(trace, spanRows.toAt(row));
}

const holdsThread = (state: TaskState) => state === "running" || state === "blocked";

function occupationIn({ trace, spanRows }: TraceModel, row: number): Occupation {
  const state = spanRows.stateAt(row);
  switch (state) {
    case "ready":
      // It computes, as far as the program can tell: others only come between.
      return spanRows.activityAt(row) === undefined ? "ready" : "computing";
    case "blocked":
      return state;
    case "running":
      if (spanRows.activityAt(row) !== "cpu") return "busy";
      return spanRows.endAt(row) - spanRows.startAt(row) >= LONG_COMPUTING ? "longComputing" : "computing";
    case "suspended":
      switch (trace.detailAt(spanRows.fromAt(row)).reason) {
        case "limit":
          return "awaitingPlace";
        case "connection":
          return "awaitingConnection";
        case "io":
          return "awaiting";
        default:
          return "none";
      }
    default:
      return "none";
  }
}
