import { createContext, type InputHTMLAttributes, type ReactNode, use, useId, useState } from "react";
import "./draft-field.css";

/** What a text means, or what is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Text that is being typed, and the value that the field must have for it to be still about that value. */
interface Draft {
  readonly text: string;
  readonly value: string;
}

/** Where drafts outlive their fields (scrolled out of a long list, on a tab in the background), by `draftKey`. */
export const DraftsContext = createContext<Map<string, Draft>>(new Map());

interface DraftFieldProps<T>
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "aria-label" | "aria-describedby" | "className" | "disabled" | "id" | "inputMode" | "placeholder"
  > {
  readonly draftKey: string;
  /** The value in force, as text. */
  readonly value: string;
  check(text: string): Checked<T>;
  /** How a value reads when it is in force; must agree with `value`. */
  show(value: T): string;
  /** Called on every change to a text that is right. */
  onCommit(value: T): void;
  /** A unit or the like behind the text. */
  readonly suffix?: ReactNode;
}

/**
 * A text field that keeps what is typed even while it is wrong: the message stands under it and the last right value
 * stays in force. When the value changes from outside (undo), the draft gives way to it.
 */
export function DraftField<T>(props: DraftFieldProps<T>) {
  const { draftKey, value, check, show, onCommit, suffix, className, ...input } = props;
  const drafts = use(DraftsContext);
  const [kept, setKept] = useState(() => drafts.get(draftKey));
  const messageId = useId();
  const draft = kept?.value === value ? kept : undefined;
  const checked = draft && check(draft.text);
  const message = checked?.ok === false ? checked.message : undefined;

  function keep(next: Draft | undefined): void {
    setKept(next);
    if (next === undefined) drafts.delete(draftKey);
    else drafts.set(draftKey, next);
  }

  function type(text: string): void {
    const result = check(text);
    keep({ text, value: result.ok ? show(result.value) : value });
    if (result.ok) onCommit(result.value);
  }

  return (
    <>
      <span className={`draft-field ${className ?? ""}`} data-invalid={message !== undefined || undefined}>
        <input
          {...input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={draft?.text ?? value}
          aria-invalid={message !== undefined}
          aria-describedby={message === undefined ? input["aria-describedby"] : messageId}
          onChange={(event) => type(event.target.value)}
          onBlur={() => checked?.ok && keep(undefined)}
        />
        {suffix !== undefined && <span className="draft-field-suffix">{suffix}</span>}
      </span>
      {message !== undefined && (
        <p className="draft-field-message" id={messageId}>
          {message}
        </p>
      )}
    </>
  );
}
