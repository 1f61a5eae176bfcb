/** One mistake in an input: where, what was found and what is allowed. Words are added by `problem-messages.ts`. */
export interface Problem {
  /** A path such as `tasks[2].steps[0].ms`; empty for the input as a whole. */
  readonly path: string;
  readonly code: ProblemCode;
  /** What was found, shortened for display. */
  readonly found: string;
  /** What is allowed there, in the terms of the format (numbers, names); words come from the message. */
  readonly allowed: string;
}

export type ProblemCode =
  | "not_json"
  | "too_long"
  | "wrong_type"
  | "not_an_integer"
  | "out_of_range"
  | "not_allowed"
  | "unknown_field"
  | "missing"
  | "duplicate"
  | "unknown_task"
  | "needs"
  | "broken_link";

/** A value, or every problem that kept it from being one (never an empty list). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
