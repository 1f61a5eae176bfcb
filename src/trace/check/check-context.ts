import type { Mode, Scenario } from "#scenario/scenario.ts";
import type { StepIndex, Trace } from "../trace.ts";

/** What every trace must hold to, whoever made it. */
export type RuleName =
  | "time_never_goes_back"
  | "turn_never_goes_back"
  | "event_names_its_task"
  | "print_has_text"
  | "run_end_is_last"
  | "loop_runs_once"
  | "made_once"
  | "starts_after_made"
  | "resumes_after_suspending"
  | "acts_between_made_and_ended"
  | "suspended_holds_no_thread"
  | "what_starts_ends"
  | "pairs_match"
  | "outside_pairs_match"
  | "one_holder_per_thread"
  | "worker_in_range"
  | "callbacks_follow_the_end"
  | "callbacks_keep_their_order"
  | "runs_only_when_ready"
  | "ready_queue_is_fifo"
  | "slices_alternate"
  | "one_on_each_core"
  | "one_holder_of_interpreter";

/** A rule that a trace breaks, and the event at which it does. The message is for developers. */
export interface Violation {
  readonly step: StepIndex;
  readonly rule: RuleName;
  readonly message: string;
}

/** What a check is given: the trace, what was run if that is known, and where to report. */
export interface CheckContext {
  readonly trace: Trace;
  readonly scenario: Scenario | undefined;
  readonly mode: Mode;
  report(step: StepIndex, rule: RuleName, message: string): void;
}
