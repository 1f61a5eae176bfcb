import { assertNever } from "#base/assert-never.ts";
import {
  describeCallback,
  describeCancel,
  describeDeadline,
  describeLoop,
  describeResult,
} from "./narrate-control.ts";
import { describeEnd } from "./narrate-end.ts";
import {
  describeBirth,
  describeReady,
  describeResumed,
  describeStarted,
  describeSuspended,
} from "./narrate-life.ts";
import { describeSlice } from "./narrate-slice.ts";
import {
  describeBlocking,
  describeCall,
  describeComputing,
  describeHelper,
  describePrint,
  describeRequest,
} from "./narrate-work.ts";
import { type Line, type Moment, nameOf, type Scene } from "./scene.ts";

/** Says what the event at the scene's step means. */
export function narrateEvent(scene: Scene): Line {
  const { trace } = scene.model;
  const { step } = scene;
  const task = trace.taskAt(step);
  const moment: Moment = {
    ...scene,
    task,
    name: nameOf(scene, task),
    worker: trace.workerAt(step),
    turn: trace.turnAt(step),
    detail: trace.detailAt(step),
  };
  const type = trace.typeAt(step);
  switch (type) {
    case "loop_start":
    case "loop_stop":
    case "run_end":
    case "never_awaited":
    case "timer_fired":
      return describeLoop(moment, type);
    case "coroutine_created":
    case "task_created":
      return describeBirth(moment, type);
    case "task_ready":
      return describeReady(moment);
    case "task_started":
      return describeStarted(moment);
    case "task_suspended":
      return describeSuspended(moment);
    case "task_resumed":
      return describeResumed(moment);
    case "task_done":
    case "task_failed":
    case "task_cancelled":
      return describeEnd(moment, type);
    case "blocking_start":
    case "blocking_end":
      return describeBlocking(moment, type);
    case "cpu_start":
    case "cpu_end":
      return describeComputing(moment, type);
    case "request_start":
    case "request_sent":
    case "request_end":
    case "server_start":
    case "server_end":
      return describeRequest(moment, type);
    case "offload_start":
    case "offload_end":
      return describeHelper(moment, type);
    case "call_start":
    case "call_end":
      return describeCall(moment, type);
    case "print":
      return describePrint(moment);
    case "callback_scheduled":
    case "callback_called":
    case "callback_end":
    case "callback_failed":
      return describeCallback(moment, type);
    case "cancel_requested":
    case "cancel_ignored":
      return describeCancel(moment, type);
    case "timeout_fired":
    case "timeout_handled":
      return describeDeadline(moment, type);
    case "result_received":
    case "wait_returned":
      return describeResult(moment, type);
    case "slice_wait":
    case "slice_start":
    case "slice_end":
    case "other_start":
    case "other_end":
      return describeSlice(moment, type);
    default:
      return assertNever(type);
  }
}
