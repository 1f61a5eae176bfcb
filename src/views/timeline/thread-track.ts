import type { Hold, ThreadInfo, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { isCap } from "./draw-shapes.ts";
import { type LiveLayer, openEndOf } from "./live-layer.ts";
import type { Stretches } from "./visible.ts";

/** What a lane above those of the tasks stands for: a thread, or a core, whose number is its `worker`. */
export type LaneInfo = ThreadInfo | { readonly id: number; readonly kind: "core"; readonly worker: number };

/** On a core, another program may be: its `task` is NOBODY. */
export interface LaneHold extends Hold {
  readonly program?: string;
}

/**
 * Who held a thread, or was on a core, hold by hold in order of time: what its lane is drawn from. Holds are read as they
 * are asked for.
 */
export interface ThreadTrack extends Stretches {
  readonly info: LaneInfo;
  at(index: number): LaneHold;
  /** Did it only wait? */
  isBlocked(index: number): boolean;
  /** From which step to which the thread is there; undefined when it never is. */
  readonly life: StepRange | undefined;
  /** The longest stretch of time in which nobody held the thread. */
  readonly idle: StepRange | undefined;
}

interface StepRange {
  readonly from: StepIndex;
  readonly to: StepIndex;
}

/** With more holds than this on one thread, no idle stretch is wide enough for a word, and looking for it costs time. */
const MOST_SEARCHED = 5_000;

/** `live`: of a measured run, which may still go on. */
export function trackOf(model: TraceModel, thread: number, live?: LiveLayer): ThreadTrack {
  const info = model.threads[thread] as ThreadInfo;
  const count = model.holdCount(thread);
  const last = count > 0 ? model.holdAt(thread, count - 1) : undefined;
  const goesOn = live?.underWay === true && !(isOneTasks(info) && hasEnded(model, last));
  return {
    info,
    count,
    mostPerPixel: 3,
    at: (index) => model.holdAt(thread, index),
    from: (index) => model.holdFrom(thread, index),
    to: (index) => model.holdTo(thread, index),
    isBlocked: (index) => model.isHoldBlocked(thread, index),
    openEnd: live && last && !last.callback ? openEndOf(model, live, last.task) : undefined,
    life: lifeOf(model, info, last, goesOn),
    idle: count > MOST_SEARCHED ? undefined : longestIdle(model, info, count, goesOn),
  };
}

/** A thread made for one task ends with it, and a loop's thread with the main program; workers stay. */
function lifeOf(
  model: TraceModel,
  info: ThreadInfo,
  last: Hold | undefined,
  goesOn: boolean,
): ThreadTrack["life"] {
  const to = info.kind === "worker" || goesOn ? model.trace.length : last?.to;
  if (to === undefined || (isOneTasks(info) && !last)) return undefined;
  return { from: isOneTasks(info) ? model.holdAt(info.id, 0).from : -1, to };
}

/** Is it made for one task, to end with it? */
const isOneTasks = ({ kind }: Pick<LaneInfo, "kind">): boolean =>
  kind === "task_thread" || kind === "process";

function hasEnded(model: TraceModel, last: Hold | undefined): boolean {
  return last !== undefined && isCap(model.stateAt(last.task, model.trace.length - 1));
}

function longestIdle(
  model: TraceModel,
  { id, kind }: ThreadInfo,
  count: number,
  goesOn: boolean,
): ThreadTrack["idle"] {
  let idle: ThreadTrack["idle"];
  let longest = 0;
  let free = { from: 0, since: 0 };
  for (let k = 0; k < count; k++) {
    const hold = model.holdAt(id, k);
    if (hold.start - free.since > longest) {
      longest = hold.start - free.since;
      idle = { from: free.from, to: hold.from };
    }
    free = { from: hold.to, since: hold.end };
  }
  // A worker waits for more until the program ends; the other threads are over with their last hold.
  if ((kind === "worker" || (goesOn && !isOneTasks({ kind }))) && model.total - free.since > longest)
    idle = { from: free.from, to: model.trace.length };
  return idle;
}

/** The task that holds the thread at a step, be it with a callback; undefined when the thread is free. */
export function holderAt(track: ThreadTrack, step: StepIndex): TaskId | undefined {
  const index = lastBegunBy(track, step);
  if (index < 0) return undefined;
  const hold = track.at(index);
  return hold.to > step ? hold.task : undefined;
}

/** Index of the last hold that began at or before a step; -1 when none has */
export function lastBegunBy(track: ThreadTrack, step: StepIndex): number {
  let low = 0;
  let high = track.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (track.from(middle) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
