import type { TaskState } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { LineStandings, Standing } from "./standings.ts";

/** What is shown at the end of a line: somebody by name, or how many stand there in one state. */
export type Chip =
  | { readonly kind: "one"; readonly task: TaskId; readonly state: TaskState }
  | { readonly kind: "many"; readonly count: number; readonly state: TaskState };

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

/** The chips of a line. In a crowd, counted by state, the selected task and the main program keep one of their own. */
export function chipsOf({ named, crowds }: LineStandings, selected: TaskId | undefined): readonly Chip[] {
  if (named.length <= NAMED && crowds.length === 0)
    return named.map(({ task, state }) => ({ kind: "one", task, state }));
  const chips: Chip[] = named
    .filter((there) => isNamed(there, selected))
    .map(({ task, state }) => ({ kind: "one", task, state }));
  for (const state of WEIGHT) {
    const counted = crowds.find((crowd) => crowd.state === state)?.count ?? 0;
    const count =
      counted + named.filter((there) => there.state === state && !isNamed(there, selected)).length;
    if (count > 0) chips.push({ kind: "many", count, state });
  }
  return chips;
}

const isNamed = ({ task }: Standing, selected: TaskId | undefined) => task === selected || task === MAIN;

export function tintOf({ named, crowds }: LineStandings): Tint {
  const states = new Set(named.filter(({ task }) => task !== MAIN).map(({ state }) => state));
  for (const { state } of crowds) states.add(state);
  const main = named.find(({ task }) => task === MAIN);
  if (main?.state === "failed") states.add("failed");
  if (states.size > 0) return WEIGHT.find((state) => states.has(state));
  return main && "main";
}
