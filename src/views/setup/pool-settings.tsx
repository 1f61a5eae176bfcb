import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { chunkSizeOf } from "#scenario/defaults.ts";
import { LIMITS } from "#scenario/limits.ts";
import { setSetting } from "#scenario/workload-settings.ts";
import { CountSetting, SegmentedSetting } from "./setting.tsx";
import type { SettingsProps } from "./settings.tsx";

/** How many workers a pool has, how they get their tasks, and how the caller gets the results. */
export function PoolSettings({ scenario, edit }: SettingsProps) {
  const words = useMessages(setupMessages);
  const dispatch = scenario.dispatch ?? "chunks";
  const collect = scenario.collect ?? "all";
  const needsAll = collect === "all" ? undefined : words.dispatchNeedsAll;
  const needsSingle = dispatch === "single" ? undefined : words.collectNeedsSingle;
  return (
    <>
      <CountSetting
        name="workers"
        label={words.workers}
        hint={words.workersHint}
        value={scenario.workers}
        max={LIMITS.workers}
        onChange={(workers) => edit((old) => setSetting(old, "workers", workers), "workers")}
      />
      <details className="setup-more">
        <summary>{words.more}</summary>
        <SegmentedSetting
          label={words.dispatch}
          hint={needsAll ?? words.dispatchHint}
          options={[
            { value: "chunks", label: words.dispatches.chunks, reason: needsAll },
            { value: "single", label: words.dispatches.single },
          ]}
          value={dispatch}
          onChange={(value) => edit((old) => setSetting(old, "dispatch", value))}
        />
        {dispatch === "chunks" && (
          <CountSetting
            name="chunk_size"
            label={words.chunkSize}
            hint={words.chunkSizeHint}
            value={scenario.chunk_size}
            max={LIMITS.places}
            empty={words.byDefault(String(chunkSizeOf(setSetting(scenario, "chunk_size", undefined))))}
            onChange={(size) => edit((old) => setSetting(old, "chunk_size", size), "chunk_size")}
          />
        )}
        <SegmentedSetting
          label={words.collect}
          hint={needsSingle ?? words.collectHint}
          options={[
            { value: "all", label: words.collects.all },
            { value: "in_order", label: words.collects.in_order, reason: needsSingle },
            { value: "as_done", label: words.collects.as_done, reason: needsSingle },
          ]}
          value={collect}
          onChange={(value) => edit((old) => setSetting(old, "collect", value))}
        />
      </details>
    </>
  );
}
