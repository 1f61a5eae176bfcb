import type { Scenario } from "#scenario/scenario.ts";
import type { TraceRecorder } from "#trace/recorder-types.ts";
import type { Sharing } from "../machine/processor-of.ts";
import type { RunControl } from "../run-control.ts";
import { runTask } from "../task-body.ts";
import { type ErrorText, ThreadRun } from "../thread-run.ts";
import { Condition, type ThreadProgram } from "../thread-scheduler.ts";

/**
 * One thread per task, or one process with one thread in it (`multiprocessing.Process`); the main program starts them all,
 * then joins them all. The number of a thread or process is its task's. An error ends its own one only
 * (`threading.excepthook` and `BaseProcess._bootstrap` report it, the program goes on).
 */
export function simulateThreads(
  scenario: Scenario,
  recorder: TraceRecorder,
  control: RunControl,
  sharing: Sharing,
): void {
  const run = new ThreadRun(scenario, recorder, control, sharing);
  run.execute(mainProgram(run, scenario));
}

function* mainProgram(run: ThreadRun, { mode, machine = {} }: Scenario): ThreadProgram<ErrorText> {
  const isProcess = mode === "processes";
  const startTime = (isProcess ? machine.process_start_ms : machine.thread_start_ms) ?? 0;
  const allEnded = new Condition(run.clock);
  let alive = run.tasks.length;
  const onEnd = () => {
    alive -= 1;
    if (alive === 0) allEnded.notifyAll();
  };
  for (const task of run.tasks) {
    yield* run.makeThread(startTime, task);
    run.recordAt(run.time, "task_created", task.id);
    run.clock.start(runTask(run, task, run.taskLog(task.id, task.id)), onEnd);
  }
  yield* allEnded.waitFor(() => alive === 0);
  run.recordMain("wait_returned");
  return undefined;
}
