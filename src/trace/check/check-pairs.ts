import type { EventType } from "../event-types.ts";
import { MAIN, type TaskId } from "../trace.ts";
import type { CheckContext } from "./check-context.ts";

const ENDS: Partial<Record<EventType, EventType>> = {
  blocking_end: "blocking_start",
  cpu_end: "cpu_start",
  request_end: "request_start",
  call_end: "call_start",
  callback_end: "callback_called",
  callback_failed: "callback_called",
};
const STARTS: ReadonlySet<EventType> = new Set(Object.values(ENDS));
const OUTSIDE_ENDS: Partial<Record<EventType, EventType>> = {
  server_end: "server_start",
  offload_end: "offload_start",
};
const OUTSIDE_STARTS: ReadonlySet<EventType> = new Set(Object.values(OUTSIDE_ENDS));

interface Open {
  readonly type: EventType;
  /** Which body or callback, for calls and callbacks. */
  readonly name: string | undefined;
}

/**
 * Start and end go together: inside a task they nest; what goes on outside has begun before it ends, and may be cut
 * short by the end of the run. A body left by an exception has no `call_end`; when its caller goes on, the event that
 * says so (`cancel_ignored`, `timeout_handled`) names the body that caught it.
 */
export function checkPairs({ trace, mode, report }: CheckContext): void {
  const stacks = new Map<TaskId, Open[]>();
  const outside = new Map<string, number>();
  for (let step = 0; step < trace.length; step++) {
    const task = trace.taskAt(step);
    if (task < MAIN) continue;
    const type = trace.typeAt(step);
    const stack = stacks.get(task) ?? [];
    const name = trace.names[task] as string;
    const start = ENDS[type];
    const outsideStart = OUTSIDE_ENDS[type];
    if (STARTS.has(type)) {
      const { coroutine, callback } = trace.detailAt(step);
      stack.push({ type, name: type === "call_start" ? coroutine : callback });
      stacks.set(task, stack);
    } else if (start !== undefined) {
      const { coroutine, callback } = trace.detailAt(step);
      const wanted = start === "call_start" ? coroutine : callback;
      if (start === "call_start") leaveCalls(stack, wanted);
      const open = stack.pop();
      if (open?.type !== start || open.name !== wanted) {
        report(step, "pairs_match", `${name}: ${type} after ${open?.type ?? "nothing"}`);
      }
    } else if (type === "cancel_ignored" || (type === "timeout_handled" && mode === "async")) {
      // Without a loop the only timeout is a request's own, which leaves no body.
      leaveCalls(stack, trace.detailAt(step).coroutine);
    } else if (OUTSIDE_STARTS.has(type)) {
      outside.set(`${type} ${task}`, (outside.get(`${type} ${task}`) ?? 0) + 1);
    } else if (outsideStart !== undefined) {
      const open = outside.get(`${outsideStart} ${task}`) ?? 0;
      if (open === 0) report(step, "outside_pairs_match", `${name}: ${type} without ${outsideStart}`);
      outside.set(`${outsideStart} ${task}`, open - 1);
    } else if (type === "task_done" || type === "task_failed" || type === "task_cancelled") {
      const left = stack.filter((open) => type === "task_done" || open.type !== "call_start");
      if (left.length > 0) report(step, "pairs_match", `${name}: ${left.at(-1)?.type} has no end`);
      stacks.delete(task);
    }
  }
}

/** Takes off the calls that an exception has left, up to the body that caught it (the task's own when undefined). */
function leaveCalls(stack: Open[], body: string | undefined): void {
  while (stack.at(-1)?.type === "call_start" && stack.at(-1)?.name !== body) stack.pop();
}
