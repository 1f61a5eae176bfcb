import { simulate } from "#engine/simulate.ts";
import { withPageMode } from "#scenario/modes.ts";
import { PAGE_MODES, pageModeOf } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { type TrialAxis, withTrial } from "#scenario/trial.ts";
import type { SweepPoint } from "./sweep.ts";

/** What the worker is asked, as JSON: the values of an axis, in the order in which they are wanted. */
export interface SweepRequest {
  readonly scenario: Scenario;
  /** As for `withPageMode`. */
  readonly before: Scenario | undefined;
  readonly axis: TrialAxis;
  readonly values: readonly number[];
}

/** What it says: one of them, as soon as it is known. */
export type SweepReply = SweepPoint;

self.onmessage = ({ data }: MessageEvent<string>) => {
  const { scenario, before, axis, values }: SweepRequest = JSON.parse(data);
  for (const value of values) postMessage(pointAt(withTrial(scenario, { axis, value }), before, value));
};

function pointAt(scenario: Scenario, before: Scenario | undefined, value: number): SweepReply {
  const totals: Partial<Record<(typeof PAGE_MODES)[number], number>> = {};
  for (const mode of PAGE_MODES) {
    const turned = withPageMode(scenario, mode, before);
    if (turned.ok && pageModeOf(turned.value) === mode) totals[mode] = simulate(turned.value).end;
  }
  return { value, totals };
}
