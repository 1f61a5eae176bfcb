/**
 * `program` = raised by the scenario itself (a `fail` step, a failed request); `type` = TypeError of an `await` on
 * something that cannot be awaited; `group` = ExceptionGroup; `other` = any further class, its name being the text.
 */
export type PythonErrorKind = "program" | "cancelled" | "timeout" | "type" | "group" | "other";

/** An exception of the simulated program. No JavaScript Error: nobody reads its stack, and thousands may be raised. */
export class PythonError {
  readonly kind: PythonErrorKind;
  /** How the trace tells of it. */
  readonly text: string;

  constructor(kind: PythonErrorKind, text: string) {
    this.kind = kind;
    this.text = text;
  }
}

export const cancelledError = (): PythonError => new PythonError("cancelled", "cancelled");
export const timeoutError = (): PythonError => new PythonError("timeout", "timeout");
export const notAwaitableError = (): PythonError => new PythonError("type", "not awaitable");
/** An exception that is known by its class alone, such as `KeyError`. */
export const errorOfClass = (name: string): PythonError => new PythonError("other", name);

export function errorGroup(errors: readonly PythonError[]): PythonError {
  const texts = errors.map((error) => error.text).sort();
  return new PythonError("group", `group(${texts.join(", ")})`);
}

/** What was caught, when the simulated program raised it; a mistake of our own is thrown on. */
export function asPythonError(caught: unknown): PythonError {
  if (caught instanceof PythonError) return caught;
  throw caught;
}
