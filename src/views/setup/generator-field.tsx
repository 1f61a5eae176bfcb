import type { ReactNode } from "react";
import { type Checked, DraftField } from "#ui/draft-field.tsx";

interface GeneratorFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly suffix?: ReactNode;
  check(text: string): Checked<number>;
  show(value: number): string;
  onCommit(value: number): void;
}

/** A number of the generator, with its name in front. */
export function GeneratorField({ label, name, ...field }: GeneratorFieldProps) {
  const id = `setup-generate-${name}`;
  return (
    <div className="setup-generate-field">
      <label htmlFor={id}>{label}</label>
      <DraftField {...field} id={id} className="setup-row-seconds" draftKey={id} inputMode="decimal" />
    </div>
  );
}
