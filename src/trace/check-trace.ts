import type { Mode, Scenario } from "#scenario/scenario.ts";
import { checkCallbacks } from "./check/check-callbacks.ts";
import type { CheckContext, RuleName, Violation } from "./check/check-context.ts";
import { checkLives } from "./check/check-lives.ts";
import { checkPairs } from "./check/check-pairs.ts";
import { checkReadyQueue } from "./check/check-ready-queue.ts";
import { checkRun } from "./check/check-run.ts";
import { checkSlices } from "./check/check-slices.ts";
import { checkThreads } from "./check/check-threads.ts";
import type { Trace } from "./trace.ts";

export type { RuleName, Violation };

const MOST_PER_RULE = 20;
const CHECKS = [checkRun, checkLives, checkThreads, checkPairs, checkCallbacks, checkReadyQueue, checkSlices];

/**
 * Judges a finished trace by the rules that hold for every run, simulated, live or imported. Without a scenario, the
 * mode is told from the events. Returns the violations in order of events, at most 20 of each rule; none = sound.
 */
export function checkTrace(trace: Trace, scenario?: Scenario): readonly Violation[] {
  const violations: Violation[] = [];
  const counts = new Map<RuleName, number>();
  const context: CheckContext = {
    trace,
    scenario,
    mode: scenario?.mode ?? modeOf(trace),
    report(step, rule, message) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count <= MOST_PER_RULE) violations.push({ step, rule, message });
    },
  };
  for (const check of CHECKS) check(context);
  return violations.sort((a, b) => a.step - b.step);
}

function modeOf(trace: Trace): Mode {
  let hasMade = false;
  for (let step = 0; step < trace.length; step++) {
    if (trace.typeAt(step) === "loop_start") return "async";
    if (trace.typeAt(step) === "task_created") hasMade = true;
  }
  return hasMade ? "threads" : "sync";
}
