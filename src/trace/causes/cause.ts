import type { StepIndex } from "../trace.ts";

/**
 * What made something happen.
 * `timer`, `response`, `helper`: what was waited for outside the thread came; `ended`: the task that was waited for
 * ended; `released`: a task gave back its place or its connection; `cancelled`: somebody asked for it; `thread`: whoever
 * held the thread let it go; `callback`: the end of the task that a done-callback belongs to.
 */
export type CauseKind =
  | "timer"
  | "response"
  | "helper"
  | "ended"
  | "released"
  | "cancelled"
  | "thread"
  | "callback";

/** The event at `to` happened because of the one at `from`; each belongs to its own task. */
export interface Cause {
  readonly kind: CauseKind;
  readonly from: StepIndex;
  readonly to: StepIndex;
}
