import type { CallGraph } from "./call-graph.ts";
import type { Problem } from "./problem.ts";
import type { PlacedStep, SoundScenario } from "./sound-scenario.ts";

/**
 * A task is started at most once: two tasks of one name could not be told apart in a trace. So there is one spawn for
 * it at most, and that spawn stands in a body that runs once, not in one that is called again and again.
 */
export function checkSpawns(
  { names, judgedSteps }: SoundScenario,
  graph: CallGraph,
  calleesFirst: readonly number[],
): Problem[] {
  const spawns = judgedSteps.flatMap((placed) =>
    placed.step.kind === "spawn" ? [{ ...placed, step: placed.step }] : [],
  );
  const spawned = new Set(spawns.flatMap(({ step }) => names.get(step.task) ?? []));
  const runs = countRuns(graph, calleesFirst, spawned);
  const firsts = new Map<string, PlacedStep>();
  return spawns.flatMap(({ step, owner, path }) => {
    const first = firsts.get(step.task);
    if (first === undefined) firsts.set(step.task, { step, owner, path });
    const again = first !== undefined || (runs.get(owner) ?? 1) > 1;
    if (!again) return [];
    return [
      {
        path,
        code: "started_twice" as const,
        found: JSON.stringify(step.task),
        allowed: first?.path ?? path,
      },
    ];
  });
}

/** How often the body of each task that calls or is called runs: for itself (once at most), and for its callers. */
function countRuns(
  graph: CallGraph,
  calleesFirst: readonly number[],
  spawned: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const called = new Set([...graph.values()].flat().map(({ callee }) => callee));
  const runs = new Map(calleesFirst.map((task) => [task, called.has(task) && !spawned.has(task) ? 0 : 1]));
  for (const caller of calleesFirst.toReversed()) {
    for (const { callee } of graph.get(caller) ?? []) {
      runs.set(callee, (runs.get(callee) ?? 0) + (runs.get(caller) ?? 0));
    }
  }
  return runs;
}
