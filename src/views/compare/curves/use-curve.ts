import { useEffect, useState } from "react";
import type { Scenario } from "#scenario/scenario.ts";
import type { TrialAxis } from "#scenario/trial.ts";
import { type Curve, startSweep } from "#state/comparison/sweep.ts";

export interface CurveProgress {
  readonly curve: Curve;
  readonly isDone: boolean;
}

/** The curve as far as it is simulated; simulating ends with the component. */
export function useCurve(
  scenario: Scenario,
  before: Scenario | undefined,
  axis: TrialAxis | undefined,
): CurveProgress {
  const [progress, setProgress] = useState<CurveProgress>({ curve: [], isDone: false });
  useEffect(() => {
    if (axis === undefined) return;
    return startSweep(scenario, before, axis, (curve, isDone) => setProgress({ curve, isDone }));
  }, [scenario, before, axis]);
  return progress;
}
