import { useEffect, useState } from "react";
import type { Scenario } from "#scenario/scenario.ts";
import type { TrialAxis } from "#scenario/trial.ts";
import { type Curve, type SweepStatus, startSweep } from "#state/comparison/sweep.ts";

export interface CurveProgress {
  readonly curve: Curve;
  readonly status: SweepStatus;
  /** Simulates what is missing after it failed. */
  retry(): void;
}

/** The curve as far as it is simulated; simulating ends with the component. */
export function useCurve(
  scenario: Scenario,
  before: Scenario | undefined,
  axis: TrialAxis | undefined,
): CurveProgress {
  const [progress, setProgress] = useState<Omit<CurveProgress, "retry">>({ curve: [], status: "running" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew with the same.
  useEffect(() => {
    if (axis === undefined) return;
    return startSweep(scenario, before, axis, (curve, status) => setProgress({ curve, status }));
  }, [scenario, before, axis, attempt]);
  return { ...progress, retry: () => setAttempt(attempt + 1) };
}
