import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { TaskId } from "#trace/trace.ts";
import type { EventLog } from "./event-log.ts";
import { Fifo } from "./fifo.ts";
import type { VirtualClock } from "./virtual-clock.ts";

interface Job {
  readonly task: TaskId;
  readonly mark: ProgramMark;
  readonly duration: Milliseconds;
  readonly onEnd: () => void;
}

/** Workers apart from the program (a server, helper threads): first come first served, never interrupted. */
export class ServiceStation {
  private readonly clock: VirtualClock;
  private readonly log: EventLog;
  private readonly kind: "server" | "offload";
  private freeWorkers: number;
  private readonly queue = new Fifo<Job>();

  /** `workers` may be Infinity. `kind` says which events tell of its work. */
  constructor(clock: VirtualClock, log: EventLog, kind: "server" | "offload", workers: number) {
    this.clock = clock;
    this.log = log;
    this.kind = kind;
    this.freeWorkers = workers;
  }

  submit(task: TaskId, mark: ProgramMark, duration: Milliseconds, onEnd: () => void): void {
    this.queue.push({ task, mark, duration, onEnd });
    this.startWaiting();
  }

  private startWaiting(): void {
    while (this.freeWorkers > 0) {
      const job = this.queue.shift();
      if (job === undefined) return;
      this.freeWorkers--;
      this.log.recordOutside(this.kind === "server" ? "server_start" : "offload_start", job.task, job.mark);
      this.clock.at(this.clock.now + job.duration, () => this.end(job));
    }
  }

  private end(job: Job): void {
    this.freeWorkers++;
    this.log.recordOutside(this.kind === "server" ? "server_end" : "offload_end", job.task, job.mark);
    job.onEnd();
    this.startWaiting();
  }
}
