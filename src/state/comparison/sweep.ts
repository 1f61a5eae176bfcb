import type { Milliseconds } from "#base/units.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { presentValue, type TrialAxis, trialRange } from "#scenario/trial.ts";
import type { SweepReply, SweepRequest } from "./sweep-worker.ts";

/** How long each mode takes at one value of an axis; a mode that cannot run there is absent. */
export interface SweepPoint {
  readonly value: number;
  readonly totals: Readonly<Partial<Record<PageMode, Milliseconds>>>;
}

/** The points that are known, by ascending value. */
export type Curve = readonly SweepPoint[];

/** So many points, and no more than this many tasks and steps in all of them together, for each mode. */
const MOST_POINTS = 25;
const MOST_WORK = 60_000;

/**
 * The values at which an axis is simulated: both ends, what there is now, and others between them; the coarse ones
 * first, so that the shape is there before the details.
 */
export function sweepValues(scenario: Scenario, axis: TrialAxis): readonly number[] {
  const present = presentValue(scenario, axis);
  if (present === undefined) return [];
  const { least, most, step } = trialRange(axis, present);
  const places = Math.round((most - least) / step);
  const count = Math.min(MOST_POINTS - 1, places, Math.max(4, Math.floor(MOST_WORK / workOf(scenario))));
  const between = Array.from(
    { length: count + 1 },
    (_, k) => least + step * Math.round((k * places) / count),
  );
  const values = [...new Set([...between, present])].filter((value) => value >= least && value <= most);
  return coarseFirst(values.sort((a, b) => a - b));
}

const workOf = ({ tasks }: Scenario): number =>
  Math.max(
    1,
    tasks.reduce((sum, { steps }) => sum + 1 + steps.length, 0),
  );

/** The first and the last, then what lies halfway between those that were named, and so on. */
export function coarseFirst<T>(values: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  const isNamed = values.map(() => false);
  const last = values.length - 1;
  for (let parts = 1; ordered.length < values.length; parts *= 2)
    for (let part = 0; part <= parts; part++) {
      const place = Math.round((part * last) / parts);
      if (isNamed[place]) continue;
      isNamed[place] = true;
      ordered.push(values[place] as T);
    }
  return ordered;
}

/** `failed`: no further points come, though some are missing. */
export type SweepStatus = "running" | "done" | "failed";

const curves = new WeakMap<Scenario, Map<TrialAxis, Curve>>();

/**
 * Simulates all modes along an axis, in a worker; tells `changed` the points that are known, each time there is another
 * one. What was simulated once is remembered as long as the scenario is. Returns how to give up.
 */
export function startSweep(
  scenario: Scenario,
  before: Scenario | undefined,
  axis: TrialAxis,
  changed: (curve: Curve, status: SweepStatus) => void,
): () => void {
  const known = curves.get(scenario) ?? new Map<TrialAxis, Curve>();
  curves.set(scenario, known);
  let curve = known.get(axis) ?? [];
  const values = sweepValues(scenario, axis).filter((value) => !curve.some((point) => point.value === value));
  changed(curve, values.length === 0 ? "done" : "running");
  if (values.length === 0) return () => {};
  const worker = new Worker(new URL("./sweep-worker.ts", import.meta.url), { type: "module" });
  let left = values.length;
  worker.onmessage = ({ data }: MessageEvent<SweepReply>) => {
    curve = [...curve, data].sort((a, b) => a.value - b.value);
    known.set(axis, curve);
    left -= 1;
    if (left === 0) worker.terminate();
    changed(curve, left === 0 ? "done" : "running");
  };
  worker.onerror = () => {
    worker.terminate();
    changed(curve, "failed");
  };
  worker.postMessage(JSON.stringify({ scenario, before, axis, values } satisfies SweepRequest));
  return () => worker.terminate();
}
