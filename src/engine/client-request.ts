import type { ProgramMark } from "#scenario/program-mark.ts";
import type { IoStep, StepDeadline } from "#scenario/scenario.ts";
import { NO_DETAIL } from "#trace/recorder-types.ts";
import type { ErrorText, TaskLog, ThreadRun } from "./thread-run.ts";
import { DEADLINE, type Park, type ThreadProgram } from "./thread-scheduler.ts";

/** Sends a request and blocks the thread until its answer, its failure or the client's own timeout. */
export function* sendRequest(
  run: ThreadRun,
  step: IoStep & StepDeadline,
  mark: ProgramMark,
  log: TaskLog,
): ThreadProgram<ErrorText> {
  const { details } = run;
  const exchange: Exchange = { end: "pending" };
  log.write("request_start", details.of({ ms: step.ms ?? 0 }), mark);
  yield startExchange(run, step, mark, log, exchange);

  if (exchange.end === "timed_out") {
    log.write("request_end", details.of({ aborted: true }), mark);
    if (step.on_timeout !== "continue") return "timeout";
    log.write("timeout_handled", NO_DETAIL, mark);
    return undefined;
  }
  if (step.answer === "network_error") {
    log.write("request_end", details.of({ error: "network error" }), mark);
    return "network error";
  }
  const status = step.answer ?? 200;
  log.write("request_end", status === 200 ? NO_DETAIL : details.of({ status }), mark);
  return step.raise_for_status && status >= 400 ? `HTTP ${status}` : undefined;
}

interface Exchange {
  end: "pending" | "arrived" | "timed_out";
}

/**
 * Parks the thread until the exchange has ended one way or the other. A client that has lost patience is gone, but the
 * server does not know and works on. A connection that fails never reaches the server.
 */
function startExchange(
  { clock, server }: ThreadRun,
  step: IoStep & StepDeadline,
  mark: ProgramMark,
  log: TaskLog,
  exchange: Exchange,
): Park {
  return (wake) => {
    const endAs = (end: "arrived" | "timed_out") => {
      if (exchange.end !== "pending") return;
      exchange.end = end;
      wake();
    };
    const ms = step.ms ?? 0;
    if (step.answer === "network_error") clock.after(ms, () => endAs("arrived"));
    else {
      server.submit({
        ms,
        onStart: () => log.writeOutside("server_start", mark),
        onEnd: () => {
          log.writeOutside("server_end", mark);
          endAs("arrived");
        },
      });
    }
    if (step.timeout_ms !== undefined) clock.after(step.timeout_ms, () => endAs("timed_out"), DEADLINE);
  };
}
