import type { Milliseconds } from "#base/units.ts";
import { writeClock } from "#base/write-number.ts";
import { lintMessages } from "#i18n/lints.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Fault } from "#scenario/repairs.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { faultsOf } from "./faults-of.ts";
import type { ShownRun } from "./statistics-panel.tsx";

/** A repair that was made: what it was to take away, and what the simulation took before. */
export interface Attempt {
  readonly fault: Fault;
  readonly repaired: Scenario;
  readonly totalBefore: Milliseconds;
}

interface RepairResultProps {
  readonly attempt: Attempt;
  /** The run of the repaired scenario. */
  readonly run: ShownRun;
  onUndo(): void;
}

/**
 * What became of a repair, looked for anew in the run that followed. The totals are simulated ones, whatever is shown:
 * nothing measured is compared with something that was not.
 */
export function RepairResult({ attempt, run: { model, predicted = model }, onUndo }: RepairResultProps) {
  const words = useMessages(lintMessages);
  const isGone = faultsOf(model).every(({ fault }) => fault !== attempt.fault);
  return (
    <p className="statistics-result" role="status">
      <span>
        <b>{isGone ? words.fixed : words.notFixed}</b>{" "}
        {words.totals(writeClock(attempt.totalBefore), writeClock(predicted.total))}
      </span>
      <button type="button" className="statistics-button" onClick={onUndo}>
        {words.undo}
      </button>
    </p>
  );
}
