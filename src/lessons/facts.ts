import type { Milliseconds } from "#base/units.ts";
import { writeCount, writeSeconds } from "#base/write-number.ts";
import type { Language } from "#i18n/messages.tsx";
import { chunkSizeOf, topLevelTasks } from "#scenario/defaults.ts";
import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import { EVENT_TYPES, type EventType } from "#trace/event-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { measureRun } from "#trace/statistics/measure-run.ts";
import type { StepIndex } from "#trace/trace.ts";
import { findEvent, type MomentPosition } from "./moment.ts";

/** How a fact is written: a duration with its unit, a count, or a name as it is. */
type Fact = { readonly ms: Milliseconds } | { readonly count: number } | { readonly name: string };

/** What follows a fact's name in its braces. */
type Words = readonly string[];

interface FactSource {
  readonly model: TraceModel;
  /** The moment of the step whose text it is. */
  readonly at: MomentPosition | undefined;
}

/**
 * Every fact that a lesson's text may ask for, by the first word in its braces; the other words are its parameters.
 * A moment of an event is `EVENT [TASK [NTH]]`, as in `{time task_resumed jay}`.
 */
const FACTS: Readonly<Record<string, (source: FactSource, words: Words) => Fact | undefined>> = {
  /** How long the run takes. */
  total: ({ model }) => ({ ms: model.total }),
  /** The time of this step. */
  now: ({ at }) => at && { ms: at.time },
  /** How many tasks the scenario has. */
  tasks: ({ model }) => ({ count: model.scenario.tasks.length }),
  /** How many threads the run has, the main thread included. */
  threads: ({ model }) => ({ count: model.threads.length }),
  /** The greatest number of tasks under way at one moment. */
  most: ({ model }) => ({ count: measureRun(model).greatestInFlight }),
  /** The greatest number of requests under way at one moment. */
  requests: ({ model }) => ({ count: mostRequests(model) }),
  switches: ({ model }) => ({ count: measureRun(model).switches }),
  /** Thread time held by tasks and callbacks, and the part of it that only waited. */
  held: ({ model }) => ({ ms: measureRun(model).threadTimeHeld }),
  blocked: ({ model }) => ({ ms: measureRun(model).threadTimeBlocked }),
  /** How long somebody computed. */
  computing: ({ model }) => ({ ms: measureRun(model).computing }),
  /** All steps of all tasks, one after the other. */
  sum: ({ model }) => ({ ms: model.scenario.tasks.reduce((sum, task) => sum + lengthOf(task), 0) }),
  /** `{wait TASK}`: the steps of one task, one after the other. */
  wait: ({ model }, [task]) => withTask(model.scenario, task, (spec) => ({ ms: lengthOf(spec) })),
  /** `{result TASK}`: what its body returns. */
  result: ({ model }, [task]) =>
    withTask(model.scenario, task, (spec) => ({ name: spec.result ?? `result of ${spec.name}` })),
  /** `{error TASK}`: what its body raised, in the end. */
  error: ({ model }, [task]) => errorOf(model, task),
  /** How many pieces `Pool.map` cuts the tasks into, and how many tasks are in one. */
  chunks: ({ model }) => ({
    count: Math.ceil(topLevelTasks(model.scenario).length / chunkSizeOf(model.scenario)),
  }),
  chunk_size: ({ model }) => ({ count: chunkSizeOf(model.scenario) }),
  /**
   * `{set PATH}`: what the scenario says, as in `{set machine.cores}` or `{set tasks.0.timeout_ms}`. What is named `ms`,
   * or ends so, is a duration; of a list, how many there are.
   */
  set: ({ model }, [path = ""]) => settingOf(model.scenario, path),
  /** `{time EVENT …}`: when it happens. */
  time: (source, words) =>
    withEvent(source.model, words, (step) => ({ ms: source.model.trace.timeAt(step) })),
  /** `{turn EVENT …}`: in which turn of the event loop, as the stage numbers them. */
  turn: ({ model }, words) => withEvent(model, words, (step) => ({ count: model.trace.turnAt(step) })),
  /** `{worker EVENT …}`: on which worker it happens. */
  worker: ({ model }, words) => withEvent(model, words, (step) => ({ count: model.trace.workerAt(step) })),
  /** `{between EVENT … and EVENT …}`: how long it is from one to the other. */
  between: ({ model }, words) => {
    const and = words.indexOf("and");
    const timeOf = (step: StepIndex): Fact => ({ ms: model.trace.timeAt(step) });
    const from = withEvent(model, words.slice(0, and), timeOf);
    const to = withEvent(model, words.slice(and + 1), timeOf);
    return from && to && "ms" in from && "ms" in to ? { ms: to.ms - from.ms } : undefined;
  },
  /** `{count EVENT [TASK]}`: how many there are in the run. */
  count: ({ model }, [event, task]) =>
    isEventType(event) ? { count: countEvents(model, event, task) } : undefined,
};

/** Writes a fact in a language; undefined where there is no such fact in that run. */
export function writeFact(fact: string, source: FactSource, language: Language): string | undefined {
  const [name = "", ...words] = fact.split(" ");
  const found = Object.hasOwn(FACTS, name) ? FACTS[name]?.(source, words) : undefined;
  if (found === undefined) return undefined;
  if ("ms" in found) return `${writeSeconds(found.ms)} ${language === "zh" ? "秒" : "s"}`;
  return "count" in found ? writeCount(found.count) : found.name;
}

const lengthOf = ({ steps }: TaskSpec): Milliseconds =>
  steps.reduce((sum, step) => sum + ("ms" in step ? (step.ms ?? 0) : 0), 0);

function withTask(scenario: Scenario, name: string | undefined, fact: (spec: TaskSpec) => Fact) {
  const spec = scenario.tasks.find((task) => task.name === name);
  return spec && fact(spec);
}

function withEvent(model: TraceModel, [event, task, nth = "1"]: Words, fact: (step: StepIndex) => Fact) {
  if (!isEventType(event)) return undefined;
  const step = findEvent(model, { event, nth: Number(nth), ...(task !== undefined && { task }) });
  return step === undefined ? undefined : fact(step);
}

function settingOf(scenario: Scenario, path: string): Fact | undefined {
  let value: unknown = scenario;
  for (const name of path.split("."))
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof value === "string") return { name: value };
  if (Array.isArray(value)) return { count: value.length };
  if (typeof value !== "number") return undefined;
  return /(^|[._])ms$/.test(path) ? { ms: value } : { count: value };
}

function errorOf({ trace, eventsOf }: TraceModel, task = ""): Fact | undefined {
  const id = trace.names.indexOf(task);
  const failed = id < 0 ? undefined : eventsOf(id).find((step) => trace.typeAt(step) === "task_failed");
  const error = failed === undefined ? undefined : trace.detailAt(failed).error;
  return error === undefined ? undefined : { name: error };
}

function countEvents({ trace }: TraceModel, event: EventType, task?: string): number {
  let count = 0;
  for (let step = 0; step < trace.length; step++)
    if (trace.typeAt(step) === event && (task === undefined || trace.names[trace.taskAt(step)] === task))
      count += 1;
  return count;
}

function mostRequests({ trace }: TraceModel): number {
  let underWay = 0;
  let most = 0;
  for (let step = 0; step < trace.length; step++) {
    if (trace.typeAt(step) === "request_start") underWay += 1;
    else if (trace.typeAt(step) === "request_end") underWay -= 1;
    most = Math.max(most, underWay);
  }
  return most;
}

const isEventType = (word: string | undefined): word is EventType =>
  (EVENT_TYPES as readonly string[]).includes(word ?? "");
