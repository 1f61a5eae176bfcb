import { waitOf } from "#scenario/defaults.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { CALLBACK_NAME, inState, type Line, type Moment, nameOf, shorten, taskTotal } from "./scene.ts";

/** A body has ended; what that means for the others depends on who runs them. */
export function describeEnd(moment: Moment, type: "task_done" | "task_failed" | "task_cancelled"): Line {
  const { name, words, detail } = moment;
  const { what, why } = words;
  if (type === "task_failed")
    return { what: what.failed(name, shorten(detail.error ?? "")), why: whyFailed(moment) };
  if (type === "task_cancelled")
    return {
      what: what.cancelled(name),
      why: hasStarted(moment) ? why.cancelledInside() : why.cancelledBeforeStart(),
    };
  return describeDone(moment);
}

const hasStarted = ({ model, task, step }: Moment): boolean =>
  model.eventsOf(task).some((event) => event < step && model.trace.typeAt(event) === "task_started");

function describeDone(moment: Moment): Line {
  const { name, words, worker, model, snapshot, task } = moment;
  const { what, why } = words;
  const { counts } = snapshot;
  const ready = inState(moment, "ready");
  const next: TaskId | undefined = ready.first[0];
  // Who only waits for a core or the interpreter has left the queue.
  const queued = ready.all - snapshot.seats.filter(({ waiting }) => waiting !== undefined).length;
  switch (model.scenario.mode) {
    case "sync":
      return {
        what: what.done(name),
        why: next === undefined ? why.lastInLine() : why.nextInLine(nameOf(moment, next)),
      };
    case "threads":
      return { what: what.doneOnThread(name, worker), why: why.othersGoOn(countBusy(moment)) };
    case "processes":
      return { what: what.doneOnProcess(name, worker), why: why.othersGoOnInProcesses(countBusy(moment)) };
    case "pool":
      return {
        what: what.doneOnWorker(name, worker),
        why: queued > 0 ? why.queueLeft(queued) : why.queueEmpty(),
      };
    case "async": {
      const callback = model.scenario.tasks[task - 1]?.callbacks?.[0];
      if (callback !== undefined)
        return { what: what.done(name), why: why.callbacksNext(shorten(callback.name, CALLBACK_NAME)) };
      if (next !== undefined) return { what: what.done(name), why: why.nextInQueue(nameOf(moment, next)) };
      if (task === MAIN) return { what: what.done(name), why: why.loopNotNeeded() };
      const all = taskTotal(moment);
      return {
        what: what.done(name),
        why: counts.done === all ? why.allTasksDone(all) : why.doneSoFar(counts.done, all),
      };
    }
  }
}

/** The threads or processes, the main program's left out, that have begun and not ended. */
const countBusy = ({ snapshot }: Moment): number =>
  snapshot.seats.filter(
    ({ thread, hold, waiting }) => thread.kind !== "main" && (hold !== undefined || waiting !== undefined),
  ).length;

function whyFailed({ words, model, task }: Moment): string {
  const { why } = words;
  const { scenario } = model;
  if (task === MAIN) return why.errorEndsProgram();
  switch (scenario.mode) {
    case "sync":
      return why.errorEndsProgram();
    case "threads":
      return why.errorEndsThread();
    case "processes":
      return why.errorEndsProcess();
    case "pool":
      return scenario.dispatch === "single" ? why.errorKept() : why.errorDropsChunk();
    case "async": {
      const style = waitOf(scenario).style;
      if (style === "wait") return why.errorHidden();
      if (style === "group") return why.errorCancelsGroup();
      if (scenario.wait?.collect_errors === true) return why.errorCollected();
      if (style === "gather") return why.errorToGather();
      return style === "in_order" || style === "as_completed" ? why.errorWhenTaken() : why.errorEndsTask();
    }
  }
}
