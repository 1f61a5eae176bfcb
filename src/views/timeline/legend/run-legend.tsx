import { useMemo } from "react";
import { useStore } from "zustand";
import { useGradually } from "#ui/gradually.ts";
import type { InspectionStore } from "../inspect/inspection.ts";
import type { Run } from "../use-run.ts";
import { Legend } from "./legend.tsx";
import { withDensity } from "./legend-entries.ts";

/** So many are put on a page that is being opened at a time. */
const FEW_SIGNS = 3;

/** What occurs in the run, and how it is drawn where it is crowded. */
export function RunLegend({ run, inspection }: { readonly run: Run; readonly inspection: InspectionStore }) {
  const density = useStore(inspection, (state) => state.density);
  const entries = useMemo(() => withDensity(run.legend, density), [run.legend, density]);
  const count = useGradually(entries.length, FEW_SIGNS, "seen");
  const shown = useMemo(() => entries.slice(0, count), [entries, count]);
  return <Legend entries={shown} isWhole={count === entries.length} />;
}
