import { withPageMode } from "#scenario/modes.ts";
import { PAGE_MODES, type PageMode, pageModeOf } from "#scenario/page-mode.ts";
import type { Problem } from "#scenario/problem.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { startSimulation } from "../simulation.ts";
import type { Progress } from "../simulation-worker.ts";

/** How far the simulation of a scenario in one mode is. */
export type ModeRun =
  | { readonly status: "waiting" }
  | ({ readonly status: "running" } & Progress)
  | { readonly status: "ended"; readonly model: TraceModel }
  /** Not possible in this mode: problems of the format, or none when there is no wait that could block. */
  | { readonly status: "refused"; readonly problems: readonly Problem[] }
  | { readonly status: "failed"; readonly message: string };

/** One scenario in every mode. */
export type Comparison = Readonly<Record<PageMode, ModeRun>>;

export interface ComparisonPlan {
  readonly scenario: Scenario;
  /** As for `withPageMode`. */
  readonly before: Scenario | undefined;
  /** What is known already; it may come to be known while the others are simulated. */
  knownModel(): TraceModel | undefined;
}

const WAITING: ModeRun = { status: "waiting" };
export const NOTHING_YET = Object.fromEntries(PAGE_MODES.map((mode) => [mode, WAITING])) as Comparison;

/** Simulating several modes without a pause longer than this is not noticed. */
const AT_ONCE_MS = 12;

const finished = new WeakMap<Scenario, Comparison>();

/**
 * Simulates a scenario in every mode, one after the other, so that a large one never needs more than one worker; that of
 * the scenario itself last, for the page is about to know it. Tells `changed` how far that is, before this returns where
 * it takes no time. Returns how to give up.
 */
export function startComparison(plan: ComparisonPlan, changed: (comparison: Comparison) => void): () => void {
  const { scenario } = plan;
  const known = finished.get(scenario);
  if (known !== undefined) {
    changed(known);
    return () => {};
  }
  const own = pageModeOf(scenario);
  const queue = [...PAGE_MODES.filter((mode) => mode !== own), own];
  let comparison = NOTHING_YET;
  let cancelRun = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCancelled = false;

  function set(mode: PageMode, run: ModeRun): void {
    comparison = { ...comparison, [mode]: run };
  }

  function goOn(since: number): void {
    for (let mode = queue.shift(); mode !== undefined; mode = queue.shift()) {
      if (!settle(mode)) return;
      if (performance.now() - since < AT_ONCE_MS) continue;
      changed(comparison);
      timer = setTimeout(() => goOn(performance.now()));
      return;
    }
    // What failed may do better the next time: a worker could not be had, or no memory.
    if (PAGE_MODES.every((mode) => comparison[mode].status !== "failed")) finished.set(scenario, comparison);
    changed(comparison);
  }

  /** Whether that is done at once; otherwise it goes on when it is. */
  function settle(mode: PageMode): boolean {
    const known = mode === own ? plan.knownModel() : undefined;
    const turned = known ? undefined : withPageMode(scenario, mode, plan.before);
    if (known) set(mode, { status: "ended", model: known });
    else if (!turned?.ok) set(mode, { status: "refused", problems: turned?.problems ?? [] });
    else if (pageModeOf(turned.value) !== mode) set(mode, { status: "refused", problems: [] });
    else return simulate(mode, turned.value);
    return true;
  }

  function simulate(mode: PageMode, turned: Scenario): boolean {
    let isAtOnce = true;
    let isOver = false;
    const end = (run: ModeRun) => {
      set(mode, run);
      isOver = true;
      if (!isAtOnce) goOn(performance.now());
    };
    set(mode, { status: "running", phase: "simulating", events: 0 });
    cancelRun = startSimulation(turned, {
      progressed: (progress) => {
        set(mode, { status: "running", ...progress });
        changed(comparison);
      },
      finished: (model) => isCancelled || end({ status: "ended", model }),
      failed: (message) => isCancelled || end({ status: "failed", message }),
    });
    isAtOnce = false;
    if (!isOver) changed(comparison);
    return isOver;
  }

  goOn(performance.now());
  return () => {
    isCancelled = true;
    clearTimeout(timer);
    cancelRun();
  };
}
