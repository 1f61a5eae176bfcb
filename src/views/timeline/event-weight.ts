import type { EventType } from "#trace/event-types.ts";

/**
 * How much room each event gets inside a magnified instant: the width that follows it, in steps (one step is 17 px at
 * the usual size). What changes a lane visibly gets enough to be seen; what does not, hardly any, but never nothing:
 * every event is a place where the playhead can stand.
 */
const BARELY = 0.06;

const WEIGHTS: Readonly<Partial<Record<EventType, number>>> = {
  loop_start: 0.1,
  loop_stop: 0.3,
  run_end: 0.3,
  coroutine_created: 0.3,
  task_created: 0.12,
  task_ready: 0.12,
  task_started: 0.8,
  task_resumed: 0.6,
  task_suspended: 0.55,
  // The cap of an ended task is as wide as a token's disc: the next block must not cover it.
  task_done: 1.25,
  task_failed: 1.25,
  task_cancelled: 1.25,
  blocking_start: 0.4,
  blocking_end: 0.4,
  cpu_start: 0.4,
  cpu_end: 0.4,
  request_start: 0.25,
  request_end: 0.2,
  call_start: 0.4,
  call_end: 0.4,
  print: 0.5,
  // Room between the cap of the task that has just ended and its callback's mark.
  callback_scheduled: 0.45,
  callback_called: 0.5,
  callback_end: 0.5,
  callback_failed: 0.5,
  cancel_requested: 0.2,
  cancel_ignored: 0.2,
  timeout_fired: 0.2,
  timeout_handled: 0.2,
  never_awaited: 0.2,
  result_received: 0.45,
  wait_returned: 0.3,
};

/** A callback that follows its task's end at once: its mark must not touch the task's cap. */
const BEFORE_CALLBACK = 0.6;

/** Width after an event of this type, in steps, given what comes next; always above 0. */
export function weightOf(type: EventType, next: EventType | undefined): number {
  const ended = type === "task_done" || type === "task_failed" || type === "task_cancelled";
  return (WEIGHTS[type] ?? BARELY) + (ended && next === "callback_called" ? BEFORE_CALLBACK : 0);
}
