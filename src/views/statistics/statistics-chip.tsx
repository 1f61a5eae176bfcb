import { useMemo } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { statisticsMessages } from "#i18n/statistics.ts";
import { runsAtOnce } from "#state/simulation.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Icon } from "#ui/icon.tsx";
import { faultsOf, isQuick } from "./faults-of.ts";
import { ratio, seconds } from "./readout.ts";
import { useSpeedUp } from "./use-speed-up.ts";
import "./statistics-chip.css";

interface StatisticsChipProps {
  readonly model: TraceModel;
  /** Whether the run was measured rather than simulated. */
  readonly measured: boolean;
  readonly open: boolean;
  onToggle(): void;
}

/** What the run cost, and how many faults it has; opens and closes the statistics. */
export function StatisticsChip({ model, measured, open, onToggle }: StatisticsChipProps) {
  const words = useMessages(statisticsMessages);
  const isSmall = useMemo(() => runsAtOnce(model.scenario), [model.scenario]);
  const speedUp = useSpeedUp(model, measured, isSmall);
  const faults = open || isQuick(model) ? faultsOf(model).length : 0;
  return (
    <button
      type="button"
      className="statistics-chip"
      title={words.chip}
      aria-expanded={open}
      onClick={onToggle}
    >
      <Icon name="statistics" />
      <span className="visually-hidden">{words.title}</span>
      <b>{words.seconds(seconds(model.total))}</b>
      {speedUp.status === "known" && (
        <span className="statistics-chip-speed">{words.speedUp(ratio(speedUp.ratio))}</span>
      )}
      {faults > 0 && (
        <span className="statistics-chip-faults">
          <span aria-hidden="true">{faults}</span>
          <span className="visually-hidden">{words.faults(faults)}</span>
        </span>
      )}
    </button>
  );
}
