import { writeSeconds } from "#base/write-number.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MOST_LANES } from "./lanes-of.ts";

/** Of a story told aloud. */
const MOST_SPANS = 8;

/** What the picture shows, for those who do not see it: `bobo: suspended 0–2 s; jay: …`. Steps of no length are left out. */
export function describeLanes(model: TraceModel, states: Readonly<Record<TaskState, string>>): string {
  const tasks = Math.min(model.taskCount - 1, MOST_LANES);
  const lanes = Array.from({ length: tasks }, (_, k) => describeLane(model, k + 1, states));
  return `${lanes.filter((lane) => lane !== "").join("; ")}${tasks < model.taskCount - 1 ? "; …" : ""}`;
}

function describeLane(model: TraceModel, task: number, states: Readonly<Record<TaskState, string>>): string {
  const lasting = model.spansOf(task).filter(({ start, end, state }) => end > start && isTold(state));
  if (lasting.length === 0) return "";
  const told = lasting
    .slice(0, MOST_SPANS)
    .map(({ state, start, end }) => `${states[state]} ${writeSeconds(start)}–${writeSeconds(end)} s`);
  return `${model.trace.names[task]}: ${told.join(", ")}${lasting.length > MOST_SPANS ? ", …" : ""}`;
}

const isTold = (state: TaskState): boolean =>
  state === "ready" || state === "running" || state === "suspended" || state === "blocked";
