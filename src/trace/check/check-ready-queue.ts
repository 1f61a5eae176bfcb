import type { StepIndex, Trace } from "../trace.ts";
import type { CheckContext } from "./check-context.ts";

/**
 * The loop runs what is ready, first in, first out (base_events `_run_once`). Only where the trace says what enters the
 * queue. Entries that are not tasks' steps or done-callbacks are not in traces, and leave no gap.
 */
export function checkReadyQueue({ trace, mode, report }: CheckContext): void {
  if (mode !== "async" || !saysWhatIsReady(trace)) return;
  const queue: string[] = [];
  const waiting = new Set<string>();
  const scheduled = new Map<string, number>();
  const called = new Map<string, number>();
  let first = 0;

  /** Callbacks of one task may share a name; they are told apart by their number. */
  function nextCallback(counts: Map<string, number>, name: string): string {
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return `callback ${nth} of ${name}`;
  }

  function enter(entry: string): void {
    queue.push(entry);
    waiting.add(entry);
  }

  function leave(entry: string, step: StepIndex): void {
    if (!waiting.delete(entry)) {
      report(step, "runs_only_when_ready", `${entry} runs and was not ready`);
      return;
    }
    if (queue[first] !== entry) report(step, "ready_queue_is_fifo", `${entry} overtakes ${queue[first]}`);
    while (first < queue.length && !waiting.has(queue[first] as string)) first += 1;
  }

  for (let step = 0; step < trace.length; step++) {
    const name = trace.names[trace.taskAt(step)] as string;
    switch (trace.typeAt(step)) {
      case "task_ready":
        enter(name);
        break;
      case "callback_scheduled":
        enter(nextCallback(scheduled, name));
        break;
      case "task_started":
      case "task_resumed":
        leave(name, step);
        break;
      case "callback_called":
        leave(nextCallback(called, name), step);
        break;
      case "task_cancelled":
        // Cancelled before its first step: the entry is used up without a line of the body.
        if (waiting.has(name)) leave(name, step);
        break;
      default:
        break;
    }
  }
}

function saysWhatIsReady(trace: Trace): boolean {
  for (let step = 0; step < trace.length; step++) if (trace.typeAt(step) === "task_ready") return true;
  return false;
}
