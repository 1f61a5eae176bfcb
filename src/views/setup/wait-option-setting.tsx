import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { topLevelTasks, waitOf } from "#scenario/defaults.ts";
import { setWaitOption, type WaitOption } from "#scenario/workload-settings.ts";
import { SecondsSetting, SegmentedSetting, SelectSetting, SwitchSetting } from "./setting.tsx";
import type { SettingsProps } from "./settings.tsx";

/** One thing that can be said about the main program's wait besides its style. */
export function WaitOptionSetting({
  option,
  scenario,
  edit,
}: SettingsProps & { readonly option: WaitOption }) {
  const words = useMessages(setupMessages);
  const wait = waitOf(scenario);
  switch (option) {
    case "until":
      return (
        <SelectSetting
          label={words.until}
          hint={words.untilHint}
          options={(["all", "first_done", "first_error"] as const).map((value) => ({
            value,
            label: words.untils[value],
          }))}
          value={wait.until ?? "all"}
          onChange={(until) => edit((old) => setWaitOption(old, "until", until))}
        />
      );
    case "timeout_ms":
      return (
        <SecondsSetting
          name="wait.timeout_ms"
          label={words.timeout}
          hint={words.timeoutHint}
          value={wait.timeout_ms}
          empty={words.never}
          onChange={(ms) => edit((old) => setWaitOption(old, "timeout_ms", ms), "wait.timeout_ms")}
        />
      );
    case "collect_errors":
      return (
        <SwitchSetting
          label={words.collectErrors}
          hint={words.collectErrorsHint}
          value={wait.collect_errors === true ? "all" : "none"}
          onChange={(on) => edit((old) => setWaitOption(old, "collect_errors", on || undefined))}
        />
      );
    case "then":
      return (
        <SegmentedSetting
          label={words.afterwards}
          hint={words.thenHint}
          options={(["end", "cancel_rest", "wait_rest"] as const).map((value) => ({
            value,
            label: words.thens[value],
          }))}
          value={wait.then ?? "end"}
          onChange={(then) => edit((old) => setWaitOption(old, "then", then))}
        />
      );
    case "ms":
      return (
        <SecondsSetting
          name="wait.ms"
          label={words.sleepFor}
          hint={words.sleepForHint}
          value={wait.ms ?? 0}
          onChange={(ms) => edit((old) => setWaitOption(old, "ms", ms), "wait.ms")}
        />
      );
    case "task":
      return (
        <SelectSetting
          label={words.onlyTask}
          hint={words.onlyTaskHint}
          options={topLevelTasks(scenario).map(({ name }) => ({ value: name, label: name }))}
          value={wait.task ?? ""}
          onChange={(task) => edit((old) => setWaitOption(old, "task", task))}
        />
      );
  }
}
