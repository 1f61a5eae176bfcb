import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { EventType } from "#trace/event-types.ts";
import type { DetailId } from "#trace/recorder-types.ts";
import { MAIN, NOBODY, type TaskId } from "#trace/trace.ts";
import type { NumberedTask, TaskLog, ThreadRun } from "./thread-run.ts";
import { TimeQueue } from "./time-queue.ts";

interface Entry {
  readonly type: EventType;
  readonly task: TaskId;
  readonly onWorker: boolean;
  readonly detail: DetailId | undefined;
  readonly mark: ProgramMark | undefined;
}

/** What one worker takes at a time: a task, or a chunk of tasks that travel together. */
export class Piece {
  readonly tasks: readonly NumberedTask[];
  /** Number of the worker, from 1; 0 until it is known. */
  worker = 0;
  isOver = false;
  /** What has happened to it while its worker was not known. */
  readonly entries: Entry[] = [];

  constructor(tasks: readonly NumberedTask[]) {
    this.tasks = tasks;
  }
}

/**
 * Names the workers of a pool and writes their record. Which idle worker gets a piece is chance in reality and changes
 * no time, so names are given by a rule: the worker free longest takes the next piece, ties to the lowest number. Who
 * is free shows only when a moment is complete. Therefore the events of a moment are kept until time moves on, then
 * written so that a worker ends one piece before it begins the next: first what befell the pieces under way, then the
 * new pieces in the order in which they were taken, then what the main program made of it.
 */
export class PoolLog {
  readonly #run: ThreadRun;
  readonly #idle = new TimeQueue<number>();
  #time: Milliseconds = 0;
  #underWay: { readonly piece: Piece; readonly entry: Entry }[] = [];
  #ended: Piece[] = [];
  #taken: Piece[] = [];
  #main: Entry[] = [];
  #others: Entry[] = [];

  constructor(run: ThreadRun, workers: number) {
    this.#run = run;
    run.writeOther = (type, detail) => {
      this.#keepUp();
      this.#others.push({ type, task: NOBODY, onWorker: false, detail, mark: undefined });
    };
    for (let worker = 1; worker <= workers; worker++) this.#release(worker);
  }

  taskLog(task: TaskId, piece: Piece): TaskLog {
    return {
      task,
      write: (type, detail, mark) => this.#write(piece, { type, task, onWorker: true, detail, mark }),
      writeOutside: (type, mark) =>
        this.#write(piece, { type, task, onWorker: false, detail: undefined, mark }),
    };
  }

  /** Some worker takes the piece. */
  take(piece: Piece): void {
    this.#keepUp();
    this.#taken.push(piece);
  }

  /** The piece is over and its worker free. */
  end(piece: Piece): void {
    this.#keepUp();
    piece.isOver = true;
    if (piece.worker > 0) this.#ended.push(piece);
  }

  /** Something that the main program does or learns, about itself or about a task. */
  writeMain(type: EventType, detail?: DetailId, task: TaskId = MAIN): void {
    this.#keepUp();
    this.#main.push({ type, task, onWorker: false, detail, mark: undefined });
  }

  /** Writes what is still kept. */
  flush(): void {
    // Another program leaves a core before one of ours can have it, and the other way round.
    for (const entry of this.#others) if (entry.type === "other_end") this.#record(entry, 0);
    for (const { piece, entry } of this.#underWay) this.#record(entry, piece.worker);
    for (const { worker } of this.#ended) this.#release(worker);
    for (const piece of this.#taken) {
      piece.worker = this.#idle.pop();
      for (const entry of piece.entries) this.#record(entry, piece.worker);
      if (piece.isOver) this.#release(piece.worker);
    }
    for (const entry of this.#others) if (entry.type === "other_start") this.#record(entry, 0);
    for (const entry of this.#main) this.#record(entry, 0);
    this.#others = [];
    this.#underWay = [];
    this.#ended = [];
    this.#taken = [];
    this.#main = [];
  }

  #write(piece: Piece, entry: Entry): void {
    this.#keepUp();
    if (piece.worker > 0) this.#underWay.push({ piece, entry });
    else piece.entries.push(entry);
  }

  #keepUp(): void {
    const time = this.#run.time;
    if (time === this.#time) return;
    this.flush();
    this.#time = time;
  }

  #release(worker: number): void {
    this.#idle.push(this.#time, worker, worker);
  }

  #record({ type, task, onWorker, detail, mark }: Entry, worker: number): void {
    this.#run.recordAt(this.#time, type, task, detail, mark, onWorker ? worker : 0);
  }
}
