import type { TaskSpec } from "../scenario.ts";
import type { Callback, Plan } from "./plan.ts";
import { pythonString } from "./python-text.ts";
import type { Source } from "./source.ts";

/** A task's arguments as Python source, its name first. */
export function argumentsOf(plan: Plan, task: TaskSpec): readonly string[] {
  const { parameters } = plan.bodyOf(task.name);
  return [pythonString(task.name), ...parameters.list.map(({ of }) => of(task))];
}

/** The call of a task's body: `get_request("bobo", "http://127.0.0.1:5000/bobo")`. */
export function callOf(plan: Plan, task: TaskSpec): string {
  return `${plan.bodyOf(task.name).name}(${argumentsOf(plan, task).join(", ")})`;
}

export function writeCallbackRegistration(
  source: Source,
  task: string,
  callbacks: readonly Callback[],
): void {
  for (const { name } of callbacks) source.line(`${task}.add_done_callback(${name})`);
}
