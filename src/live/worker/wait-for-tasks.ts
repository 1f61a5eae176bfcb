import { waitOf } from "#scenario/defaults.ts";
import type { EventDetail } from "#trace/event-types.ts";
import type { Coroutine } from "./coroutine.ts";
import type { LoopTask } from "./loop-task.ts";
import { asRaised, type Raised } from "./raised.ts";
import type { WorkerProgram } from "./worker-program.ts";

/** The main program's wait in the scenario's style, told by `wait_returned`. Raises what its style raises. */
export function* waitForTasks(program: WorkerProgram, tasks: readonly LoopTask[]): Coroutine {
  const { style, collect_errors: collects = false } = waitOf(program.scenario);
  const tell = (facts: EventDetail) => program.notebook.mark("wait_returned", "main", facts);
  try {
    switch (style) {
      case "wait":
        yield* waitForAll(tasks);
        return tell(allDone(tasks));
      case "gather":
        yield* gather(tasks, collects);
        return tell({
          results: tasks.map(({ name, error }) => (error ? { error: error.text } : program.resultOf(name))),
        });
      case "in_order":
        yield* takeInOrder(program, tasks, collects);
        return tell({});
      case "as_completed":
        yield* takeAsCompleted(program, tasks, collects);
        return tell({});
      default:
        throw new Error(`${style} is an obstacle`);
    }
  } catch (caught) {
    tell({ error: asRaised(caught).text });
    throw caught;
  }
}

/** What `asyncio.wait` of all tasks returns. */
export function allDone(tasks: readonly LoopTask[]): EventDetail {
  return { done: tasks.map(({ name }) => name), pending: [] };
}

/** Waits until the tasks have ended, however. */
export function* waitForAll(tasks: readonly LoopTask[]): Coroutine {
  yield* gather(tasks, true);
}

/** Waits for all tasks or, unless errors are collected, for the first error, which it raises. */
function* gather(tasks: readonly LoopTask[], collectsErrors: boolean): Coroutine {
  yield {
    suspension: { reason: "wait" },
    begin(wake) {
      let left = tasks.length;
      for (const task of tasks) {
        task.onDone(() => {
          left -= 1;
          if (task.error !== undefined && !collectsErrors) wake(task.error);
          else if (left === 0) wake();
        });
      }
      return () => {};
    },
  };
}

/** `for task in tasks: await task` */
function* takeInOrder(
  program: WorkerProgram,
  tasks: readonly LoopTask[],
  collectsErrors: boolean,
): Coroutine {
  for (const task of tasks) {
    try {
      yield* task.join();
    } catch (caught) {
      if (!collectsErrors || asRaised(caught).kind === "cancelled") throw caught;
    }
    tellResult(program, task);
  }
}

/** `for next in as_completed(tasks): await next`. A cancel is never collected, nor is a TimeoutError. */
function* takeAsCompleted(
  program: WorkerProgram,
  tasks: readonly LoopTask[],
  collectsErrors: boolean,
): Coroutine {
  const ended: LoopTask[] = [];
  let someEnded = () => {};
  for (const task of tasks) {
    task.onDone(() => {
      ended.push(task);
      someEnded();
    });
  }
  for (let taken = 0; taken < tasks.length; taken++) {
    if (ended.length <= taken) {
      yield {
        suspension: { reason: "wait" },
        begin(wake) {
          someEnded = wake;
          return () => {};
        },
      };
    }
    const task = ended[taken] as LoopTask;
    if (task.error !== undefined && !(collectsErrors && isCollected(task.error))) throw task.error;
    tellResult(program, task);
  }
}

const isCollected = ({ kind }: Raised) => kind === "program";

function tellResult(program: WorkerProgram, { name: from, error }: LoopTask): void {
  const outcome = error === undefined ? { result: program.resultOf(from) } : { error: error.text };
  program.notebook.mark("result_received", "main", { from, ...outcome });
}
