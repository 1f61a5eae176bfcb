import { lintMessages } from "#i18n/lints.ts";
import { useMessages } from "#i18n/messages.tsx";
import { repair } from "#scenario/repairs.ts";
import { hasEnded, wasCutOff } from "#trace/has-ended.ts";
import { MAIN } from "#trace/trace.ts";
import { FaultCard } from "./fault-card.tsx";
import { factsOf } from "./fault-facts.ts";
import { faultsOf } from "./faults-of.ts";
import type { Attempt } from "./repair-result.tsx";
import type { ShownRun } from "./statistics-panel.tsx";

interface FaultListProps {
  readonly run: ShownRun;
  onRepair(attempt: Attempt): void;
}

/** The faults of a run, each with the way to its place and, where there is one, its repair. */
export function FaultList({ run: { model, predicted = model, player, onSelect }, onRepair }: FaultListProps) {
  const words = useMessages(lintMessages);
  const { scenario } = model;
  const faults = faultsOf(model);
  if (!hasEnded(model.trace) || wasCutOff(model.trace)) return null;
  if (faults.length === 0) return <p>{words.none}</p>;
  return (
    <ul className="statistics-faults" aria-label={words.heading}>
      {faults.map((finding) => {
        const { fault, step, task } = finding;
        const repaired = repair(scenario, fault);
        return (
          <FaultCard
            key={fault}
            fault={fault}
            facts={factsOf(model, finding, repaired)}
            onShow={() => {
              player.seekStep(step);
              onSelect(task === MAIN ? undefined : task);
            }}
            onRepair={repaired && (() => onRepair({ fault, repaired, totalBefore: predicted.total }))}
          />
        );
      })}
    </ul>
  );
}
