import { hasEnded } from "../has-ended.ts";
import type { TraceModel } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";

/** What a teacher stops at: each the first time that it happens in a run, and the end. */
export type KeyMomentKind =
  | "first_await"
  | "all_suspended"
  | "first_wake"
  | "first_callback"
  | "block_begins"
  | "block_ends"
  | "first_failure"
  | "end";

export interface KeyMoment {
  readonly kind: KeyMomentKind;
  /** The event with which it has come. */
  readonly step: StepIndex;
}

/**
 * The key moments of a run, in the order in which they come; where one event is two of them, the one that is named first
 * above. A run that is still under way has none: nobody knows yet what is the last of it. O(events + holds).
 */
export function keyMomentsOf(model: TraceModel): readonly KeyMoment[] {
  if (!hasEnded(model.trace)) return [];
  const found: readonly (readonly [KeyMomentKind, StepIndex | undefined])[] = [
    ...firstEvents(model),
    ["all_suspended", firstRest(model)],
    ...firstBlock(model),
    ["end", model.trace.length - 1],
  ];
  const byStep = new Map<StepIndex, KeyMomentKind>();
  for (const kind of ORDER) {
    const step = found.find(([known]) => known === kind)?.[1];
    if (step !== undefined && !byStep.has(step)) byStep.set(step, kind);
  }
  return [...byStep].map(([step, kind]) => ({ kind, step })).sort((a, b) => a.step - b.step);
}

const ORDER: readonly KeyMomentKind[] = [
  "first_await",
  "all_suspended",
  "first_wake",
  "first_callback",
  "block_begins",
  "block_ends",
  "first_failure",
  "end",
];

/** Those that are one event of one of the scenario's tasks. */
function firstEvents({ trace }: TraceModel): readonly (readonly [KeyMomentKind, StepIndex])[] {
  const first = new Map<KeyMomentKind, StepIndex>();
  const note = (kind: KeyMomentKind, step: StepIndex) => {
    if (!first.has(kind)) first.set(kind, step);
  };
  const suspended = new Set<TaskId>();
  for (let step = 0; step < trace.length && first.size < 4; step++) {
    const task = trace.taskAt(step);
    if (task === MAIN) continue;
    switch (trace.typeAt(step)) {
      case "task_suspended":
        suspended.add(task);
        note("first_await", step);
        break;
      case "task_ready":
      case "task_resumed":
        if (suspended.has(task)) note("first_wake", step);
        break;
      case "callback_called":
        note("first_callback", step);
        break;
      case "task_failed":
        note("first_failure", step);
        break;
    }
  }
  return [...first];
}

/** The event after which the loop's thread is free for the first time, while tasks hang. */
function firstRest(model: TraceModel): StepIndex | undefined {
  if (model.scenario.mode !== "async") return undefined;
  for (let nth = 0; nth < model.holdCount(0); nth++) {
    const { to, end } = model.holdAt(0, nth);
    const next = nth + 1 < model.holdCount(0) ? model.holdAt(0, nth + 1).start : model.trace.end;
    if (next <= end || to >= model.trace.length) continue;
    const step = model.stepAtTime(end);
    return model.snapshotAt(step, end).counts.suspended > 0 ? step : undefined;
  }
  return undefined;
}

/** When a thread is blocked for the first time by a task, and when that is over. */
function firstBlock(model: TraceModel): readonly (readonly [KeyMomentKind, StepIndex])[] {
  let first: { readonly from: StepIndex; readonly to: StepIndex } | undefined;
  for (const { id } of model.threads) {
    const hold = firstBlockOf(model, id);
    if (hold !== undefined && hold.from < (first?.from ?? Number.POSITIVE_INFINITY)) first = hold;
  }
  if (first === undefined) return [];
  const { from, to } = first;
  return [["block_begins", from], ...(to < model.trace.length ? ([["block_ends", to]] as const) : [])];
}

function firstBlockOf(model: TraceModel, thread: number) {
  for (let nth = 0; nth < model.holdCount(thread); nth++) {
    const hold = model.holdAt(thread, nth);
    if (hold.state === "blocked" && hold.task !== MAIN) return hold;
  }
  return undefined;
}
