import { useEffect } from "react";
import type { TraceModel } from "#trace/model-types.ts";
import type { InspectionStore } from "./inspection.ts";
import { measureIn } from "./measure.ts";

/** When another scenario runs, the card goes, and what is measured stays if the new run is long enough. */
export function useInspectedRun(inspection: InspectionStore, model: TraceModel): void {
  const { scenario } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model of a run that grows changes all the time
  useEffect(() => {
    inspection.setState(({ measure }) => ({ pointed: undefined, measure: measureIn(measure, model) }));
  }, [inspection, scenario]);
}
