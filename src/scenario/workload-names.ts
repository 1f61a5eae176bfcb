import type { Scenario, Step, TaskSpec } from "./scenario.ts";

/** Room for a number behind it within the format's 64 characters. */
const MAX_DERIVED = 56;

/** The name that a URL suggests: its last path part, else its host; `task` when it has neither. */
export function nameFromUrl(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[?#].*$/, "");
  const part = path.split("/").findLast((piece) => piece !== "") ?? "";
  const name = [
    ...decodePart(part)
      .replace(/[\p{C}\s]+/gu, " ")
      .trim(),
  ];
  while (name.join("").length > MAX_DERIVED) name.pop();
  return name.join("") || "task";
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `name`, or `name-2`, `name-3` … when it is taken; `main` always is. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  const isFree = (candidate: string) => candidate !== "main" && !taken.has(candidate);
  if (isFree(name)) return name;
  for (let k = 2; ; k++) if (isFree(`${name}-${k}`)) return `${name}-${k}`;
}

/** Whether the task's name follows its URL, numbered or not; otherwise it was given by hand. */
export function nameFollowsUrl(task: TaskSpec): boolean {
  if (task.url === undefined) return false;
  const derived = nameFromUrl(task.url);
  return (
    task.name === derived ||
    (task.name.startsWith(`${derived}-`) && /-\d+$/.test(task.name.slice(derived.length)))
  );
}

/** Who needs a task by its name: names of tasks whose steps name it, and `main` when the main program waits for it. */
export type TaskUsers = ReadonlyMap<string, ReadonlySet<string>>;

/** For every task that others name: by whom. Cancellations from outside are no users: they may go with the task. */
export function taskUsers(scenario: Scenario): TaskUsers {
  const users = new Map<string, Set<string>>();
  const add = (name: string, user: string) => users.set(name, (users.get(name) ?? new Set()).add(user));
  for (const task of scenario.tasks) {
    for (const step of stepsOf(task)) if ("task" in step) add(step.task, task.name);
  }
  if (scenario.wait?.task !== undefined) add(scenario.wait.task, "main");
  return users;
}

function stepsOf(task: TaskSpec): readonly Step[] {
  return task.cleanup === undefined ? task.steps : [...task.steps, ...task.cleanup];
}

/** Gives a task another name, wherever it is named. `to` must be free. */
export function renameTask(scenario: Scenario, from: string, to: string): Scenario {
  const renameStep = (step: Step): Step =>
    "task" in step && step.task === from ? { ...step, task: to } : step;
  const tasks = scenario.tasks.map((task): TaskSpec => {
    const names = stepsOf(task).some((step) => "task" in step && step.task === from);
    if (!names && task.name !== from) return task;
    return {
      ...task,
      name: task.name === from ? to : task.name,
      steps: task.steps.map(renameStep),
      ...(task.cleanup && { cleanup: task.cleanup.map(renameStep) }),
    };
  });
  const { cancels, wait } = scenario;
  return {
    ...scenario,
    tasks,
    ...(cancels && {
      cancels: cancels.map((cancel) => (cancel.task === from ? { ...cancel, task: to } : cancel)),
    }),
    ...(wait?.task === from && { wait: { ...wait, task: to } }),
  };
}
