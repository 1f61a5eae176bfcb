import { topLevelTasks } from "#scenario/defaults.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";

/** The main program of threads and of a pool, which is this page: it makes the tasks and gets to know their ends. */
export interface MainProgram {
  begin(pieces: readonly (readonly string[])[]): void;
  taskEnded(task: string, error: string | undefined): void;
  /** Every worker is through. Returns the error that ends the program. */
  allEnded(): string | undefined;
}

/** What the main program can do. */
export interface MainActions {
  /** `after`: the tasks of whose end it knows by then. */
  tell(type: EventType, task: string, detail?: EventDetail, after?: readonly string[]): void;
  /** Takes back what no worker has begun; returns the tasks. */
  withdraw(): readonly string[];
}

/** `sync` and `async` have theirs inside their worker. */
export function createMainProgram(scenario: Scenario, actions: MainActions): MainProgram {
  const { mode, collect = "all" } = scenario;
  if (mode === "sync" || mode === "async") {
    return { begin: () => {}, taskEnded: () => {}, allEnded: () => undefined };
  }
  if (mode === "threads") return joinThreads(actions);
  return { all: collectAll, in_order: collectInOrder, as_done: collectAsDone }[collect](scenario, actions);
}

function makeTasks(actions: MainActions, pieces: readonly (readonly string[])[], isMap = false): void {
  for (const [chunk, tasks] of pieces.entries()) {
    for (const task of tasks) actions.tell("task_created", task, isMap ? { chunk } : undefined);
  }
}

/** An error ends its own thread only. */
function joinThreads(actions: MainActions): MainProgram {
  const ended: string[] = [];
  return {
    begin: (pieces) => makeTasks(actions, pieces),
    taskEnded: (task) => ended.push(task),
    allEnded() {
      actions.tell("wait_returned", "main", undefined, ended);
      return undefined;
    },
  };
}

/** `Pool.map`: all results at the end; the first error, but only when every chunk has ended. */
function collectAll(scenario: Scenario, actions: MainActions): MainProgram {
  const ended: string[] = [];
  let firstError: string | undefined;
  return {
    begin: (pieces) => makeTasks(actions, pieces, true),
    taskEnded(task, error) {
      ended.push(task);
      firstError ??= error;
    },
    allEnded() {
      const results = topLevelTasks(scenario).map(resultOf);
      const detail = firstError === undefined ? { results } : { error: firstError };
      actions.tell("wait_returned", "main", detail, ended);
      return firstError;
    },
  };
}

/** `Executor.map`: an error is raised when its turn has come; what has not begun by then is cancelled. */
function collectInOrder(scenario: Scenario, actions: MainActions): MainProgram {
  const awaited = [...topLevelTasks(scenario)];
  const ended = new Map<string, string | undefined>();
  let raised: string | undefined;
  function take(): void {
    for (let next = awaited[0]; next !== undefined && ended.has(next.name); next = awaited[0]) {
      awaited.shift();
      raised = ended.get(next.name);
      if (raised !== undefined) {
        for (const task of actions.withdraw()) actions.tell("task_cancelled", task, undefined, [next.name]);
        actions.tell("wait_returned", "main", { error: raised }, [next.name]);
        return;
      }
      actions.tell("result_received", "main", { from: next.name, result: resultOf(next) }, [next.name]);
    }
    if (awaited.length === 0) actions.tell("wait_returned", "main");
  }
  return {
    begin: (pieces) => makeTasks(actions, pieces),
    taskEnded(task, error) {
      ended.set(task, error);
      if (raised === undefined) take();
    },
    allEnded: () => raised,
  };
}

/** `as_completed`: results and errors as they come; the caller handles each error itself. */
function collectAsDone(scenario: Scenario, actions: MainActions): MainProgram {
  const results = new Map(topLevelTasks(scenario).map((task) => [task.name, resultOf(task)]));
  let left = results.size;
  return {
    begin: (pieces) => makeTasks(actions, pieces),
    taskEnded(from, error) {
      const outcome = error === undefined ? { result: results.get(from) ?? "" } : { error };
      actions.tell("result_received", "main", { from, ...outcome }, [from]);
      left -= 1;
      if (left === 0) actions.tell("wait_returned", "main");
    },
    allEnded: () => undefined,
  };
}

const resultOf = ({ name, result }: { name: string; result?: string }) => result ?? `result of ${name}`;
