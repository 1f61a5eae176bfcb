import type { TaskState } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { Standing } from "./standing.ts";

/** What is shown at the end of a line: somebody by name, or how many stand there in one state. */
export type Chip =
  | { readonly kind: "one"; readonly task: TaskId; readonly state: TaskState }
  | { readonly kind: "many"; readonly count: number; readonly isAtLeast: boolean; readonly state: TaskState };

/** What a line is tinted by: the state that matters most on it; the main program's own waiting is no state of a task. */
export type Tint = TaskState | "main" | undefined;

/** More on one line are counted. */
const NAMED = 5;

/** The state that matters most comes first. */
const WEIGHT: readonly TaskState[] = [
  "blocked",
  "failed",
  "running",
  "suspended",
  "ready",
  "created",
  "pending",
  "cancelled",
];

/** The chips of a line, by state; of a `crowded` state there may be more than were counted. The selected task keeps a chip of its own in a crowd. */
export function chipsOf(
  standings: readonly Standing[],
  selected: TaskId | undefined,
  crowded: ReadonlySet<TaskState>,
): readonly Chip[] {
  if (standings.length <= NAMED) return standings.map(({ task, state }) => ({ kind: "one", task, state }));
  const chips: Chip[] = standings
    .filter(({ task }) => task === selected || task === MAIN)
    .map(({ task, state }) => ({ kind: "one", task, state }));
  for (const state of WEIGHT) {
    const count = standings.filter((there) => there.state === state && !isNamed(there, selected)).length;
    if (count > 0) chips.push({ kind: "many", count, isAtLeast: crowded.has(state), state });
  }
  return chips;
}

const isNamed = ({ task }: Standing, selected: TaskId | undefined) => task === selected || task === MAIN;

export function tintOf(standings: readonly Standing[]): Tint {
  if (standings.length === 0) return undefined;
  const states = new Set(standings.filter(({ task }) => task !== MAIN).map(({ state }) => state));
  const main = standings.find(({ task }) => task === MAIN);
  if (main?.state === "failed") states.add("failed");
  return states.size === 0 ? "main" : WEIGHT.find((state) => states.has(state));
}
