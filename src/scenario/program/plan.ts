import { topLevelTasks } from "../defaults.ts";
import type { CallbackSpec, Scenario, Step, TaskSpec } from "../scenario.ts";
import { type Parameters, planParameters, returnsPage } from "./parameters.ts";
import { identifier, unused } from "./python-text.ts";

/** One Python function that is the body of one or more tasks of the same structure. */
export interface Body {
  readonly index: number;
  readonly name: string;
  readonly tasks: readonly TaskSpec[];
  readonly parameters: Parameters;
  /** Its tasks' only request is not answered alike: their rows tell it. */
  readonly serverVaries: boolean;
  /** False for bodies that only run inside another task: the limit on tasks is not for them. */
  readonly limited: boolean;
}

export interface Callback {
  readonly index: number;
  readonly name: string;
  readonly spec: CallbackSpec;
}

/** Which functions the program has, and which task uses which. */
export interface Plan {
  readonly scenario: Scenario;
  readonly bodies: readonly Body[];
  readonly callbacks: readonly Callback[];
  /** The tasks that the main program starts. */
  readonly top: readonly TaskSpec[];
  /** Tasks are found by name: someone joins, spawns or cancels one. */
  readonly keyed: boolean;
  isTop(name: string): boolean;
  taskOf(name: string): TaskSpec;
  bodyOf(name: string): Body;
  callbacksOf(task: TaskSpec): readonly Callback[];
}

export const stepsOf = ({ steps, cleanup }: TaskSpec): readonly Step[] =>
  cleanup === undefined ? steps : [...steps, ...cleanup];

const plans = new WeakMap<Scenario, Plan>();

/** Planning ten thousand tasks takes a while, and several views ask for it. */
export function planProgram(scenario: Scenario): Plan {
  const plan = plans.get(scenario) ?? makePlan(scenario);
  plans.set(scenario, plan);
  return plan;
}

function makePlan(scenario: Scenario): Plan {
  const tasks = new Map(scenario.tasks.map((task) => [task.name, task]));
  const bodies = planBodies(scenario);
  const bodyByTask = new Map(bodies.flatMap((body) => body.tasks.map((task) => [task.name, body])));
  const { callbacks, callbacksOf } = planCallbacks(scenario);
  const top = topLevelTasks(scenario);
  const topNames = new Set(top.map(({ name }) => name));
  return {
    scenario,
    bodies,
    callbacks,
    top,
    isTop: (name) => topNames.has(name),
    keyed: scenario.mode === "async" && needsNames(scenario),
    taskOf: (name) => tasks.get(name) as TaskSpec,
    bodyOf: (name) => bodyByTask.get(name) as Body,
    callbacksOf,
  };
}

function needsNames({ tasks, cancels, wait }: Scenario): boolean {
  if (wait?.style === "direct") return tasks.some((task) => stepsOf(task).some(namesTask));
  return (cancels?.length ?? 0) > 0 || tasks.some((task) => stepsOf(task).some(namesTask));
}

const namesTask = ({ kind }: Step): boolean => kind === "spawn" || kind === "join" || kind === "cancel";

/** Tasks share a function when only numbers and texts tell them apart: those become parameters. */
function planBodies(scenario: Scenario): Body[] {
  const isAsync = scenario.mode === "async";
  const called = new Set<string>();
  for (const task of scenario.tasks)
    for (const step of stepsOf(task)) if (step.kind === "call") called.add(step.task);
  const direct = isAsync && scenario.wait?.style === "direct";
  const groups = new Map<string, TaskSpec[]>();
  for (const task of scenario.tasks) {
    const key = `${structureOf(task, isAsync)}${called.has(task.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  const used = new Set<string>();
  return [...groups.values()].map((tasks, index) => ({
    index,
    name: unused(nameOf(tasks, groups.size), used),
    tasks,
    parameters: planParameters(tasks, isAsync),
    serverVaries: serverVaries(tasks),
    limited: isAsync && !direct && !called.has((tasks[0] as TaskSpec).name),
  }));
}

function serverVaries(tasks: readonly TaskSpec[]): boolean {
  const answers = new Set<string>();
  for (const task of tasks) {
    const requests = stepsOf(task).filter((step) => step.kind === "io");
    if (requests.length !== 1) return false;
    for (const { ms = 0, answer = 200 } of requests) answers.add(`${ms} ${answer}`);
  }
  return answers.size > 1;
}

function nameOf(tasks: readonly TaskSpec[], bodies: number): string {
  const [first] = tasks as readonly [TaskSpec];
  const verb = stepsOf(first).some(({ kind }) => kind === "io") ? "get_request" : "work";
  return bodies > 1 && tasks.length === 1 ? identifier(`${verb}_${first.name.toLowerCase()}`, verb) : verb;
}

/** All that cannot be a parameter, as a text: a hundred thousand tasks are compared by it. */
function structureOf(task: TaskSpec, isAsync: boolean): string {
  let text = "";
  for (const step of task.steps) text += structureOfStep(step, isAsync);
  if (task.cleanup !== undefined) text += "finally;";
  for (const step of task.cleanup ?? []) text += structureOfStep(step, isAsync);
  if (isAsync) text += `${task.timeout_ms !== undefined},${task.on_cancel},`;
  return `${text}${returnsPage(task, isAsync)},`;
}

function structureOfStep(step: Step, isAsync: boolean): string {
  // A name may hold any character, so it is quoted.
  const target = "task" in step ? JSON.stringify(step.task) : "";
  const raises = step.kind === "io" && step.raise_for_status === true;
  if (!isAsync) return `${step.kind},${target},${raises};`;
  const how = "how" in step ? step.how : "";
  return `${step.kind},${target},${raises},${how},${step.timeout_ms !== undefined},${step.on_timeout};`;
}

/** Callbacks run in async, and in a pool whose results are taken as they come. */
function planCallbacks(scenario: Scenario): Pick<Plan, "callbacks" | "callbacksOf"> {
  const run = scenario.mode === "async" || (scenario.mode === "pool" && scenario.collect === "as_done");
  const callbacks: Callback[] = [];
  const known = new Map<string, Callback>();
  const used = new Set<string>();
  const callbackOf = (spec: CallbackSpec): Callback => {
    const key = JSON.stringify([spec.name, spec.ms ?? 0, spec.reads_result ?? false, spec.fail]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const callback = { index: callbacks.length, name: unused(identifier(spec.name, "on"), used), spec };
    known.set(key, callback);
    callbacks.push(callback);
    return callback;
  };
  if (run) for (const task of scenario.tasks) for (const spec of task.callbacks ?? []) callbackOf(spec);
  return { callbacks, callbacksOf: (task) => (run ? (task.callbacks ?? []).map(callbackOf) : []) };
}
