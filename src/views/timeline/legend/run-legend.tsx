import { useMemo } from "react";
import { useStore } from "zustand";
import type { InspectionStore } from "../inspect/inspection.ts";
import type { Run } from "../use-run.ts";
import { Legend } from "./legend.tsx";
import { withDensity } from "./legend-entries.ts";

/** What occurs in the run, and how it is drawn where it is crowded. */
export function RunLegend({ run, inspection }: { readonly run: Run; readonly inspection: InspectionStore }) {
  const density = useStore(inspection, (state) => state.density);
  const entries = useMemo(() => withDensity(run.legend, density), [run.legend, density]);
  return <Legend entries={entries} />;
}
