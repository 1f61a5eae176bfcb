import type { IoStep, Step, TaskSpec } from "../scenario.ts";
import { addressOf, pythonString, seconds, unused } from "./python-text.ts";

/** A parameter of a body after `name`, and each task's argument for it as Python source. */
export interface Parameter {
  readonly name: string;
  of(task: TaskSpec): string;
}

/** The parameters of a body, and what stands in its code where a number or a text of a task is meant. */
export interface Parameters {
  readonly list: readonly Parameter[];
  /** A literal where all tasks agree, else the parameter's name. */
  text(place: Place): string;
}

/** A field of a task (`url`) or of one of its steps (`steps.2.ms`). */
export type Place =
  | "url"
  | "result"
  | "timeout_ms"
  | `${StepList}.${number}.${"ms" | "timeout_ms" | "error" | "text"}`;

export type StepList = "steps" | "cleanup";

interface Slot extends Parameter {
  readonly place: Place;
}

/** `tasks` (one at least) all have the same structure. A request's address is a parameter even if all agree on it. */
export function planParameters(tasks: readonly TaskSpec[], isAsync: boolean): Parameters {
  const [first] = tasks as readonly [TaskSpec];
  const texts = new Map<Place, string>();
  const list: Parameter[] = [];
  const used = new Set(["name"]);
  for (const { place, name, of } of slotsOf(tasks, isAsync)) {
    const literal = of(first);
    if (place !== "url" && tasks.every((task) => of(task) === literal)) {
      texts.set(place, literal);
      continue;
    }
    const parameter = { name: unused(name, used), of };
    texts.set(place, parameter.name);
    list.push(parameter);
  }
  return { list, text: (place) => texts.get(place) ?? "" };
}

function slotsOf(tasks: readonly TaskSpec[], isAsync: boolean): Slot[] {
  const [first] = tasks as readonly [TaskSpec];
  const steps = (["steps", "cleanup"] as const).flatMap((list) =>
    (first[list] ?? []).flatMap((step, k) => slotsOfStep(step, list, k, isAsync)),
  );
  const requests = [...first.steps, ...(first.cleanup ?? [])].some(({ kind }) => kind === "io");
  const slots: Slot[] = [];
  if (requests) slots.push({ place: "url", name: "url", of: (task) => pythonString(addressOf(task)) });
  if (isAsync && first.timeout_ms !== undefined)
    slots.push({ place: "timeout_ms", name: "timeout", of: (task) => seconds(task.timeout_ms ?? 0) });
  slots.push(...steps);
  if (!returnsPage(first, isAsync)) slots.push(resultSlot(tasks));
  return slots;
}

function resultSlot(tasks: readonly TaskSpec[]): Slot {
  const own = tasks.some(({ result }) => result !== undefined);
  const of = ({ name, result }: TaskSpec) => pythonString(result ?? `result of ${name}`);
  return { place: "result", name: "result", of: own ? of : () => 'f"result of {name}"' };
}

function slotsOfStep(step: Step, list: StepList, k: number, isAsync: boolean): Slot[] {
  const slots: Slot[] = [];
  const add = (field: "ms" | "timeout_ms" | "error" | "text", name: string, read: (step: Step) => string) =>
    slots.push({ place: `${list}.${k}.${field}`, name, of: (task) => read(task[list]?.[k] as Step) });
  if (isAsync && step.timeout_ms !== undefined)
    add("timeout_ms", "timeout", (other) => seconds(other.timeout_ms ?? 0));
  if (step.kind === "sleep" || step.kind === "blocking" || step.kind === "cpu")
    add("ms", "delay", (other) => seconds("ms" in other ? (other.ms ?? 0) : 0));
  if (step.kind === "fail")
    add("error", "error", (other) => pythonString(("error" in other && other.error) || "boom"));
  if (step.kind === "print") add("text", "text", (other) => pythonString("text" in other ? other.text : ""));
  return slots;
}

/**
 * Whether the body returns the page that it has fetched, as the course's crawler does: what it returns is then what
 * the server answers. Only a request that has certainly been answered when the body ends leaves a page to return.
 */
export function returnsPage(task: TaskSpec, isAsync: boolean): boolean {
  if (isAsync && task.on_cancel === "continue") return false;
  return task.steps.some((step) => step.kind === "io" && answers(step, isAsync));
}

function answers(step: IoStep & Step, isAsync: boolean): boolean {
  if (!isAsync) return true;
  return step.on_timeout !== "continue" && step.how !== "no_await" && step.how !== "await_blocking";
}
