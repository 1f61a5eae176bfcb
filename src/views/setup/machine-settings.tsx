import { useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { timeSliceOf } from "#scenario/defaults.ts";
import { LIMITS } from "#scenario/limits.ts";
import { machineMatters, setMachine } from "#scenario/machine-settings.ts";
import type { MachineSpec } from "#scenario/scenario.ts";
import { OtherPrograms } from "./other-programs.tsx";
import { CountSetting, SwitchSetting } from "./setting.tsx";
import type { SettingsProps } from "./settings.tsx";

/** Facts of the machine that are a whole number of ms, in the order in which they are shown. */
const COSTS = ["thread_start_ms", "process_start_ms", "switch_ms"] as const satisfies (keyof MachineSpec)[];

/** What the program runs on: cores, time slices, the interpreter lock, what starting costs, and who else computes. */
export function MachineSettings({ scenario, edit }: SettingsProps) {
  const words = useMessages(setupMessages);
  const { machine = {}, mode } = scenario;
  const isTold = scenario.machine !== undefined;
  // It does not close when the last fact is cleared: somebody is about to type another.
  const [wasTold, setWasTold] = useState(isTold);
  if (isTold && !wasTold) setWasTold(true);
  return (
    <details className="setup-more" open={wasTold}>
      <summary>{words.machine}</summary>
      <CountSetting
        name="machine.cores"
        label={words.cores}
        hint={words.coresHint}
        value={machine.cores}
        max={LIMITS.cores}
        empty={words.asNeeded}
        onChange={(cores) => edit((old) => setMachine(old, "cores", cores), "machine.cores")}
      />
      <CountSetting
        name="machine.time_slice_ms"
        label={words.timeSlice}
        hint={words.timeSliceHint}
        value={machine.time_slice_ms}
        max={LIMITS.timeSliceMs}
        empty={words.byDefault(String(timeSliceOf(setMachine(scenario, "time_slice_ms", undefined))))}
        onChange={(ms) => edit((old) => setMachine(old, "time_slice_ms", ms), "machine.time_slice_ms")}
      />
      {machineMatters(mode, "interpreter_lock") && (
        <SwitchSetting
          label={words.interpreterLock}
          hint={words.interpreterLockHint}
          value={(machine.interpreter_lock ?? true) ? "all" : "none"}
          onChange={(on) => edit((old) => setMachine(old, "interpreter_lock", on ? undefined : false))}
        />
      )}
      {COSTS.filter((key) => machineMatters(mode, key)).map((key) => (
        <CountSetting
          key={key}
          name={`machine.${key}`}
          label={words.costs[key]}
          hint={words.costHints[key]}
          value={machine[key] || undefined}
          max={LIMITS.ms}
          empty={words.byDefault("0")}
          onChange={(ms) => edit((old) => setMachine(old, key, ms), `machine.${key}`)}
        />
      ))}
      <OtherPrograms scenario={scenario} edit={edit} />
    </details>
  );
}
