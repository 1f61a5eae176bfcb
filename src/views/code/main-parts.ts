import { topLevelTasks } from "#scenario/defaults.ts";
import type { MainPart } from "#scenario/program/program.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "#trace/event-types.ts";
import { MAIN, type StepIndex, type TaskId, type Trace } from "#trace/trace.ts";

/** Where the main program goes, one entry for every move: from event `steps[k]` on it stands at `parts[k]`. */
export interface MainMoves {
  readonly steps: readonly StepIndex[];
  readonly parts: readonly MainPart[];
}

/**
 * Reads the main program's moves off a trace. It is seen by what it does: it calls and creates tasks, waits, starts the
 * loop, ends. A program that an error ends stays where the error was raised.
 */
export function readMainMoves(trace: Trace, scenario: Scenario): MainMoves {
  const top = new Set(topLevelTasks(scenario).map(({ name }) => name));
  const isTop = trace.names.map((name) => top.has(name));
  const steps: StepIndex[] = [];
  const parts: MainPart[] = [];
  let hasWaited = false;
  for (let step = 0; step < trace.length; step += 1) {
    const type = trace.typeAt(step);
    const task = trace.taskAt(step);
    const part = partOf(type, task, { trace, scenario, isTop, step, hasWaited, now: parts.at(-1) });
    if (type === "wait_returned") hasWaited = true;
    if (part === undefined || part === parts.at(-1)) continue;
    steps.push(step);
    parts.push(part);
  }
  return { steps, parts };
}

interface Context {
  readonly trace: Trace;
  readonly scenario: Scenario;
  readonly isTop: readonly boolean[];
  readonly step: StepIndex;
  readonly hasWaited: boolean;
  readonly now: MainPart | undefined;
}

function partOf(type: EventType, task: TaskId, context: Context): MainPart | undefined {
  const { trace, scenario, isTop, step, hasWaited, now } = context;
  if (type === "run_end") return trace.detailAt(step).error === undefined ? "total" : undefined;
  if (type === "coroutine_created" && isTop[task] && scenario.wait?.style !== "direct") return "call";
  if (type === "task_created" && isTop[task]) return "create";
  if (scenario.mode !== "async") return now === undefined || now === "create" ? "wait" : undefined;
  if (type === "loop_start") return "start";
  if (task !== MAIN || scenario.create === "before_loop") return undefined;
  if (type === "task_suspended" || type === "call_start") return hasWaited ? "rest" : "wait";
  if (type === "wait_returned" && !hasWaited) return "wait";
  return type === "task_done" || type === "task_failed" || type === "task_cancelled" ? "start" : undefined;
}
