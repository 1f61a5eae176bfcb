import { assertNever } from "#base/assert-never.ts";
import { BEGIN_MARK, CLEANUP, END_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Step, TaskSpec } from "#scenario/scenario.ts";
import { ClientRequest } from "./client-request.ts";
import type { ErrorText, NumberedTask, TaskLog, ThreadRun } from "./thread-run.ts";
import type { ThreadProgram } from "./thread-scheduler.ts";

/** An exception on its way out, and the piece of the program that raised it. */
export interface Raised {
  readonly error: string;
  readonly mark: ProgramMark;
}

/** Runs a task on the current thread from `task_started` to its end; returns the exception that ended it, if any. */
export function* runTask(
  run: ThreadRun,
  { spec }: NumberedTask,
  log: TaskLog,
): ThreadProgram<Raised | undefined> {
  if (run.takesTurns) yield run.awaitFirstTurn(log);
  return yield* runBody(run, spec, log, undefined);
}

/**
 * Runs a body, called by the step of `callMark` or else that of the task itself. One loop over the steps of all kinds
 * and over those of the cleanup, not a generator for each part: delegating costs at every resume, for every level.
 */
function* runBody(
  run: ThreadRun,
  spec: TaskSpec,
  log: TaskLog,
  callMark: ProgramMark | undefined,
): ThreadProgram<Raised | undefined> {
  const { clock, details } = run;
  const { steps, cleanup = [] } = spec;
  let raised: Raised | undefined;
  tellBegin(run, spec, log, callMark);
  for (let position = 0; position < steps.length + cleanup.length; position++) {
    const isCleanup = position >= steps.length;
    const mark = isCleanup ? CLEANUP + position - steps.length : position;
    const step = (isCleanup ? cleanup[position - steps.length] : steps[position]) as Step;
    let error: ErrorText;
    let raisedInside: Raised | undefined;
    switch (step.kind) {
      case "sleep":
      case "blocking":
        log.write("blocking_start", details.duration(step.ms ?? 0), mark);
        yield clock.sleep(step.ms ?? 0);
        log.write("blocking_end", undefined, mark);
        if (run.takesTurns) yield run.awaitTurn(log, mark);
        break;
      case "cpu":
        log.write("cpu_start", details.duration(step.ms ?? 0), mark);
        yield clock.compute(step.ms ?? 0, log.task, (type, detail) =>
          log.write(type, details.of(detail), mark),
        );
        log.write("cpu_end", undefined, mark);
        break;
      case "io": {
        const request = new ClientRequest(run, step, mark, log);
        yield request.send();
        error = request.end();
        if (run.takesTurns) yield run.awaitTurn(log, mark);
        break;
      }
      case "fail":
        error = step.error ?? "boom";
        break;
      case "print":
        log.write("print", details.of({ text: step.text }), mark);
        break;
      case "call":
        raisedInside = yield* runBody(run, run.specOf(step.task), log, mark);
        error = raisedInside?.error;
        break;
      case "spawn":
      case "join":
      case "cancel":
        // Steps of asyncio: no valid scenario of these modes has them.
        break;
      default:
        assertNever(step);
    }
    if (error === undefined) continue;
    // An exception in a `finally` block replaces the one under way.
    raised = raisedInside ?? { error, mark };
    if (isCleanup) break;
    position = steps.length - 1;
  }
  tellEnd(run, spec, log, callMark, raised);
  return raised;
}

function tellBegin(
  run: ThreadRun,
  { name }: TaskSpec,
  log: TaskLog,
  callMark: ProgramMark | undefined,
): void {
  const { details } = run;
  if (callMark === undefined) {
    log.write("task_started");
    log.write("print", details.begin, BEGIN_MARK);
  } else {
    log.write("call_start", details.of({ coroutine: name }), callMark);
    log.write("print", details.of({ text: `begin ${name}`, coroutine: name }), BEGIN_MARK);
  }
}

function tellEnd(
  run: ThreadRun,
  { name, result }: TaskSpec,
  log: TaskLog,
  callMark: ProgramMark | undefined,
  raised: Raised | undefined,
): void {
  const { details } = run;
  if (callMark !== undefined) {
    if (raised !== undefined) return;
    log.write("print", details.of({ text: `end ${name}`, coroutine: name }), END_MARK);
    log.write("call_end", details.of({ coroutine: name }), callMark);
  } else if (raised !== undefined) {
    log.write("task_failed", details.of({ error: raised.error }), raised.mark);
  } else {
    log.write("print", details.end, END_MARK);
    log.write("task_done", result === undefined ? details.defaultResult : details.of({ result }));
  }
}
