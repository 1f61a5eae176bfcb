import type { Scenario } from "#scenario/scenario.ts";
import type { TraceRecorder } from "#trace/recorder-types.ts";
import type { Sharing } from "../machine/processor-of.ts";
import type { RunControl } from "../run-control.ts";
import { runTask } from "../task-body.ts";
import { type ErrorText, ThreadRun } from "../thread-run.ts";
import type { ThreadProgram } from "../thread-scheduler.ts";

/** One thread, one task after the other; an error ends the program. */
export function simulateSync(
  scenario: Scenario,
  recorder: TraceRecorder,
  control: RunControl,
  sharing: Sharing,
): void {
  const run = new ThreadRun(scenario, recorder, control, sharing);
  run.execute(mainProgram(run));
}

function* mainProgram(run: ThreadRun): ThreadProgram<ErrorText> {
  for (const task of run.tasks) {
    const raised = yield* runTask(run, task, run.taskLog(task.id, 0));
    if (raised !== undefined) return raised.error;
  }
  return undefined;
}
