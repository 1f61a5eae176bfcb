import { useId } from "react";
import "./segmented.css";

interface SegmentedProps<Value extends string> {
  /** What is being chosen. */
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Why it cannot be chosen now. */
    readonly reason?: string | undefined;
  }[];
  readonly value: Value;
  onChange(value: Value): void;
}

/** One of a few, side by side: native radio buttons that look like a switch. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} title={option.reason}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.reason !== undefined}
            onChange={() => onChange(option.value)}
            // After a click the arrows belong to the page again; who came by keyboard keeps them for choosing.
            onClick={(event) => event.detail > 0 && event.currentTarget.blur()}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
