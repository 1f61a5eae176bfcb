import { Frame } from "./frame.ts";
import { asRaised, type Raised } from "./raised.ts";
import { runBody } from "./run-body.ts";
import { runCallback } from "./run-callbacks.ts";
import type { WorkerProgram } from "./worker-program.ts";

/**
 * Runs the bodies of these tasks in this worker as in a thread, one after the other: it is blocked wherever they wait.
 * An error drops the rest and is returned.
 */
export function workInThread(program: WorkerProgram, tasks: readonly string[]): Raised | undefined {
  const { mode, collect } = program.scenario;
  for (const task of tasks) {
    const error = runTask(program, task);
    program.notebook.flush();
    // The callbacks of a `concurrent.futures.Future`: at once, on its worker.
    if (mode === "pool" && collect === "as_done") {
      for (const callback of program.specOf(task).callbacks ?? [])
        runCallback(program, task, callback, error);
    }
    if (error !== undefined) return error;
  }
  return undefined;
}

function runTask(program: WorkerProgram, task: string): Raised | undefined {
  const { notebook } = program;
  notebook.mark("task_started", task);
  try {
    if (!runBody(new Frame(program, task, program.specOf(task), 0)).next().done) {
      throw new Error(`${task} waits for an event loop`);
    }
  } catch (caught) {
    const error = asRaised(caught);
    notebook.mark("task_failed", task, { error: error.text });
    return error;
  }
  notebook.mark("task_done", task, { result: program.resultOf(task) });
  return undefined;
}
