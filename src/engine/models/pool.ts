import { chunkSizeOf } from "#scenario/defaults.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceRecorder } from "#trace/recorder-types.ts";
import type { Sharing } from "../machine/processor-of.ts";
import { Piece, PoolLog } from "../pool-log.ts";
import type { RunControl } from "../run-control.ts";
import { type ErrorText, type NumberedTask, ThreadRun } from "../thread-run.ts";
import type { ThreadProgram } from "../thread-scheduler.ts";
import { resultOf, WorkerPool } from "../worker-pool.ts";

/**
 * A fixed number of worker threads. `collect: all` is `multiprocessing.dummy.Pool.map`; `in_order` and `as_done` are
 * `ThreadPoolExecutor.map` and `as_completed`. The caller submits everything before a worker begins; in reality a body
 * that never blocks may end during the submitting, and then chance decides who sees it first.
 */
export function simulatePool(
  scenario: Scenario,
  recorder: TraceRecorder,
  control: RunControl,
  sharing: Sharing,
): void {
  const run = new ThreadRun(scenario, recorder, control, sharing);
  run.execute(mainProgram(run, scenario));
}

/** What the caller does with its pool, and how it comes to know of each task's end. */
interface Caller {
  readonly run: ThreadRun;
  readonly log: PoolLog;
  readonly pool: WorkerPool;
}

function* mainProgram(run: ThreadRun, scenario: Scenario): ThreadProgram<ErrorText> {
  const { workers = 1, collect = "all", machine = {} } = scenario;
  // `multiprocessing.pool.Pool.__init__` makes all its workers before anything is handed over.
  for (let worker = 1; worker <= workers; worker++) yield* run.makeThread(machine.thread_start_ms ?? 0);
  const pieces = cutIntoPieces(run.tasks, chunkSizeOf(scenario));
  for (const [chunk, { tasks }] of pieces.entries()) {
    const detail = collect === "all" ? run.details.of({ chunk }) : undefined;
    for (const { id } of tasks) run.recordAt(run.time, "task_created", id, detail);
  }
  const log = new PoolLog(run, workers);
  const pool = new WorkerPool(run, log, pieces, workers, collect === "as_done");
  const error = yield* COLLECTORS[collect]({ run, log, pool });
  yield* pool.join();
  log.flush();
  return error;
}

function cutIntoPieces(tasks: readonly NumberedTask[], size: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let first = 0; first < tasks.length; first += size) {
    pieces.push(new Piece(tasks.slice(first, first + size)));
  }
  return pieces;
}

const COLLECTORS = { all: collectAll, in_order: collectInOrder, as_done: collectAsDone } as const;

/** `Pool.map`: all results at the end; the first error, but only when every chunk has ended. */
function* collectAll({ run, log, pool }: Caller): ThreadProgram<ErrorText> {
  yield* pool.join();
  const error = pool.outcomes.find((outcome) => outcome.error !== undefined)?.error;
  const detail = error === undefined ? { results: run.tasks.map(resultOf) } : { error };
  log.writeMain("wait_returned", run.details.of(detail));
  return error;
}

/** `Executor.map`: an error is raised when its turn has come; what has not begun by then is cancelled. */
function* collectInOrder({ run, log, pool }: Caller): ThreadProgram<ErrorText> {
  const ended = new Map<NumberedTask, ErrorText>();
  let seen = 0;
  for (const task of run.tasks) {
    yield* pool.waitFor(() => {
      for (; seen < pool.outcomes.length; seen++) {
        const outcome = pool.outcomes[seen];
        if (outcome) ended.set(outcome.task, outcome.error);
      }
      return ended.has(task);
    });
    const error = ended.get(task);
    if (error !== undefined) {
      for (const { tasks } of pool.cancelWaiting()) {
        for (const { id } of tasks) log.writeMain("task_cancelled", undefined, id);
      }
      log.writeMain("wait_returned", run.details.of({ error }));
      return error;
    }
    log.writeMain("result_received", run.details.of({ from: task.spec.name, result: resultOf(task) }));
  }
  log.writeMain("wait_returned");
  return undefined;
}

/** `as_completed`: results and errors as they come; the caller handles each error itself. */
function* collectAsDone({ run, log, pool }: Caller): ThreadProgram<ErrorText> {
  for (let received = 0; received < run.tasks.length; received++) {
    yield* pool.waitFor(() => received < pool.outcomes.length);
    const { task, error } = pool.outcomes[received] as (typeof pool.outcomes)[number];
    const from = task.spec.name;
    const detail = error === undefined ? { from, result: resultOf(task) } : { from, error };
    log.writeMain("result_received", run.details.of(detail));
  }
  log.writeMain("wait_returned");
  return undefined;
}
