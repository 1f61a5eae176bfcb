import { type Call, type CallGraph, type Circle, walkCalls } from "./call-graph.ts";
import { shorten } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import type { Problem } from "./problem.ts";
import type { SoundScenario } from "./sound-scenario.ts";
import { checkSpawns } from "./spawn-rules.ts";
import { listNames } from "./task-rules.ts";

/** Who starts whom: something must start by itself, and bodies that call bodies must come to an end. */
export function checkCalls(scenario: SoundScenario): Problem[] {
  const graph = callGraphOf(scenario);
  const { calleesFirst, circles } = walkCalls(graph, LIMITS.listedProblems);
  const nesting = circles.map((circle) => circleProblem(circle, scenario));
  if (circles.length === 0) {
    nesting.push(...checkSizes(scenario, graph, calleesFirst), ...checkSpawns(scenario, graph, calleesFirst));
  }
  return [...nesting, ...checkStarts(scenario)];
}

function checkStarts({ tasks, names, judgedSteps, settings }: SoundScenario): Problem[] {
  const startedByOthers = new Set<string>();
  for (const { step } of judgedSteps) {
    if (step.kind === "spawn" || step.kind === "call") startedByOthers.add(step.task);
  }
  if (tasks.length > 0 && tasks.every(({ name }) => name !== undefined && startedByOthers.has(name))) {
    return [{ path: "tasks", code: "nothing_starts", found: "", allowed: "" }];
  }
  const only = settings.wait?.task;
  if (only === undefined || !startedByOthers.has(only)) return [];
  const allowed = listNames([...names.keys()].filter((name) => !startedByOthers.has(name)));
  return [{ path: "wait.task", code: "not_allowed", found: JSON.stringify(only), allowed }];
}

function callGraphOf({ names, judgedSteps }: SoundScenario): CallGraph {
  const graph = new Map<number, Call[]>();
  for (const { step, owner, path } of judgedSteps) {
    const callee = step.kind === "call" ? names.get(step.task) : undefined;
    if (callee === undefined) continue;
    const calls = graph.get(owner) ?? [];
    calls.push({ path: `${path}.task`, callee });
    graph.set(owner, calls);
  }
  return graph;
}

function circleProblem({ call, members }: Circle, { tasks }: SoundScenario): Problem {
  const around = [...members, call.callee].map((task) => shorten(tasks[task]?.name ?? ""));
  const long = around.length > LIMITS.listedNames;
  const found = long ? [...around.slice(0, LIMITS.listedNames), "…"] : around;
  return { path: call.path, code: "cycle", found: found.join(" → "), allowed: "" };
}

/**
 * Not too deep, and within the limit of steps when every call is written out: bodies that call two bodies that call
 * two bodies … grow without a circle.
 */
function checkSizes({ tasks }: SoundScenario, graph: CallGraph, calleesFirst: readonly number[]): Problem[] {
  const problems: Problem[] = [];
  const depths = new Map<number, number>();
  const sizes = tasks.map(({ steps, cleanup }) => steps.length + (cleanup?.length ?? 0));
  const isCalled = new Set<number>();
  for (const task of calleesFirst) {
    const calls = graph.get(task) ?? [];
    let depth = 0;
    for (const { callee } of calls) {
      depth = Math.max(depth, 1 + (depths.get(callee) ?? 0));
      sizes[task] = (sizes[task] ?? 0) + (sizes[callee] ?? 0);
      isCalled.add(callee);
    }
    depths.set(task, depth);
    if (depth === LIMITS.callDepth + 1) {
      const path = calls.find(({ callee }) => depths.get(callee) === LIMITS.callDepth)?.path ?? "";
      problems.push({ path, code: "too_deep", found: String(depth), allowed: String(LIMITS.callDepth) });
    }
  }
  const total = sizes.reduce((sum, size, task) => (isCalled.has(task) ? sum : sum + size), 0);
  if (total > LIMITS.stepsInTotal) {
    const allowed = String(LIMITS.stepsInTotal);
    problems.push({ path: "tasks[*].steps", code: "too_many", found: String(total), allowed });
  }
  return problems;
}
