import * as v from "valibot";
import { checkCalls } from "./call-rules.ts";
import { describeValue } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import { parseJson } from "./parse-json.ts";
import type { Problem, Result } from "./problem.ts";
import type { Scenario, TaskSpec } from "./scenario.ts";
import { settingsSchema, taskSchema } from "./schema.ts";
import { isRecord } from "./schema-parts.ts";
import { problemsOfIssues } from "./schema-problems.ts";
import { checkSettings } from "./setting-rules.ts";
import { type SoundScenario, type SoundTask, soundScenario, soundTask } from "./sound-scenario.ts";
import { checkTasks } from "./task-rules.ts";

/** A scenario from JSON text, or every mistake in it. Never throws. */
export function parseScenarioText(text: string): Result<Scenario> {
  const json = parseJson(text);
  return json.ok ? parseScenario(json.value) : json;
}

/**
 * A scenario from any value, or every mistake in it: up to `LIMITS.listedProblems` of them, then how many more.
 * Checks the shape (`schema.ts`), then what the fields say about each other (`*-rules.ts`) wherever the shape is
 * sound. Nothing is converted: the scenario returned is made of the input's own tasks. Never throws.
 */
export function parseScenario(input: unknown): Result<Scenario> {
  const otherVersion = checkVersion(input);
  if (otherVersion !== undefined) return refuse([otherVersion]);
  const settings = v.safeParse(settingsSchema, input, FIRST_FAILED_CHECK);
  const problems = settings.success ? [] : problemsOfIssues(settings.issues, []);
  const inputTasks = tasksWithinLimit(input);
  const tooManySteps = checkStepsInTotal(inputTasks);
  if (tooManySteps !== undefined) return refuse([...problems, tooManySteps]);

  const tasks: TaskSpec[] = [];
  const soundTasks: SoundTask[] = [];
  for (const [i, inputTask] of inputTasks.entries()) {
    if (v.is(taskSchema, inputTask)) {
      tasks.push(inputTask);
      soundTasks.push(inputTask);
      continue;
    }
    const { output, issues = [] } = v.safeParse(taskSchema, inputTask, FIRST_FAILED_CHECK);
    problems.push(...problemsOfIssues(issues, ["tasks", i]));
    if (problems.length > LIMITS.countedProblems) return refuse(problems);
    soundTasks.push(soundTask(output, issues));
  }
  const sound = soundScenario(settings.output, settings.issues ?? [], soundTasks);
  problems.push(...checkRules(sound));
  if (!settings.success || problems.length > 0) return refuse(problems);
  return { ok: true, value: { ...settings.output, tasks } };
}

/**
 * Judges only what the fields of a scenario say about each other: for one whose shape is known to be sound, because it was
 * made of a valid one. Reading every step of 100,000 tasks anew takes a second.
 */
export function judgeScenario(scenario: Scenario): Result<Scenario> {
  const { tasks, ...settings } = scenario;
  const problems = checkRules(soundScenario(settings, [], tasks));
  return problems.length === 0 ? { ok: true, value: scenario } : refuse(problems);
}

const checkRules = (sound: SoundScenario): readonly Problem[] => [
  ...checkSettings(sound),
  ...checkTasks(sound),
  ...checkCalls(sound),
];

/** Within one value the first failed check is enough: what is no number need not be told to be out of range. */
const FIRST_FAILED_CHECK = { abortPipeEarly: true };

/** A scenario of another version may differ in everything: its other fields are not worth a word. */
function checkVersion(input: unknown): Problem | undefined {
  const version = isRecord(input) && Object.hasOwn(input, "version") ? input.version : 1;
  if (version === 1) return undefined;
  return { path: "version", code: "unknown_version", found: describeValue(version), allowed: "1" };
}

/** A longer list than is allowed has been refused by its length: nothing in it is looked at. */
function tasksWithinLimit(input: unknown): readonly unknown[] {
  const tasks = isRecord(input) ? input.tasks : undefined;
  return Array.isArray(tasks) && tasks.length <= LIMITS.tasks ? tasks : [];
}

/** Asked before any step is looked at: the lists may all be the same long one. */
function checkStepsInTotal(tasks: readonly unknown[]): Problem | undefined {
  const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0);
  let total = 0;
  for (const task of tasks) {
    if (isRecord(task)) total += lengthOf(task.steps) + lengthOf(task.cleanup) + lengthOf(task.callbacks);
  }
  if (total <= LIMITS.stepsInTotal) return undefined;
  return {
    path: "tasks[*].steps",
    code: "too_many",
    found: String(total),
    allowed: String(LIMITS.stepsInTotal),
  };
}

function refuse(problems: readonly Problem[]): Result<never> {
  const listed = problems.slice(0, LIMITS.listedProblems);
  const rest = problems.length - listed.length;
  if (rest === 0) return { ok: false, problems: listed };
  const stopped = problems.length > LIMITS.countedProblems;
  const found = stopped ? `> ${LIMITS.countedProblems - listed.length}` : String(rest);
  return { ok: false, problems: [...listed, { path: "", code: "more", found, allowed: "" }] };
}
