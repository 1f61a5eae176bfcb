import type { Scenario } from "#scenario/scenario.ts";
import type { TraceRecorder } from "#trace/recorder-types.ts";
import type { RunControl } from "../run-control.ts";
import { runTask } from "../task-body.ts";
import { type ErrorText, ThreadRun } from "../thread-run.ts";
import { Condition, type ThreadProgram } from "../thread-scheduler.ts";

/**
 * One thread per task; the main thread starts them all, then joins them all. A thread's number is its task's. An error
 * ends its own thread only (`threading.excepthook` reports it, the program goes on).
 */
export function simulateThreads(scenario: Scenario, recorder: TraceRecorder, control: RunControl): void {
  const run = new ThreadRun(scenario, recorder, control);
  run.execute(mainProgram(run));
}

function* mainProgram(run: ThreadRun): ThreadProgram<ErrorText> {
  const allEnded = new Condition(run.clock);
  let alive = run.tasks.length;
  const onEnd = () => {
    alive -= 1;
    if (alive === 0) allEnded.notifyAll();
  };
  for (const task of run.tasks) {
    run.recordAt(run.time, "task_created", task.id);
    run.clock.start(runTask(run, task, run.taskLog(task.id, task.id)), onEnd);
  }
  yield* allEnded.waitFor(() => alive === 0);
  run.recordMain("wait_returned");
  return undefined;
}
