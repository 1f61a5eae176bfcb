import { hasEnded, wasCutOff } from "../has-ended.ts";
import type { TraceModel } from "../model-types.ts";
import { takeCensus } from "./census.ts";
import type { CensusLint, Finding } from "./finding.ts";
import { lintForgottenAwaits, lintInARow } from "./lint-awaits.ts";
import { lintLimits } from "./lint-limits.ts";
import { lintLoop } from "./lint-loop.ts";
import { lintPool } from "./lint-pool.ts";
import { lintServer } from "./lint-server.ts";

/** What holds others up, from the thread outwards. */
const CENSUS_LINTS: readonly CensusLint[] = [lintLoop, lintPool, lintLimits, lintServer];

/**
 * What was wrong with a run, as far as the run can show it; nothing unless it came to its own end. O(events + spans), and
 * much less for a run that cannot have any of the faults.
 */
export function findFaults(model: TraceModel): readonly Finding[] {
  if (!hasEnded(model.trace) || wasCutOff(model.trace)) return [];
  const watches = CENSUS_LINTS.flatMap((lint) => lint(model) ?? []);
  if (watches.length > 0) {
    takeCensus(model, (census, stretch) => {
      for (const watch of watches) watch.visit(census, stretch);
    });
  }
  const seen = watches.flatMap((watch) => watch.conclude());
  return [...lintForgottenAwaits(model), ...lintInARow(model), ...seen];
}
