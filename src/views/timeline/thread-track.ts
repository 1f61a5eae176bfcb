import { upperBound } from "#base/binary-search.ts";
import type { ThreadInfo, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";

export type HoldKind = "running" | "blocked" | "callback" | "blocked_callback";

/** Who held a thread, hold by hold, in columns: what a thread lane is drawn from. */
export interface ThreadTrack {
  readonly info: ThreadInfo;
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly task: Uint32Array;
  kindAt(index: number): HoldKind;
  /** The longest stretch of time in which nobody held the thread. */
  readonly idle: { readonly from: StepIndex; readonly to: StepIndex } | undefined;
}

const CALLBACK = 1;
const BLOCKED = 2;
const KINDS: readonly HoldKind[] = ["running", "callback", "blocked", "blocked_callback"];

/** Reads a thread's holds once; the lane then asks by index. */
export function trackOf(model: TraceModel, thread: number): ThreadTrack {
  const info = model.threads[thread] as ThreadInfo;
  const holds = model.holdsOf(thread);
  const count = holds.length;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const task = new Uint32Array(count);
  const flags = new Uint8Array(count);
  let idle: ThreadTrack["idle"];
  let longest = 0;
  const { length } = model.trace;
  const free = (start: StepIndex, end: StepIndex, began: number, ended: number) => {
    if (ended - began <= longest) return;
    longest = ended - began;
    idle = { from: start, to: end };
  };
  let previousStep = 0;
  let previousEnd = 0;
  holds.forEach((hold, k) => {
    from[k] = hold.from;
    to[k] = hold.to;
    task[k] = hold.task;
    flags[k] = (hold.callback === undefined ? 0 : CALLBACK) | (hold.state === "blocked" ? BLOCKED : 0);
    free(previousStep, hold.from, previousEnd, hold.start);
    previousStep = hold.to;
    previousEnd = hold.end;
  });
  // A thread that is made for one task ends with it; the others wait for more.
  if (info.kind !== "task_thread") free(previousStep, length, previousEnd, model.total);
  return {
    info,
    count,
    from,
    to,
    task,
    kindAt: (index) => KINDS[flags[index] as number] as HoldKind,
    idle,
  };
}

/** The task that holds the thread at a step, callbacks included; undefined when the thread is free. */
export function holderAt(track: ThreadTrack, step: StepIndex): TaskId | undefined {
  const index = upperBound(track.from, step) - 1;
  return index >= 0 && (track.to[index] as number) > step ? track.task[index] : undefined;
}
