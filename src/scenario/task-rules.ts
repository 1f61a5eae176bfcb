import { describeValue } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import { nearestName } from "./nearest-name.ts";
import type { Problem } from "./problem.ts";
import type { Step } from "./scenario.ts";
import type { SoundScenario } from "./sound-scenario.ts";

/** Names are looked through for the one that was meant only while there are few. */
const FEW_NAMES = 1_000;

/** What tasks and steps say about each other and about the mode. */
export function checkTasks(scenario: SoundScenario): Problem[] {
  const problems: Problem[] = [];
  const names = checkNames(scenario, problems);
  const mode = scenario.broken.has("mode") ? undefined : scenario.settings.mode;

  function checkReference(path: string, name: string): void {
    if (names.has(name)) return;
    const nearest = names.size <= FEW_NAMES ? nearestName(name, names) : undefined;
    problems.push({
      path,
      code: "unknown_task",
      found: describeValue(name),
      allowed: [...names].slice(0, LIMITS.listedNames).join(" | "),
      ...(nearest === undefined ? {} : { nearest }),
    });
  }

  function checkStep(path: string, step: Step): void {
    if (step.on_timeout !== undefined && step.timeout_ms === undefined) {
      problems.push(needs(`${path}.on_timeout`, step.on_timeout, "timeout_ms"));
    }
    if (!("task" in step)) return;
    checkReference(`${path}.task`, step.task);
    if (step.kind !== "call" && mode !== undefined && mode !== "async") {
      problems.push(needs(`${path}.kind`, step.kind, 'mode: "async"'));
    }
  }

  for (const [i, { steps, cleanup }] of scenario.tasks.entries()) {
    if (problems.length > LIMITS.countedProblems) break;
    for (const [k, step] of steps.entries()) if (step !== undefined) checkStep(`tasks[${i}].steps[${k}]`, step);
    for (const [k, step] of cleanup.entries()) if (step !== undefined) checkStep(`tasks[${i}].cleanup[${k}]`, step);
  }
  const { wait, cancels } = scenario.settings;
  if (wait?.task !== undefined) checkReference("wait.task", wait.task);
  for (const [i, { task }] of (cancels ?? []).entries()) checkReference(`cancels[${i}].task`, task);
  return problems;
}

/** Names are unique, and the main program's own is taken. */
function checkNames({ tasks }: SoundScenario, problems: Problem[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [i, { name }] of tasks.entries()) {
    if (name === undefined) continue;
    const path = `tasks[${i}].name`;
    if (name === "main") problems.push({ path, code: "reserved", found: describeValue(name), allowed: "" });
    else if (names.has(name)) problems.push({ path, code: "duplicate", found: describeValue(name), allowed: "" });
    names.add(name);
  }
  return names;
}

function needs(path: string, found: string, allowed: string): Problem {
  return { path, code: "needs", found: describeValue(found), allowed };
}
