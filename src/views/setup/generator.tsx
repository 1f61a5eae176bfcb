import { useState } from "react";
import type { Milliseconds } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { LIMITS } from "#scenario/limits.ts";
import { type DelayPattern, generateRows } from "#scenario/workload-generate.ts";
import { Segmented } from "#ui/segmented.tsx";
import { checkCount, checkSeconds } from "./checks.ts";
import { GeneratorField } from "./generator-field.tsx";
import { formatSeconds } from "./seconds.ts";
import type { SettingsProps } from "./settings.tsx";

interface Choices {
  readonly count: number;
  readonly pattern: DelayPattern["kind"];
  readonly ms: Milliseconds;
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly seed: number;
}

const FIRST_CHOICES: Choices = { count: 12, pattern: "equal", ms: 2_000, from: 500, to: 2_000, seed: 1 };
const MAX_SEED = 4_294_967_295;

function patternOf({ pattern, ms, from, to, seed }: Choices): DelayPattern {
  switch (pattern) {
    case "equal":
      return { kind: "equal", ms };
    case "spread":
      return { kind: "spread", from, to };
    case "random":
      return { kind: "random", from: Math.min(from, to), to: Math.max(from, to), seed };
  }
}

/** Makes many rows at once. What is chosen here is not part of the scenario: only the rows are. */
export function Generator({ scenario, edit }: SettingsProps) {
  const words = useMessages(setupMessages);
  const [choices, setChoices] = useState(FIRST_CHOICES);
  const choose = (change: Partial<Choices>) => setChoices((old) => ({ ...old, ...change }));
  const { count, pattern } = choices;
  const generate = (place: "replace" | "append") =>
    edit((old) => generateRows(old, count, patternOf(choices), place));
  const seconds = (key: "ms" | "from" | "to", label: string) => (
    <GeneratorField
      key={key}
      label={label}
      name={key}
      value={formatSeconds(choices[key])}
      suffix={words.seconds}
      check={checkSeconds(words, label)}
      show={formatSeconds}
      onCommit={(ms) => choose({ [key]: ms })}
    />
  );
  return (
    <details className="setup-generate">
      <summary>{words.generate}</summary>
      <div className="setup-generate-fields">
        <GeneratorField
          label={words.count}
          name="count"
          value={String(count)}
          check={checkCount(words, words.count, 1, LIMITS.tasks)}
          show={String}
          onCommit={(value) => choose({ count: value })}
        />
        <Segmented
          label={words.delays}
          options={(["equal", "spread", "random"] as const).map((value) => ({
            value,
            label: words.patterns[value],
          }))}
          value={pattern}
          onChange={(value) => choose({ pattern: value })}
        />
        {pattern === "equal"
          ? seconds("ms", words.delay)
          : [seconds("from", words.from), seconds("to", words.to)]}
        {pattern === "random" && (
          <GeneratorField
            label={words.seed}
            name="seed"
            value={String(choices.seed)}
            check={checkCount(words, words.seed, 0, MAX_SEED)}
            show={String}
            onCommit={(seed) => choose({ seed })}
          />
        )}
      </div>
      <div className="setup-generate-actions">
        <button type="button" className="setup-button" onClick={() => generate("replace")}>
          {words.replace}
        </button>
        <button
          type="button"
          className="setup-button"
          disabled={scenario.tasks.length + count > LIMITS.tasks}
          onClick={() => generate("append")}
        >
          {words.append}
        </button>
      </div>
    </details>
  );
}
