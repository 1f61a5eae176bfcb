import { type ReactNode, useId } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { DraftField } from "#ui/draft-field.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { checkCount, checkOptionalCount, checkOptionalSeconds, checkSeconds } from "./checks.ts";
import { formatSeconds } from "./seconds.ts";

interface SettingProps {
  readonly label: string;
  /** One line: what it does, or why not everything can be chosen. */
  readonly hint: string;
}

interface ControlProps {
  readonly id: string;
  readonly "aria-describedby": string;
}

/** A parameter: its name, its control, and one line about it. */
function Setting({ label, hint, control }: SettingProps & { control(props: ControlProps): ReactNode }) {
  const id = useId();
  return (
    <div className="setup-setting">
      <label htmlFor={id}>{label}</label>
      {control({ id, "aria-describedby": `${id}-hint` })}
      <p className="setup-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

interface CountSettingProps extends SettingProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly max: number;
  /** What an empty field means. Without it the field must be filled. */
  readonly empty?: string;
  readonly disabled?: boolean;
  onChange(value: number | undefined): void;
}

/** A whole number from 1. */
export function CountSetting(props: CountSettingProps) {
  const { name, label, hint, value, max, empty, disabled, onChange } = props;
  const words = useMessages(setupMessages);
  return (
    <Setting
      label={label}
      hint={hint}
      control={(control) => (
        <DraftField<number | undefined>
          {...control}
          className="setup-count"
          draftKey={name}
          inputMode="numeric"
          disabled={disabled ?? false}
          value={value === undefined ? "" : String(value)}
          {...(empty !== undefined && { placeholder: empty })}
          check={
            empty === undefined ? checkCount(words, label, 1, max) : checkOptionalCount(words, label, max)
          }
          show={(count) => (count === undefined ? "" : String(count))}
          onCommit={onChange}
        />
      )}
    />
  );
}

interface SecondsSettingProps extends SettingProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly empty?: string;
  onChange(value: number | undefined): void;
}

/** A duration, typed in seconds. */
export function SecondsSetting({ name, label, hint, value, empty, onChange }: SecondsSettingProps) {
  const words = useMessages(setupMessages);
  return (
    <Setting
      label={label}
      hint={hint}
      control={(control) => (
        <DraftField<number | undefined>
          {...control}
          className="setup-count"
          draftKey={name}
          inputMode="decimal"
          suffix={words.seconds}
          value={value === undefined ? "" : formatSeconds(value)}
          {...(empty !== undefined && { placeholder: empty })}
          check={empty === undefined ? checkSeconds(words, label) : checkOptionalSeconds(words, label)}
          show={(ms) => (ms === undefined ? "" : formatSeconds(ms))}
          onCommit={onChange}
        />
      )}
    />
  );
}

interface ChoiceSettingProps<Value extends string> extends SettingProps {
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Why it cannot be chosen now. */
    readonly reason?: string | undefined;
  }[];
  readonly value: Value;
  onChange(value: Value): void;
}

/** One of many, in a list that opens. */
export function SelectSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { label, hint, options, value, onChange } = props;
  return (
    <Setting
      label={label}
      hint={hint}
      control={(control) => (
        <select
          {...control}
          className="setup-select"
          value={value}
          onChange={({ target }) => onChange(target.value as Value)}
        >
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              disabled={option.reason !== undefined}
              title={option.reason}
            >
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** One of a few, side by side. */
export function SegmentedSetting<Value extends string>(props: ChoiceSettingProps<Value>) {
  const { label, hint, ...segmented } = props;
  return (
    <div className="setup-setting">
      <span>{label}</span>
      <Segmented label={label} {...segmented} />
      <p className="setup-hint">{hint}</p>
    </div>
  );
}

interface SwitchSettingProps extends SettingProps {
  /** `some`: true of a part of the tasks. */
  readonly value: "none" | "some" | "all";
  onChange(on: boolean): void;
}

/** Yes or no. */
export function SwitchSetting({ label, hint, value, onChange }: SwitchSettingProps) {
  return (
    <Setting
      label={label}
      hint={hint}
      control={(control) => (
        <input
          {...control}
          type="checkbox"
          className="setup-checkbox"
          checked={value === "all"}
          ref={(box) => {
            if (box !== null) box.indeterminate = value === "some";
          }}
          onChange={({ target }) => onChange(target.checked)}
        />
      )}
    />
  );
}
