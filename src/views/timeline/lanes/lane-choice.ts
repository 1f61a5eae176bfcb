import { createStore } from "zustand/vanilla";
import type { TaskState } from "#trace/model-types.ts";

/** What lanes are sorted by; `given` = as in the scenario. */
export const SORTS = ["given", "start", "state", "duration"] as const;
export type LaneSort = (typeof SORTS)[number];

/** The states in the order in which lanes are sorted by them: who holds a thread, who wants one, who waits, who is over. */
export const STATE_ORDER = [
  "running",
  "blocked",
  "ready",
  "suspended",
  "created",
  "absent",
  "pending",
  "done",
  "failed",
  "cancelled",
] as const satisfies readonly TaskState[];

/** Which tasks have a lane, and in which order. */
export interface LaneArrangement {
  readonly sort: LaneSort;
  readonly direction: "ascending" | "descending";
  /** Only tasks that are in one of these states; none = in any state. */
  readonly states: readonly TaskState[];
  /** Only tasks with this in their name, in upper or lower case. */
  readonly name: string;
}

/** A lane for each thread, one for all of them, or each its own where they leave room for the tasks. */
export const THREAD_LANES = ["automatic", "summary", "lanes"] as const;
export type ThreadLanes = (typeof THREAD_LANES)[number];

/** What the viewer has asked of the lanes. */
export interface LaneChoice extends LaneArrangement {
  readonly threads: ThreadLanes;
}

export const EVERY_LANE: LaneChoice = {
  sort: "given",
  direction: "ascending",
  states: [],
  name: "",
  threads: "automatic",
};

/** Lives as long as the page: a run takes the timeline away and brings it back, and nobody wants to choose again. */
export const laneChoices = createStore<LaneChoice>()(() => EVERY_LANE);

/** Does it depend on when one looks? */
export const looksAtStates = ({ sort, states }: LaneArrangement): boolean =>
  sort === "state" || states.length > 0;

/** Is anything other than it is at first? */
export const isChanged = (choice: LaneChoice): boolean =>
  isFilter(choice) ||
  choice.sort !== EVERY_LANE.sort ||
  choice.direction !== EVERY_LANE.direction ||
  choice.threads !== EVERY_LANE.threads;

/** Can it take lanes away? */
export const isFilter = ({ states, name }: LaneArrangement): boolean =>
  states.length > 0 || name.trim() !== "";
