import type { CallbackSpec } from "#scenario/scenario.ts";
import { block } from "./block.ts";
import { asRaised, Raised } from "./raised.ts";
import type { WorkerProgram } from "./worker-program.ts";

/** Runs a done-callback of a task that has ended, with that error or well. One that fails stops nobody. */
export function runCallback(
  program: WorkerProgram,
  task: string,
  { name: callback, ms = 0, reads_result, fail }: CallbackSpec,
  error: Raised | undefined,
): void {
  const { notebook } = program;
  notebook.mark("callback_called", task, { callback });
  notebook.flush();
  if (ms > 0) block(ms);
  try {
    if (reads_result) {
      if (error !== undefined) throw error;
      notebook.mark("print", task, { text: `${callback} got ${program.readingOf(task)}` });
    }
    if (fail !== undefined) throw new Raised("program", fail);
    notebook.mark("callback_end", task, { callback });
  } catch (caught) {
    notebook.mark("callback_failed", task, { callback, error: asRaised(caught).text });
  }
}
