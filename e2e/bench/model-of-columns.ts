import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "#trace/event-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { namesOf } from "#trace/names.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { createTraceRecorder } from "#trace/trace-recorder.ts";
import type { Columns } from "./columns.ts";

const BEGINS: Readonly<Record<string, EventType>> = {
  ready: "task_ready",
  running: "task_resumed",
  suspended: "task_suspended",
};

/**
 * The columns as the events of a run of one loop, recorded in order of time and indexed like any other trace, so that
 * nothing of the real path is left out. (Generated lanes run at once, which one thread could not do.)
 */
export function modelOfColumns({ lanes, kinds, lane, start, dur, kind }: Columns): TraceModel {
  const times: Milliseconds[] = [];
  const types: EventType[] = [];
  const tasks: number[] = [];
  const add = (time: Milliseconds, type: EventType, task: number) => {
    times.push(time);
    types.push(type);
    tasks.push(task);
  };
  for (let row = 0; row < lane.length; row++) {
    const task = (lane[row] as number) + 1;
    const from = start[row] as number;
    if (lane[row] !== lane[row - 1]) add(from, "task_created", task);
    const name = kinds[kind[row] as number] as string;
    add(from, BEGINS[name] ?? "blocking_start", task);
    if (lane[row] !== lane[row + 1]) add(from + (dur[row] as number), "task_done", task);
  }
  const order = new Uint32Array(times.length).map((_, k) => k);
  // Events of one task at one time keep their order.
  order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
  const steps: [] = [];
  const scenario: Scenario = {
    mode: "async",
    tasks: Array.from({ length: lanes }, (_, k) => ({ name: `task-${k}`, steps })),
  };
  const recorder = createTraceRecorder(namesOf(scenario));
  recorder.record(0, "loop_start", -1, 0);
  for (const k of order) recorder.record(times[k] as number, types[k] as EventType, tasks[k] as number, 0);
  return buildTraceModel(recorder.finish(), scenario);
}
