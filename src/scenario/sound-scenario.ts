import type * as v from "valibot";
import { formatPath } from "./describe-value.ts";
import type { Scenario, Step } from "./scenario.ts";
import { isRecord } from "./schema-parts.ts";
import { keysOf } from "./schema-problems.ts";

type Issues = readonly v.BaseIssue<unknown>[] | undefined;
type Steps = readonly (Step | undefined)[];
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
}

/** The lists keep their length: where a step is not sound stands `undefined`. */
export interface SoundTask {
  readonly name: string | undefined;
  readonly steps: Steps;
  readonly cleanup: Steps;
}

export function soundSettings(output: unknown, issues: Issues): Pick<SoundScenario, "settings" | "broken"> {
  const broken = brokenPieces(issues, 1);
  const fields = Object.entries(isRecord(output) ? output : {}).filter(([key]) => !broken.has(key));
  return { settings: Object.fromEntries(fields), broken };
}

/** A name counts even when it is not sound (too long, say): others may refer to it. */
export function soundTask(output: unknown, issues: Issues): SoundTask {
  const task = isRecord(output) ? output : {};
  const broken = brokenPieces(issues, 2);
  return {
    name: typeof task.name === "string" ? task.name : undefined,
    steps: soundSteps("steps", task, broken),
    cleanup: soundSteps("cleanup", task, broken),
  };
}

function soundSteps(list: string, task: Record<string, unknown>, broken: ReadonlySet<string>): Steps {
  const steps = task[list];
  if (!Array.isArray(steps) || broken.has(list)) return NONE;
  return broken.size === 0 ? steps : steps.map((step, k) => (broken.has(`${list}[${k}]`) ? undefined : step));
}

const NONE: Steps = [];
const NOTHING_BROKEN: ReadonlySet<string> = new Set();

/** The paths of all issues, cut to `depth` keys. */
function brokenPieces(issues: Issues, depth: number): ReadonlySet<string> {
  if (issues === undefined) return NOTHING_BROKEN;
  return new Set(issues.map((issue) => formatPath(keysOf(issue).slice(0, depth))));
}
