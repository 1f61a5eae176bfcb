import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";

/** When a task's body ran, from its first line to its end, on which worker. */
export interface Body {
  readonly task: TaskId;
  readonly worker: number;
  readonly start: TraceTime;
  readonly end: TraceTime;
  readonly isDone: boolean;
}

/** Above this many tasks nobody can follow a sum, and looking at each of them takes too long. */
const MOST = 500;

const known = new WeakMap<TraceModel, readonly Body[]>();

/** The bodies of all tasks that started and ended, in order of the tasks; none for very large runs. */
export function bodiesOf(model: TraceModel): readonly Body[] {
  const found = known.get(model) ?? findBodies(model);
  known.set(model, found);
  return found;
}

function findBodies(model: TraceModel): readonly Body[] {
  const { trace } = model;
  const bodies: Body[] = [];
  if (model.taskCount - 1 > MOST) return bodies;
  for (let task = 1; task < model.taskCount; task++) {
    let started: number | undefined;
    for (const event of model.eventsOf(task)) {
      const type = trace.typeAt(event);
      if (type === "task_started") started = event;
      if (
        started === undefined ||
        (type !== "task_done" && type !== "task_failed" && type !== "task_cancelled")
      )
        continue;
      const worker = trace.workerAt(started);
      bodies.push({
        task,
        worker,
        start: trace.timeAt(started),
        end: trace.timeAt(event),
        isDone: type === "task_done",
      });
    }
  }
  return bodies;
}

export const durationOf = (body: Body): Milliseconds => body.end - body.start;

/** The one duration that all bodies share, if they do. */
export function commonDuration(bodies: readonly Body[]): Milliseconds | undefined {
  const each = bodies[0] === undefined ? 0 : durationOf(bodies[0]);
  return each > 0 && bodies.every((body) => durationOf(body) === each) ? each : undefined;
}

/** In how many equally long rounds a pool worked all its tasks off; undefined when it was not as even as that. */
export function evenRounds(
  model: TraceModel,
): { readonly rounds: number; readonly each: Milliseconds } | undefined {
  const bodies = bodiesOf(model);
  const each = commonDuration(bodies);
  if (each === undefined || bodies.length !== model.taskCount - 1) return undefined;
  const perWorker = new Map<number, number>();
  for (const { worker } of bodies) perWorker.set(worker, (perWorker.get(worker) ?? 0) + 1);
  const rounds = Math.max(...perWorker.values());
  return rounds * each === model.total ? { rounds, each } : undefined;
}
