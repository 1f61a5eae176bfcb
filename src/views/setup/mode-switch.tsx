import { lazy, Suspense, useMemo } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import { PAGE_MODES, type PageMode, pageModeOf } from "#scenario/page-mode.ts";
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

// The words for every mistake are loaded when there is one.
const ModeRefusalNote = lazy(async () => ({ default: (await import("./mode-refusal.tsx")).ModeRefusalNote }));

/** Which mode the scenario runs in. Where it cannot run, the reason stands under the switch and nothing changes. */
export function ModeSwitch({ scenario, refusal, onChoose, onDismiss }: ModeSwitchProps) {
  const words = useMessages(workloadMessages);
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
          <Suspense>
            <ModeRefusalNote refusal={refusal} />
          </Suspense>
        )}
      </div>
    </fieldset>
  );
}
