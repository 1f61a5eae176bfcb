import type { TraceTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { indexTrace, type ModelTables } from "./index-trace.ts";
import { CallTable } from "./model/call-table.ts";
import { rosterOf } from "./model/callback-log.ts";
import { CallbackTable } from "./model/callback-table.ts";
import { CoreTable } from "./model/core-table.ts";
import { rowsOf } from "./model/group-rows.ts";
import { HoldTable } from "./model/hold-table.ts";
import { Moments } from "./model/moments.ts";
import { OutsideTable } from "./model/outside-table.ts";
import { spanRowsOf } from "./model/span-rows.ts";
import { SpanTable } from "./model/span-table.ts";
import { threadsOf } from "./model/threads.ts";
import type {
  CoreHold,
  Hold,
  LoopPhase,
  PrintedLine,
  Seat,
  Snapshot,
  Span,
  TaskState,
  TraceModel,
} from "./model-types.ts";
import { stepAtTime } from "./step-at-time.ts";
import type { StepIndex, TaskId, Trace } from "./trace.ts";

/** The model of a trace: `indexTrace`, then `modelFromTables`. For a long trace the first belongs in a worker. */
export function buildTraceModel(trace: Trace, scenario: Scenario): TraceModel {
  return modelFromTables(scenario, trace, indexTrace(trace, scenario));
}

/**
 * The model of a trace over its tables, which are not copied. Quick however long the trace is: the objects in the
 * answers are made when they are asked for.
 */
export function modelFromTables(scenario: Scenario, trace: Trace, tables: ModelTables): TraceModel {
  const threads = threadsOf(scenario);
  const callbacks = new CallbackTable(tables.callbacks, rosterOf(scenario));
  const holds = new HoldTable(tables.holds, tables.spans, callbacks, trace);
  const spans = new SpanTable(tables.spans, trace);
  const calls = new CallTable(tables.calls);
  const outside = new OutsideTable(tables.outside, trace);
  const moments = new Moments(tables.moments, trace);
  const cores = new CoreTable(tables.cores, trace, scenario);

  function seatsAt(step: StepIndex): readonly Seat[] {
    return threads.map((thread) => {
      const { hold, held, paused } = holds.seatAt(thread.id, step);
      const isWaiting = paused !== undefined && spans.stateAt(paused, step) === "ready";
      return { thread, hold, held, waiting: isWaiting ? paused : undefined };
    });
  }

  function loopPhaseAt(step: StepIndex): LoopPhase {
    if (scenario.mode !== "async") return "none";
    if (!moments.hasLoopStarted(step)) return "not_started";
    if (moments.hasLoopStopped(step)) return "stopped";
    const { hold, paused } = holds.seatAt(0, step);
    return (
      hold?.state ?? (paused !== undefined && spans.stateAt(paused, step) === "ready" ? "running" : "idle")
    );
  }

  return {
    scenario,
    trace,
    total: trace.end,
    taskCount: trace.names.length,
    threads,
    coreCount: cores.count,
    instants: tables.moments.instants,

    get prints(): readonly PrintedLine[] {
      return moments.lines();
    },

    spanRows: spanRowsOf(tables.spans, trace),
    spanRow: (task: TaskId, nth: number): number => spans.rowAt(task, nth),
    spanCount: (task: TaskId): number => spans.spanCount(task),
    spanAt: (task: TaskId, nth: number): Span => spans.spanAt(task, nth),
    spansOf: (task: TaskId): readonly Span[] =>
      Array.from({ length: spans.spanCount(task) }, (_, nth) => spans.spanAt(task, nth)),
    holdCount: (thread: number): number => holds.holdCount(thread),
    holdAt: (thread: number, nth: number): Hold => holds.holdAt(thread, nth),
    holdFrom: (thread: number, nth: number): StepIndex => holds.fromAt(thread, nth),
    holdTo: (thread: number, nth: number): StepIndex => holds.toAt(thread, nth),
    isHoldBlocked: (thread: number, nth: number): boolean => holds.isBlockedAt(thread, nth),
    holdsOf: (thread: number): readonly Hold[] =>
      Array.from({ length: holds.holdCount(thread) }, (_, nth) => holds.holdAt(thread, nth)),
    coreHoldCount: (core: number): number => cores.holdCount(core),
    coreHoldAt: (core: number, nth: number): CoreHold => cores.holdAt(core, nth),
    coreHoldAtStep: (core: number, step: StepIndex): CoreHold | undefined => cores.holdAtStep(core, step),
    eventsOf: (task: TaskId): Uint32Array => rowsOf(tables.events, task),

    stateAt: (task: TaskId, step: StepIndex): TaskState => spans.stateAt(task, step),
    spanAtStep: (task: TaskId, step: StepIndex): Span | undefined => spans.spanAtStep(task, step),
    taskMomentAt: (task: TaskId, step: StepIndex) => ({
      task,
      state: spans.stateAt(task, step),
      span: spans.spanAtStep(task, step),
    }),
    tasksInState: (state: TaskState, step: StepIndex, limit: number): readonly TaskId[] =>
      spans.tasksInState(state, step, limit),
    outsideAt: (step: StepIndex, limit: number) => outside.workAt(step, limit),
    outsideCountsAt: (step: StepIndex) => outside.countsAt(step),
    callbacksAt: (step: StepIndex, limit: number, task?: TaskId) =>
      task === undefined ? callbacks.momentsAt(step, limit) : callbacks.momentsOf(task, step, limit),

    callStackAt(task: TaskId, step: StepIndex): readonly string[] {
      if (!spans.isUnderWay(task, step)) return [];
      return calls.stackAt(task, step).map((body) => trace.names[body] as string);
    },

    stepAtTime: (time: TraceTime): StepIndex => stepAtTime(trace, time),

    snapshotAt(step: StepIndex, time: TraceTime): Snapshot {
      let seats: readonly Seat[] | undefined;
      return {
        step,
        time,
        turn: moments.turnAt(step),
        loop: loopPhaseAt(step),
        counts: spans.countsAt(step),
        // Only made when read: with a thread for each of many tasks, it is the one part that is not small.
        get seats(): readonly Seat[] {
          seats ??= seatsAt(step);
          return seats;
        },
        printed: moments.printedAt(step),
      };
    },
  };
}
