import { useMemo } from "react";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import { PAGE_MODES, type PageMode, pageModeOf } from "#scenario/modes.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { ModeRefusal } from "#state/app-store.ts";
import { Segmented } from "#ui/segmented.tsx";
import "./mode-switch.css";

interface ModeSwitchProps {
  readonly scenario: Scenario;
  /** Why the mode last asked for was refused. */
  readonly refusal: ModeRefusal | undefined;
  onChoose(pageMode: PageMode): void;
  onDismiss(): void;
}

const MAX_SHOWN = 3;

/** Which mode the scenario runs in. Where it cannot run, the reason stands under the switch and nothing changes. */
export function ModeSwitch({ scenario, refusal, onChoose, onDismiss }: ModeSwitchProps) {
  const words = useMessages(workloadMessages);
  const language = useLanguage();
  const pageMode = useMemo(() => pageModeOf(scenario), [scenario]);

  return (
    <fieldset
      className="mode-switch"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onDismiss()}
    >
      <div className="mode-switch-scroll">
        <Segmented
          label={words.mode}
          options={PAGE_MODES.map((value) => ({ value, label: words.modes[value] }))}
          value={pageMode}
          onChange={onChoose}
        />
      </div>
      <div role="status">
        {refusal && (
          <div className="mode-switch-refusal">
            {refusal.problems.length === 0 ? (
              <p>{words.nothingToBlock}</p>
            ) : (
              <>
                <p>{words.modeRefused(words.modes[refusal.pageMode])}</p>
                <ul>
                  {refusal.problems.slice(0, MAX_SHOWN).map((problem) => (
                    <li key={problem.path}>{formatProblem(problem, language)}</li>
                  ))}
                  {refusal.problems.length > MAX_SHOWN && <li>…</li>}
                </ul>
              </>
            )}
          </div>
        )}
      </div>
    </fieldset>
  );
}
