import type { StateName } from "#i18n/states.ts";
import type { TimelineWords } from "#i18n/timeline.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { Activity, Span, TaskState } from "#trace/model-types.ts";
import type { LaneInfo } from "./thread-track.ts";

/** A length of time as Python would be given it: 2, 0.5, 1.25. */
export const plainSeconds = (ms: number): string => String(Math.round(ms) / 1000);

/** A moment or a total, in seconds with two decimals, or three when it has them. */
export const fixedSeconds = (ms: number): string => (ms / 1000).toFixed(Math.round(ms) % 10 === 0 ? 2 : 3);

/** A measured moment or length of time: clocks count in fractions of a millisecond, so all have three decimals. */
export const measuredSeconds = (ms: number): string => (ms / 1000).toFixed(3);

/** What a suspended task waits for; empty when its await has no name. */
export function suspendedReason({ detail }: Pick<Span, "detail">, words: TimelineWords): string {
  switch (detail.reason) {
    case "sleep":
      return words.suspendedFor.sleep(plainSeconds(detail.ms ?? 0));
    case "join":
      return detail.on === undefined ? words.suspendedFor.other : words.suspendedFor.join(detail.on);
    case undefined:
      return words.suspendedFor.other;
    default:
      return words.suspendedFor[detail.reason];
  }
}

/** What a ready task waits for: the loop's thread, a worker, its turn, or what it lacks to compute on. */
export function readyReason({ mode }: Scenario, words: TimelineWords, activity?: Activity): string {
  if (activity === "core" || activity === "interpreter") return words.lacks[activity];
  if (mode === "async") return words.readyInLoop;
  return mode === "pool" ? words.readyInPool : words.readyInLine;
}

/** A state and why, as on a lane; the state alone when nothing is known. */
export const withReason = (state: string, reason: string, words: TimelineWords): string =>
  reason === "" ? state : `${state}${words.colon}${reason}`;

/** A span, as far as its activity is concerned. */
type Doing = Pick<Span, "detail"> & { readonly activity?: Activity | undefined };

/** The call with which a blocked task holds its thread, or what a running one is busy with; empty when nothing is known. */
export function activityLabel({ activity, detail }: Doing, words: TimelineWords): string {
  switch (activity) {
    case "request":
      return words.request;
    case "blocking":
      return words.blockingCall(plainSeconds(detail.ms ?? 0));
    case "cpu":
      return words.computing;
    case "join":
      return words.joining;
    default:
      return "";
  }
}

/** The name that a state goes by: what is not there yet when all is over never began. */
export const stateNameOf = (state: TaskState, isOver: boolean): StateName =>
  state === "absent" && isOver ? "neverBegan" : state;

/** A thread lane's name, and a second line where there is one. */
export function threadName(info: LaneInfo, words: TimelineWords): { name: string; role: string } {
  switch (info.kind) {
    case "loop":
      return { name: words.mainThread, role: words.eventLoop };
    case "main":
      return { name: words.mainThread, role: "" };
    case "worker":
      return { name: words.poolWorker(info.worker), role: "" };
    case "task_thread":
      return { name: words.thread(info.worker), role: "" };
    case "process":
      return { name: words.process(info.worker), role: "" };
    case "core":
      return { name: words.core(info.worker), role: "" };
  }
}
