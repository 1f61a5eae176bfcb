import { useMemo, useRef } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { waitOf } from "#scenario/defaults.ts";
import { LIMITS } from "#scenario/limits.ts";
import { withPageMode } from "#scenario/modes.ts";
import { pageModeOf } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import {
  hasOffload,
  setLimit,
  setSetting,
  setWaitStyle,
  WAIT_STYLES,
  waitOptionsOf,
  whyNotCreate,
  whyNotStyle,
} from "#scenario/workload-settings.ts";
import { CountSetting, SegmentedSetting, SelectSetting, SwitchSetting } from "./setting.tsx";
import type { SettingsProps } from "./settings.tsx";
import { WaitOptionSetting } from "./wait-option-setting.tsx";

/** How the main program makes tasks and waits for them, and what may be under way at a time. */
export function AsyncSettings({ scenario, edit }: SettingsProps) {
  const words = useMessages(setupMessages);
  const style = waitOf(scenario).style;
  const create = scenario.create ?? "in_main";
  const reasons = { in_main: words.waitNeedsInMain, before_loop: words.onlyNeedsBeforeLoop };
  const createReason = (value: typeof create) =>
    whyNotCreate(scenario, value) === undefined ? undefined : words.createNeedsStyle;
  const beforeBlocking = useRef<Scenario>(undefined);
  const pageMode = useMemo(() => pageModeOf(scenario), [scenario]);
  const offloads = useMemo(() => hasOffload(scenario), [scenario]);

  function block(on: boolean): void {
    if (on) beforeBlocking.current = scenario;
    const turned = withPageMode(scenario, on ? "async_blocking" : "async", beforeBlocking.current);
    if (turned.ok) edit(() => turned.value);
  }

  return (
    <>
      <SwitchSetting
        label={words.blockingClient}
        hint={words.blockingClientHint}
        value={pageMode === "async_blocking" ? "all" : "none"}
        onChange={block}
      />
      <SelectSetting
        label={words.waitStyle}
        hint={create === "before_loop" ? words.waitNeedsInMain : words.waitHint}
        options={WAIT_STYLES.map((value) => {
          const why = whyNotStyle(scenario, value);
          return { value, label: words.waitStyles[value], reason: why && reasons[why] };
        })}
        value={style}
        onChange={(value) => edit((old) => setWaitStyle(old, value))}
      />
      <details className="setup-more">
        <summary>{words.more}</summary>
        {waitOptionsOf(scenario).map((option) => (
          <WaitOptionSetting key={option} option={option} scenario={scenario} edit={edit} />
        ))}
        <SegmentedSetting
          label={words.create}
          hint={createReason("in_main") ?? createReason("before_loop") ?? words.createHint}
          options={[
            { value: "in_main", label: words.creates.in_main, reason: createReason("in_main") },
            { value: "before_loop", label: words.creates.before_loop, reason: createReason("before_loop") },
          ]}
          value={create}
          onChange={(value) => edit((old) => setSetting(old, "create", value))}
        />
        <CountSetting
          name="limit.tasks"
          label={words.taskLimit}
          hint={words.taskLimitHint}
          value={scenario.limit?.tasks}
          max={LIMITS.places}
          empty={words.anyNumber}
          onChange={(count) => edit((old) => setLimit(old, "tasks", count), "limit.tasks")}
        />
        <CountSetting
          name="limit.connections"
          label={words.connectionLimit}
          hint={words.connectionLimitHint}
          value={scenario.limit?.connections}
          max={LIMITS.places}
          empty={words.anyNumber}
          onChange={(count) => edit((old) => setLimit(old, "connections", count), "limit.connections")}
        />
        {offloads && (
          <CountSetting
            name="offload_workers"
            label={words.offloadWorkers}
            hint={words.offloadWorkersHint}
            value={scenario.offload_workers}
            max={LIMITS.places}
            empty={words.byDefault("32")}
            onChange={(count) => edit((old) => setSetting(old, "offload_workers", count), "offload_workers")}
          />
        )}
      </details>
    </>
  );
}
