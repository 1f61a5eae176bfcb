import { simulate } from "#engine/simulate.ts";
import { withPageMode } from "#scenario/modes.ts";
import { PAGE_MODES, type PageMode, pageModeOf } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import type { Comparison, ModeRun } from "./comparison.ts";

/** For tests: a scenario in every mode, at once. */
export function comparisonOf(scenario: Scenario): Comparison {
  const runIn = (mode: PageMode): ModeRun => {
    const turned = withPageMode(scenario, mode);
    if (!turned.ok) return { status: "refused", problems: turned.problems };
    if (pageModeOf(turned.value) !== mode) return { status: "refused", problems: [] };
    return { status: "ended", model: buildTraceModel(simulate(turned.value), turned.value) };
  };
  return Object.fromEntries(PAGE_MODES.map((mode) => [mode, runIn(mode)])) as unknown as Comparison;
}

/** For tests: the modes that could be run, in their order, with what came of it. */
export function endedRuns(comparison: Comparison): readonly { mode: PageMode; model: TraceModel }[] {
  return PAGE_MODES.flatMap((mode) => {
    const run = comparison[mode];
    return run.status === "ended" ? [{ mode, model: run.model }] : [];
  });
}

/** For tests: whether nothing more will come. */
export const isSettled = (comparison: Comparison): boolean =>
  PAGE_MODES.every((mode) => comparison[mode].status !== "waiting" && comparison[mode].status !== "running");
