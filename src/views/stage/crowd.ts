import type { Snapshot, TraceModel } from "#trace/model-types.ts";
import type { StageMoment, StageSeat } from "./stage-moment.ts";

/** More threads than this are not drawn as a seat each. */
export const MOST_SEATS = 48;

/** How many threads do what, where there are too many for a seat each. */
export interface Crowd {
  readonly threads: number;
  readonly running: number;
  readonly blocked: number;
  /** Of them, those whose tasks want to compute, and lack a core or the interpreter. */
  readonly waiting: number;
  readonly fresh: number;
  /** Free workers, or threads that have ended. */
  readonly idle: number;
}

/** The threads as a crowd; undefined where each has a seat. */
export function crowdOf(
  { threads, scenario: { mode }, taskCount }: TraceModel,
  snapshot: Snapshot,
  counts: StageMoment["counts"],
  waiting: number,
): Crowd | undefined {
  const all = threads.length - 1;
  if (all <= MOST_SEATS) return undefined;
  // A thread for each task is where its task is: asking each of ten thousand would take too long for a frame.
  if (mode === "threads" || mode === "processes") {
    const { running, blocked, absent, created, ready } = counts;
    const fresh = absent + created + ready;
    const idle = taskCount - 1 - running - blocked - waiting - fresh;
    return { threads: all, running, blocked, waiting, fresh, idle };
  }
  const seats = snapshot.seats.filter(({ thread }) => thread.kind !== "main");
  const numberOf = (state: StageSeat["state"]) =>
    seats.filter((seat) => (seat.hold?.state ?? (seat.waiting === undefined ? "free" : "ready")) === state)
      .length;
  return {
    threads: all,
    running: numberOf("running"),
    blocked: numberOf("blocked"),
    waiting: numberOf("ready"),
    fresh: 0,
    idle: numberOf("free"),
  };
}
