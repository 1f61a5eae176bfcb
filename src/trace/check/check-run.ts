import type { EventType } from "../event-types.ts";
import { MAIN } from "../trace.ts";
import type { CheckContext } from "./check-context.ts";

const OF_NOBODY: ReadonlySet<EventType> = new Set([
  "loop_start",
  "loop_stop",
  "run_end",
  "other_start",
  "other_end",
]);

/** Errors of a run that was ended from outside: its loop never got to stop. */
const CUT_SHORT: ReadonlySet<string | undefined> = new Set(["deadlock", "event_limit"]);

/** Rules about the run as a whole: its clock, its turns, its beginning and its end. */
export function checkRun(context: CheckContext): void {
  const { trace, report } = context;
  let time = 0;
  let turn = 0;
  for (let step = 0; step < trace.length; step++) {
    const type = trace.typeAt(step);
    const now = trace.timeAt(step);
    if (!(now >= time) || now === Number.POSITIVE_INFINITY) {
      report(step, "time_never_goes_back", `${now} ms after ${time} ms`);
    }
    time = Math.max(time, now || 0);
    const nowTurn = trace.turnAt(step);
    if (nowTurn >= 0 && nowTurn < turn) report(step, "turn_never_goes_back", `turn ${nowTurn} after ${turn}`);
    turn = Math.max(turn, nowTurn);
    if (trace.taskAt(step) < MAIN !== OF_NOBODY.has(type)) {
      report(step, "event_names_its_task", `${type} of ${trace.names[trace.taskAt(step)] ?? "nobody"}`);
    }
    if (type === "print" && typeof trace.detailAt(step).text !== "string") {
      report(step, "print_has_text", "a line without text");
    }
  }
  checkEnd(context);
  if (context.mode === "async") checkLoop(context);
}

function checkEnd({ trace, report }: CheckContext): void {
  const last = trace.length - 1;
  for (let step = 0; step < last; step++) {
    if (trace.typeAt(step) === "run_end") report(step, "run_end_is_last", "something happens after run_end");
  }
  if (last < 0 || trace.typeAt(last) !== "run_end") {
    report(Math.max(last, 0), "run_end_is_last", "the run has no end");
    return;
  }
  const { total_ms: total } = trace.detailAt(last);
  if (total !== trace.timeAt(last)) {
    report(last, "run_end_is_last", `total_ms is ${total} at ${trace.timeAt(last)} ms`);
  }
}

function checkLoop({ trace, report }: CheckContext): void {
  let phase: "before" | "turning" | "stopped" = "before";
  for (let step = 0; step < trace.length; step++) {
    const type = trace.typeAt(step);
    if (type === "loop_start") {
      if (phase !== "before") report(step, "loop_runs_once", "the loop starts again");
      phase = "turning";
    } else if (type === "loop_stop") {
      if (phase !== "turning") report(step, "loop_runs_once", "the loop stops and was not turning");
      phase = "stopped";
    } else if ((type === "task_started" || type === "task_resumed") && phase !== "turning") {
      report(step, "loop_runs_once", `${type} while the loop is not turning`);
    } else if (type === "run_end" && phase === "turning" && !CUT_SHORT.has(trace.detailAt(step).error)) {
      report(step, "loop_runs_once", "the run ends and the loop is still turning");
    }
  }
}
