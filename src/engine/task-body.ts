import { assertNever } from "#base/assert-never.ts";
import { BEGIN_MARK, CLEANUP, END_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Step, TaskSpec } from "#scenario/scenario.ts";
import { ClientRequest } from "./client-request.ts";
import type { ErrorText, NumberedTask, TaskLog, ThreadRun } from "./thread-run.ts";
import type { ThreadProgram } from "./thread-scheduler.ts";

/** Runs a task on the current thread from `task_started` to its end; returns the exception that ended it, if any. */
export function* runTask(run: ThreadRun, { spec }: NumberedTask, log: TaskLog): ThreadProgram<ErrorText> {
  const { details } = run;
  log.write("task_started");
  const error = yield* runBody(run, spec, log, { begin: details.begin, end: details.end });
  if (error !== undefined) log.write("task_failed", details.of({ error }));
  else if (spec.result === undefined) log.write("task_done", details.defaultResult);
  else log.write("task_done", details.of({ result: spec.result }));
  return error;
}

/** What the body's first and last lines print. */
interface Prints {
  readonly begin: number;
  readonly end: number;
}

function* runBody(run: ThreadRun, spec: TaskSpec, log: TaskLog, prints: Prints): ThreadProgram<ErrorText> {
  log.write("print", prints.begin, BEGIN_MARK);
  const error = yield* runSteps(run, spec.steps, 0, log);
  const cleanupError = yield* runSteps(run, spec.cleanup ?? [], CLEANUP, log);
  // An exception in a `finally` block replaces the one under way.
  const raised = cleanupError ?? error;
  if (raised === undefined) log.write("print", prints.end, END_MARK);
  return raised;
}

/** One loop over all kinds instead of a generator per step: delegating costs at every resume, for every level. */
function* runSteps(
  run: ThreadRun,
  steps: readonly Step[],
  firstMark: ProgramMark,
  log: TaskLog,
): ThreadProgram<ErrorText> {
  const { clock, details } = run;
  let mark = firstMark;
  for (const step of steps) {
    let error: ErrorText;
    switch (step.kind) {
      case "sleep":
      case "blocking":
        log.write("blocking_start", details.of({ ms: step.ms ?? 0 }), mark);
        yield clock.sleep(step.ms ?? 0);
        log.write("blocking_end", undefined, mark);
        break;
      case "cpu":
        log.write("cpu_start", details.of({ ms: step.ms ?? 0 }), mark);
        yield clock.compute(step.ms ?? 0, log.task);
        log.write("cpu_end", undefined, mark);
        break;
      case "io": {
        const request = new ClientRequest(run, step, mark, log);
        yield request.send();
        error = request.end();
        break;
      }
      case "fail":
        error = step.error ?? "boom";
        break;
      case "print":
        log.write("print", details.of({ text: step.text }), mark);
        break;
      case "call":
        error = yield* callBody(run, run.specOf(step.task), mark, log);
        break;
      case "spawn":
      case "join":
      case "cancel":
        // Steps of asyncio: no valid scenario of these modes has them.
        break;
      default:
        assertNever(step);
    }
    if (error !== undefined) return error;
    mark += 1;
  }
  return undefined;
}

function* callBody(
  run: ThreadRun,
  spec: TaskSpec,
  mark: ProgramMark,
  log: TaskLog,
): ThreadProgram<ErrorText> {
  const coroutine = spec.name;
  const called = run.details.of({ coroutine });
  log.write("call_start", called, mark);
  const error = yield* runBody(run, spec, log, {
    begin: run.details.of({ text: `begin ${coroutine}`, coroutine }),
    end: run.details.of({ text: `end ${coroutine}`, coroutine }),
  });
  if (error === undefined) log.write("call_end", called, mark);
  return error;
}
