import { useMemo } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { LIMITS } from "#scenario/limits.ts";
import type { Scenario } from "#scenario/scenario.ts";
import {
  callbackShare,
  callbacksRun,
  raiseShare,
  setCallbacks,
  setRaiseForStatus,
  setServerWorkers,
} from "#scenario/workload-settings.ts";
import { AsyncSettings } from "./async-settings.tsx";
import { MachineSettings } from "./machine-settings.tsx";
import { PoolSettings } from "./pool-settings.tsx";
import { CountSetting, SwitchSetting } from "./setting.tsx";
import "./settings.css";

/** Changes the scenario that is in force; changes with the same key in a row are one undo step. */
export type Edit = (change: (scenario: Scenario) => Scenario, key?: string) => void;

export interface SettingsProps {
  readonly scenario: Scenario;
  readonly edit: Edit;
}

/** The parameters of the scenario's mode, then those that every mode has. */
export function Settings({ scenario, edit }: SettingsProps) {
  const words = useMessages(setupMessages);
  const callbacks = useMemo(() => callbackShare(scenario), [scenario]);
  const never = scenario.mode === "pool" ? words.callbacksNeverPool : words.callbacksNever;
  const raises = useMemo(() => raiseShare(scenario), [scenario]);
  return (
    <div className="setup-settings">
      {scenario.mode === "pool" && <PoolSettings scenario={scenario} edit={edit} />}
      {scenario.mode === "async" && <AsyncSettings scenario={scenario} edit={edit} />}
      <MachineSettings scenario={scenario} edit={edit} />
      <CountSetting
        name="server.workers"
        label={words.serverWorkers}
        hint={words.serverWorkersHint}
        value={scenario.server?.workers}
        max={LIMITS.places}
        empty={words.anyNumber}
        onChange={(count) => edit((old) => setServerWorkers(old, count), "server.workers")}
      />
      <SwitchSetting
        label={words.callbacks}
        hint={callbacksRun(scenario) ? words.callbacksHint : never}
        value={callbacks}
        onChange={(on) => edit((old) => setCallbacks(old, on))}
      />
      {raises !== undefined && (
        <SwitchSetting
          label={words.raise}
          hint={words.raiseHint}
          value={raises}
          onChange={(on) => edit((old) => setRaiseForStatus(old, on))}
        />
      )}
    </div>
  );
}
