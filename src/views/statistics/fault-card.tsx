import { type FaultFacts, lintMessages } from "#i18n/lints.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Fault } from "#scenario/repairs.ts";

interface FaultCardProps {
  readonly fault: Fault;
  readonly facts: FaultFacts;
  onShow(): void;
  /** Nothing where no change of the scenario would help. */
  readonly onRepair: (() => void) | undefined;
}

/** One fault: what, why, what to do. */
export function FaultCard({ fault, facts, onShow, onRepair }: FaultCardProps) {
  const words = useMessages(lintMessages);
  const { what, why, remedy, repair } = words.faults[fault];
  const label = repair(facts);
  const title = what(facts);
  return (
    <li className="statistics-fault" aria-label={title}>
      <h3>{title}</h3>
      <p>{why(facts)}</p>
      {label === "" ? (
        <p>
          {words.noRepair} {remedy}
        </p>
      ) : (
        <p>{remedy}</p>
      )}
      <div className="statistics-buttons">
        <button type="button" className="statistics-button" onClick={onShow}>
          {words.show}
        </button>
        {onRepair !== undefined && (
          <button type="button" className="statistics-button statistics-button-main" onClick={onRepair}>
            {label}
          </button>
        )}
        {onRepair === undefined && label !== "" && (
          <small>
            {words.noRepair} {words.atLimit}
          </small>
        )}
      </div>
    </li>
  );
}
