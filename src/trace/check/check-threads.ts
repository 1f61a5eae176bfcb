import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import type { CheckContext } from "./check-context.ts";

/** Rules about threads: who may use which, and one at a time. A suspended task has given its thread back. */
export function checkThreads(context: CheckContext): void {
  const { trace, report } = context;
  const holders = new Map<number, string>();
  const workers = new Map<TaskId, number>();
  const lastWorker = lastWorkerOf(context);
  const isThreaded = context.mode !== "sync" && context.mode !== "async";

  function take(thread: number, holder: string, step: StepIndex): void {
    const current = holders.get(thread);
    if (current !== undefined) {
      report(step, "one_holder_per_thread", `${holder} takes thread ${thread} from ${current}`);
    }
    holders.set(thread, holder);
  }

  function checkWorker(step: StepIndex, task: TaskId, worker: number): void {
    if (worker > lastWorker) report(step, "worker_in_range", `worker ${worker} of ${lastWorker}`);
    const own = workers.get(task);
    if (worker > 0 && own !== undefined && own !== worker) {
      report(step, "worker_in_range", `${trace.names[task]} began on worker ${own}, now on ${worker}`);
    }
  }

  for (let step = 0; step < trace.length; step++) {
    const task = trace.taskAt(step);
    const worker = trace.workerAt(step);
    checkWorker(step, task, worker);
    if (task < MAIN) continue;
    const name = trace.names[task] as string;
    switch (trace.typeAt(step)) {
      case "task_started":
      case "task_resumed":
        if (isThreaded && worker === 0) report(step, "worker_in_range", `${name} runs on no worker`);
        if (worker > 0) workers.set(task, worker);
        take(worker, name, step);
        break;
      case "callback_called":
        take(worker, `a callback of ${name}`, step);
        break;
      case "callback_end":
      case "callback_failed":
        holders.delete(worker);
        break;
      case "task_suspended":
      case "task_done":
      case "task_failed":
      case "task_cancelled":
        if (holders.get(worker) === name) holders.delete(worker);
        break;
      default:
        break;
    }
  }
}

function lastWorkerOf({ trace, scenario, mode }: CheckContext): number {
  if (mode === "async" || mode === "sync") return 0;
  if (mode !== "pool" || scenario?.workers === undefined) return trace.names.length - 1;
  return scenario.workers;
}
