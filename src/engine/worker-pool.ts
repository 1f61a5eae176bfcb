import { CALLBACK } from "#scenario/program-mark.ts";
import type { Piece, PoolLog } from "./pool-log.ts";
import { runTask } from "./task-body.ts";
import type { ErrorText, NumberedTask, TaskLog, ThreadRun } from "./thread-run.ts";
import { Condition, type ThreadProgram } from "./thread-scheduler.ts";

/** A task that has ended, well or not. */
export interface Outcome {
  readonly task: NumberedTask;
  readonly error: ErrorText;
}

/** What a task's body returns. */
export function resultOf({ spec }: NumberedTask): string {
  return spec.result ?? `result of ${spec.name}`;
}

/** A fixed number of worker threads that take pieces of work from one queue until it is empty. */
export class WorkerPool {
  /** Tasks that have ended so far, in that order. Their callbacks may still run. */
  readonly outcomes: Outcome[] = [];
  readonly #run: ThreadRun;
  readonly #log: PoolLog;
  readonly #pieces: readonly Piece[];
  readonly #withCallbacks: boolean;
  readonly #changed: Condition;
  #taken = 0;
  /** Pieces from here on will not be taken. */
  #until: number;
  #alive: number;

  constructor(
    run: ThreadRun,
    log: PoolLog,
    pieces: readonly Piece[],
    workers: number,
    withCallbacks: boolean,
  ) {
    this.#run = run;
    this.#log = log;
    this.#pieces = pieces;
    this.#changed = new Condition(run.clock);
    this.#withCallbacks = withCallbacks;
    this.#until = pieces.length;
    this.#alive = Math.min(workers, pieces.length);
    for (let worker = 0; worker < this.#alive; worker++) run.clock.start(this.#work());
  }

  /** Parks the calling thread until `holds()`; asked again whenever a task or a worker has ended. */
  waitFor(holds: () => boolean): ThreadProgram {
    return this.#changed.waitFor(holds);
  }

  /** Parks the calling thread until all workers have ended: the queue is empty and everything taken is over. */
  join(): ThreadProgram {
    return this.waitFor(() => this.#alive === 0);
  }

  /** Withdraws the pieces that no worker has taken yet, and returns them. */
  cancelWaiting(): readonly Piece[] {
    const cancelled = this.#pieces.slice(this.#taken, this.#until);
    this.#until = this.#taken;
    return cancelled;
  }

  *#work(): ThreadProgram {
    while (this.#taken < this.#until) {
      const piece = this.#pieces[this.#taken++] as Piece;
      this.#log.take(piece);
      yield* this.#runPiece(piece);
      this.#log.end(piece);
    }
    this.#alive -= 1;
    this.#changed.notifyAll();
  }

  /** An error drops the rest of the piece (`multiprocessing.pool.mapstar` raises in the middle of its list). */
  *#runPiece(piece: Piece): ThreadProgram {
    for (const task of piece.tasks) {
      const log = this.#log.taskLog(task.id, piece);
      const error = (yield* runTask(this.#run, task, log))?.error;
      this.outcomes.push({ task, error });
      this.#changed.notifyAll();
      if (this.#withCallbacks) yield* runCallbacks(this.#run, task, error, log);
      if (error !== undefined) return;
    }
  }
}

/**
 * The callbacks of a `concurrent.futures.Future`: at once, on the worker, in order of registration. One that raises is
 * logged by the future and stops nobody.
 */
function* runCallbacks(run: ThreadRun, task: NumberedTask, error: ErrorText, log: TaskLog): ThreadProgram {
  const { clock, details } = run;
  for (const [index, { name, ms = 0, reads_result, fail }] of (task.spec.callbacks ?? []).entries()) {
    const mark = CALLBACK + index;
    const callback = details.of({ callback: name });
    log.write("callback_called", callback, mark);
    if (ms > 0) yield clock.sleep(ms);
    const readError = reads_result ? error : undefined;
    if (reads_result && error === undefined) {
      log.write("print", details.of({ text: `${name} got ${resultOf(task)}` }), mark);
    }
    const raised = readError ?? (fail || undefined);
    if (raised === undefined) log.write("callback_end", callback, mark);
    else log.write("callback_failed", details.of({ callback: name, error: raised }), mark);
  }
}
