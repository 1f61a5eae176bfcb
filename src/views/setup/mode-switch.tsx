import { useMemo, useRef, useState } from "react";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { PAGE_MODES, type PageMode, pageModeOf, withPageMode } from "#scenario/modes.ts";
import type { Problem } from "#scenario/problem.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { Segmented } from "#ui/segmented.tsx";
import "./mode-switch.css";

interface ModeSwitchProps {
  readonly scenario: Scenario;
  onChange(next: Scenario): void;
}

/** Why a scenario stays in its mode; forgotten as soon as there is another scenario. */
interface Refusal {
  readonly scenario: Scenario;
  readonly pageMode: PageMode;
  readonly problems: readonly Problem[];
}

const MAX_SHOWN = 3;

/** Which mode the scenario runs in. Where it cannot run, the reason stands under the switch and nothing changes. */
export function ModeSwitch({ scenario, onChange }: ModeSwitchProps) {
  const words = useMessages(setupMessages);
  const language = useLanguage();
  const pageMode = useMemo(() => pageModeOf(scenario), [scenario]);
  const beforeBlocking = useRef<Scenario>(undefined);
  const [refusal, setRefusal] = useState<Refusal>();

  function choose(next: PageMode): void {
    if (pageMode !== "async_blocking") beforeBlocking.current = scenario;
    const turned = withPageMode(scenario, next, beforeBlocking.current);
    if (!turned.ok) setRefusal({ scenario, pageMode: next, problems: turned.problems });
    else if (pageModeOf(turned.value) !== next) setRefusal({ scenario, pageMode: next, problems: [] });
    else onChange(turned.value);
  }

  return (
    <fieldset
      className="mode-switch"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setRefusal(undefined)}
      onKeyDown={(event) => event.key === "Escape" && setRefusal(undefined)}
    >
      <div className="mode-switch-scroll">
        <Segmented
          label={words.mode}
          options={PAGE_MODES.map((value) => ({ value, label: words.modes[value] }))}
          value={pageMode}
          onChange={choose}
        />
      </div>
      <div role="status">
        {refusal?.scenario === scenario && (
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
