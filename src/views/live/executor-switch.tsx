import { executorMessages } from "#i18n/executor.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Executor } from "#state/live-state.ts";
import { Segmented } from "#ui/segmented.tsx";
import "./executor-switch.css";

interface ExecutorSwitchProps {
  readonly executor: Executor;
  onChoose(executor: Executor): void;
}

/** Whether the run that is shown comes from theory or is measured in this browser. */
export function ExecutorSwitch({ executor, onChoose }: ExecutorSwitchProps) {
  const words = useMessages(executorMessages);
  return (
    <div className="executor-switch">
      <Segmented
        label={words.executor}
        options={[
          { value: "simulated", label: words.simulated },
          { value: "live", label: words.live },
        ]}
        value={executor}
        onChange={onChoose}
      />
    </div>
  );
}
