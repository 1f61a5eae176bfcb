import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Scenario } from "#scenario/scenario.ts";
import { presentValue, type Trial } from "#scenario/trial.ts";
import { writeValue } from "./curves/write-value.ts";

interface TrialBarProps {
  readonly scenario: Scenario;
  readonly trial: Trial;
  onApply(): void;
  onReset(): void;
}

/** As long as a value is tried out, what is seen is not the scenario: says so, and leads both ways. */
export function TrialBar({ scenario, trial, onApply, onReset }: TrialBarProps) {
  const words = useMessages(compareMessages);
  const { axis, value } = trial;
  const say = (each: number) => words.value[axis](writeValue(axis, each));
  return (
    <div className="compare-trial">
      <p>{words.trying(say(value), say(presentValue(scenario, axis) ?? value))}</p>
      <button type="button" className="compare-try compare-apply" onClick={onApply}>
        {words.apply}
      </button>
      <button type="button" className="compare-try" onClick={onReset}>
        {words.reset}
      </button>
    </div>
  );
}
