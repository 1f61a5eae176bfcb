import { useMemo } from "react";
import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import { compareRuns } from "#trace/measurement/compare-runs.ts";
import type { Measurement } from "#trace/measurement/measurement.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Panel } from "#ui/panel.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { Method } from "./method.tsx";
import { OverheadList } from "./overhead-list.tsx";
import "./measured-panel.css";

interface MeasuredPanelProps {
  readonly predicted: TraceModel;
  readonly measured: TraceModel;
  readonly measurement: Measurement;
  onClose(): void;
}

/** A real run beside its prediction, in numbers: what differs, where it comes from, and how it was measured. */
export function MeasuredPanel({ predicted, measured, measurement, onClose }: MeasuredPanelProps) {
  const words = useMessages(liveMessages);
  const comparison = useMemo(() => compareRuns(predicted, measured), [predicted, measured]);
  return (
    <Panel title={words.panel} closeLabel={words.close} onClose={onClose}>
      {comparison.measuredRun === "cancelled" && <p>{words.runWasCancelled}</p>}
      {comparison.measuredRun === "under_way" && <p>{words.runUnderWay}</p>}
      <ComparisonTable comparison={comparison} names={measured.trace.names} />
      <h3>{words.overhead}</h3>
      <OverheadList measurement={measurement} />
      <h3>{words.howMeasured}</h3>
      <Method measurement={measurement} measured={measured} />
    </Panel>
  );
}
