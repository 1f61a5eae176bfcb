import { useMemo } from "react";
import { writeSeconds } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { type WorkloadMessages, workloadMessages } from "#i18n/workload.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { summariseWorkload, type WorkloadSummary } from "#scenario/workload.ts";
import { Icon } from "#ui/icon.tsx";
import "./setup-chip.css";

interface SetupChipProps {
  readonly scenario: Scenario;
  readonly open: boolean;
  onToggle(): void;
}

/** The workload in a few words; opens and closes the setup. */
export function SetupChip({ scenario, open, onToggle }: SetupChipProps) {
  const words = useMessages(workloadMessages);
  const summary = useMemo(() => summariseWorkload(scenario), [scenario]);
  return (
    <button type="button" className="setup-chip" aria-expanded={open} onClick={onToggle}>
      <span>{sayWorkload(words, summary)}</span>
      <Icon name="down" />
    </button>
  );
}

function sayWorkload(words: WorkloadMessages, summary: WorkloadSummary): string {
  const { count, allUrls, shortest, longest } = summary;
  const what = allUrls ? words.urls(count) : words.tasks(count);
  if (shortest !== longest)
    return words.chip(what, words.delayRange(writeSeconds(shortest), writeSeconds(longest)));
  const delay = writeSeconds(longest);
  return words.chip(what, count === 1 ? words.oneDelay(delay) : words.eachDelay(delay));
}
