import { CUT_OFF } from "#trace/has-ended.ts";
import { MAIN } from "#trace/trace.ts";
import {
  CALLBACK_NAME,
  callbackSpec,
  inState,
  type Line,
  lateness,
  latestSpan,
  type Moment,
  shorten,
  stepSpecAt,
} from "./scene.ts";

type LoopEvent = "loop_start" | "loop_stop" | "run_end" | "never_awaited" | "timer_fired";

/** The loop itself: starting, stopping, a timer that comes due, a coroutine that nobody awaited. */
export function describeLoop(moment: Moment, type: LoopEvent): Line {
  const { words, name, model, task, step, time, snapshot } = moment;
  const { what, why } = words;
  switch (type) {
    case "loop_start": {
      const ready = inState(moment, "ready").all;
      return { what: what.loopStarted(), why: ready > 0 ? why.loopHasReady(ready) : why.loopTurns() };
    }
    case "loop_stop": {
      const { done, failed, cancelled } = snapshot.counts;
      const left = model.taskCount - 1 - done - failed - cancelled - snapshot.counts.absent;
      return { what: what.loopStopped(), why: left > 0 ? why.loopLeaves(left) : why.loopNotNeeded() };
    }
    case "never_awaited":
      return { what: what.neverAwaited(name), why: why.forgottenAwait() };
    case "timer_fired": {
      const wait = latestSpan(model, task, "suspended", step);
      const late = wait?.detail.ms === undefined ? 0 : lateness(moment, wait.start + wait.detail.ms);
      return { what: what.timerFired(name), why: late > 0 ? why.firedLate(late) : why.becomesReadyOnly() };
    }
    case "run_end":
      return { what: what.ended(time), why: why.everythingBack() };
  }
}

type CallbackEvent = "callback_scheduled" | "callback_called" | "callback_end" | "callback_failed";

/** A done-callback: queued, running, ended. On a loop it waits a turn; in a pool its worker calls it at once. */
export function describeCallback(moment: Moment, type: CallbackEvent): Line {
  const { words, name, detail, model, task } = moment;
  const { what, why } = words;
  const callback = shorten(detail.callback ?? "", CALLBACK_NAME);
  switch (type) {
    case "callback_scheduled":
      return { what: what.callbackQueued(name, callback), why: why.callbackWaits() };
    case "callback_called": {
      if (model.scenario.mode !== "async")
        return { what: what.callbackRuns(name, callback), why: why.callbackOnWorker() };
      const spec = callbackSpec(model.scenario, task, detail.callback);
      const ms = spec?.ms ?? 0;
      return {
        what: what.callbackRuns(name, callback),
        why: ms > 0 ? why.callbackBlocks(ms) : why.callbackIsLate(),
      };
    }
    case "callback_end":
      return { what: what.callbackEnded(name, callback), why: why.threadGoesOn() };
    case "callback_failed":
      if (detail.error === CUT_OFF) return { what: what.callbackCutOff(callback), why: why.runCancelled() };
      return { what: what.callbackFailed(callback, shorten(detail.error ?? "")), why: why.callbackLogged() };
  }
}

/** Somebody calls cancel(), or a body swallows it. */
export function describeCancel(moment: Moment, type: "cancel_requested" | "cancel_ignored"): Line {
  const { words, name, detail } = moment;
  const { what, why } = words;
  if (type === "cancel_ignored") return { what: what.cancelIgnored(name), why: why.cancelSwallowed() };
  if (detail.too_late === true) return { what: what.cancelTooLate(name), why: why.alreadyEnded() };
  return { what: what.cancelRequested(name), why: whyCancelled(moment) };
}

function whyCancelled({ words: { why }, detail, task }: Moment): string {
  switch (detail.by) {
    case undefined:
    case "request":
      return why.cancelByRequest();
    case "main":
      return why.cancelByMain();
    case "group":
      return task === MAIN ? why.cancelInsideGroup() : why.cancelByGroup();
    case "propagated":
      return why.cancelPropagated();
    case "shutdown":
      return why.cancelByShutdown();
    default:
      return why.cancelByTask(shorten(detail.by));
  }
}

/** A deadline comes due (`asyncio.timeout`), or a body goes on after one. */
export function describeDeadline(moment: Moment, type: "timeout_fired" | "timeout_handled"): Line {
  const { words, name, model, task, step } = moment;
  const { what, why } = words;
  if (type === "timeout_handled") return { what: what.timeoutHandled(name), why: why.timeoutSwallowed() };
  const ms =
    task === MAIN
      ? model.scenario.wait?.timeout_ms
      : (stepSpecAt(moment, step)?.timeout_ms ?? model.scenario.tasks[task - 1]?.timeout_ms);
  return { what: what.timeoutFired(name), why: ms === undefined ? why.deadlinePassed() : why.deadline(ms) };
}

/** The main program gets a result, or its whole wait is over. */
export function describeResult(
  { words, detail, model }: Moment,
  type: "result_received" | "wait_returned",
): Line {
  const { what, why } = words;
  const { scenario } = model;
  const error = detail.error === undefined ? undefined : shorten(detail.error);
  if (type === "result_received") {
    const from = shorten(detail.from ?? "");
    if (error !== undefined) return { what: what.gotError(from), why: why.errorIsTaken(error) };
    const inOrder =
      scenario.mode === "async" ? scenario.wait?.style === "in_order" : scenario.collect !== "as_done";
    return { what: what.gotResult(from), why: inOrder ? why.resultInOrder() : why.resultAsDone() };
  }
  const pending = detail.pending?.length ?? 0;
  if (error !== undefined) return { what: what.waitRaised(error), why: why.waitError() };
  if (detail.done !== undefined)
    return {
      what: what.waitReturned(),
      why: pending === 0 ? why.allEnded(detail.done.length) : why.doneAndPending(detail.done.length, pending),
    };
  if (detail.results !== undefined)
    return { what: what.waitReturned(), why: why.allResults(detail.results.length) };
  if (detail.finished === true) return { what: what.waitReturned(), why: why.restFinished() };
  return { what: what.waitReturned(), why: why.everythingBack() };
}
