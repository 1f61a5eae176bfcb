import type { TaskId } from "../trace.ts";
import type { CheckContext } from "./check-context.ts";

/** Done-callbacks come after the end of their task, in order of registration (Future.__schedule_callbacks). */
export function checkCallbacks({ trace, scenario, report }: CheckContext): void {
  const ended = new Set<TaskId>();
  const called = new Map<TaskId, number>();
  for (let step = 0; step < trace.length; step++) {
    const task = trace.taskAt(step);
    const type = trace.typeAt(step);
    if (type === "task_done" || type === "task_failed" || type === "task_cancelled") ended.add(task);
    if (type !== "callback_scheduled" && type !== "callback_called") continue;
    const name = trace.names[task] ?? "nobody";
    const callback = trace.detailAt(step).callback;
    if (!ended.has(task)) {
      report(step, "callbacks_follow_the_end", `${callback}: ${name} has not ended`);
    }
    if (type !== "callback_called") continue;
    const nth = called.get(task) ?? 0;
    called.set(task, nth + 1);
    const registered = scenario?.tasks[task - 1]?.callbacks?.[nth]?.name;
    if (scenario !== undefined && registered !== callback) {
      report(
        step,
        "callbacks_keep_their_order",
        `${name}: ${callback} is called, ${registered ?? "none"} is next`,
      );
    }
  }
}
