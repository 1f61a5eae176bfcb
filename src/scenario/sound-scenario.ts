import type * as v from "valibot";
import { formatPath } from "./describe-value.ts";
import type { Scenario, Step } from "./scenario.ts";
import { isRecord } from "./schema-parts.ts";
import { keysOf } from "./schema-problems.ts";

type Issues = readonly v.BaseIssue<unknown>[];
export type Settings = Partial<Omit<Scenario, "tasks">>;

/**
 * What of an input the schema found sound. The rules judge this, so that all mistakes are told together and none
 * twice: a piece with a mistake in it is left out, and a rule that would have to know it is not applied.
 */
export interface SoundScenario {
  readonly settings: Settings;
  /** Settings with a mistake in them: not the same as absent ones. */
  readonly broken: ReadonlySet<string>;
  readonly tasks: readonly SoundTask[];
  /** Index of the first task of each name. */
  readonly names: ReadonlyMap<string, number>;
  /** The steps that rules have a say in: those that name a task, or say what a timeout does or how slow a body is. */
  readonly judgedSteps: readonly PlacedStep[];
}

/** The lists keep their length: where a step is not sound stands `undefined`. */
export interface SoundTask {
  readonly name?: string;
  readonly steps: readonly (Step | undefined)[];
  readonly cleanup?: readonly (Step | undefined)[];
}

export interface PlacedStep {
  readonly step: Step;
  /** The task in which it stands. */
  readonly owner: number;
  readonly path: string;
}

export function soundScenario(output: unknown, issues: Issues, tasks: readonly SoundTask[]): SoundScenario {
  const broken = brokenPieces(issues, 1);
  const settings = Object.entries(isRecord(output) ? output : {}).filter(([field]) => !broken.has(field));
  return {
    settings: Object.fromEntries(settings),
    broken,
    tasks,
    names: indexNames(tasks),
    judgedSteps: findJudgedSteps(tasks),
  };
}

/** What is sound of a task with issues. Its name counts all the same (if too long, say): others may refer to it. */
export function soundTask(output: unknown, issues: Issues): SoundTask {
  const task = isRecord(output) ? output : {};
  const broken = brokenPieces(issues, 2);
  const soundSteps = (list: string) => {
    const steps: unknown = broken.has(list) ? [] : (task[list] ?? []);
    return (steps as Step[]).map((step, k) => (broken.has(`${list}[${k}]`) ? undefined : step));
  };
  const name = typeof task.name === "string" ? { name: task.name } : {};
  return { ...name, steps: soundSteps("steps"), cleanup: soundSteps("cleanup") };
}

/** The paths of all issues, cut to `depth` keys. */
function brokenPieces(issues: Issues, depth: number): ReadonlySet<string> {
  return new Set(issues.map((issue) => formatPath(keysOf(issue).slice(0, depth))));
}

function indexNames(tasks: readonly SoundTask[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [i, { name }] of tasks.entries()) {
    if (name !== undefined && !names.has(name)) names.set(name, i);
  }
  return names;
}

const JUDGED_FIELDS = ["task", "on_timeout", "body_ms"];

function findJudgedSteps(tasks: readonly SoundTask[]): PlacedStep[] {
  const found: PlacedStep[] = [];
  for (const [owner, task] of tasks.entries()) {
    for (const list of ["steps", "cleanup"] as const) {
      for (const [k, step] of task[list]?.entries() ?? []) {
        if (step === undefined || !JUDGED_FIELDS.some((field) => field in step)) continue;
        found.push({ step, owner, path: `tasks[${owner}].${list}[${k}]` });
      }
    }
  }
  return found;
}
