/** One mistake in an input: where, what was found and what is allowed. Words are added by `problem-messages.ts`. */
export interface Problem {
  /** A path such as `tasks[2].steps[0].ms`; empty for the input as a whole; in a link the parameter, such as `at`. */
  readonly path: string;
  readonly code: ProblemCode;
  /** What was found, shortened for display; for a size (`too_long`, `too_many`, `more`) the number alone. */
  readonly found: string;
  /** What is allowed there, in the terms of the format (numbers, names); words come from the message. */
  readonly allowed: string;
  /** The allowed name that looks most like what was found, when one does. */
  readonly nearest?: string;
}

export type ProblemCode =
  /** The text is no JSON; `found` is the place where reading stopped. */
  | "not_json"
  /** A text with more characters than `allowed`. */
  | "too_long"
  /** A list with more entries than `allowed`; at `tasks` of all lists together. */
  | "too_many"
  | "wrong_type"
  | "not_an_integer"
  | "out_of_range"
  /** Half of a surrogate pair, or NUL: no text that could be printed or put in a link. */
  | "malformed_text"
  | "not_allowed"
  /** The name of the main program. */
  | "reserved"
  | "unknown_field"
  | "missing"
  | "duplicate"
  | "unknown_task"
  /** Allowed only together with what `allowed` says. */
  | "needs"
  /** Bodies that call each other in a circle; `found` is the circle. */
  | "cycle"
  /** No task starts by itself: each is named in a spawn or a call. */
  | "nothing_starts"
  /** A task that would be spawned a second time; `allowed` is where it already is. */
  | "started_twice"
  /** Calls within calls, deeper than `allowed`. */
  | "too_deep"
  | "unknown_version"
  | "broken_link"
  /** Not a mistake itself: how many more there are than the list shows. */
  | "more";

/** A value, or every problem that kept it from being one (never an empty list). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The problem of a value that is allowed only together with something else. */
export function needs(path: string, found: string, allowed: string): Problem {
  return { path, code: "needs", found: JSON.stringify(found), allowed };
}
