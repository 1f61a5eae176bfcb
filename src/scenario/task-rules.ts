import { describeValue, shorten } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import { nearestName } from "./nearest-name.ts";
import { needs, type Problem } from "./problem.ts";
import type { PlacedStep, SoundScenario } from "./sound-scenario.ts";

/** Names are looked through for the one that was meant only while there are few. */
const FEW_NAMES = 1_000;

/** What tasks and steps say about each other and about the mode. */
export function checkTasks(scenario: SoundScenario): Problem[] {
  const problems: Problem[] = [];
  checkNames(scenario, problems);
  for (const judged of scenario.judgedSteps) {
    if (problems.length > LIMITS.countedProblems) break;
    checkStep(judged, scenario, problems);
  }
  const { wait, cancels } = scenario.settings;
  if (wait?.task !== undefined) checkReference("wait.task", wait.task, scenario, problems);
  for (const [i, { task }] of cancels?.entries() ?? []) {
    checkReference(`cancels[${i}].task`, task, scenario, problems);
  }
  return problems;
}

/** Names are unique, and the main program's own is taken. */
function checkNames({ tasks, names }: SoundScenario, problems: Problem[]): void {
  for (const [i, { name }] of tasks.entries()) {
    if (name === undefined) continue;
    const first = names.get(name);
    if (first === i && name !== "main") continue;
    const problem = { path: `tasks[${i}].name`, found: describeValue(name) };
    if (name === "main") problems.push({ ...problem, code: "reserved", allowed: "" });
    else problems.push({ ...problem, code: "duplicate", allowed: `tasks[${first}].name` });
  }
}

function checkStep({ step, path }: PlacedStep, scenario: SoundScenario, problems: Problem[]): void {
  if (step.on_timeout !== undefined && step.timeout_ms === undefined) {
    problems.push(needs(`${path}.on_timeout`, step.on_timeout, "timeout_ms"));
  }
  if (step.kind === "io" && step.body_ms !== undefined && step.body_ms > (step.ms ?? 0)) {
    const found = String(step.body_ms);
    problems.push({ path: `${path}.body_ms`, code: "out_of_range", found, allowed: `0…${step.ms ?? 0}` });
  }
  if (!("task" in step)) return;
  checkReference(`${path}.task`, step.task, scenario, problems);
  const { mode } = scenario.settings;
  if (step.kind !== "call" && mode !== undefined && mode !== "async") {
    problems.push(needs(`${path}.kind`, step.kind, 'mode: "async"'));
  }
}

function checkReference(path: string, name: string, { names }: SoundScenario, problems: Problem[]): void {
  if (names.has(name)) return;
  const nearest = names.size <= FEW_NAMES ? nearestName(name, names.keys()) : undefined;
  problems.push({
    path,
    code: "unknown_task",
    found: describeValue(name),
    allowed: listNames(names.keys()),
    ...(nearest === undefined ? {} : { nearest }),
  });
}

/** The first few names, as what is allowed. */
export function listNames(names: Iterable<string>): string {
  const listed: string[] = [];
  for (const name of names) {
    if (listed.length === LIMITS.listedNames) return `${listed.join(" | ")} | …`;
    listed.push(shorten(name));
  }
  return listed.join(" | ");
}
