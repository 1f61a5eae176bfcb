import type { Milliseconds, WallTime } from "#base/units.ts";
import type { Order, Report } from "./protocol.ts";

/** A worker as the page holds it. */
export interface WorkerPort {
  send(order: Order): void;
  terminate(): void;
}

/** Makes a worker that reports to `hear`. A browser that cannot load or run its script makes it report `broke`. */
export type Hire = (hear: (report: Report) => void) => WorkerPort;

/** A worker that is there. */
export interface CrewMember {
  /** From asking for it to its first word. */
  readonly startup: Milliseconds;
  /** Whether it has been in a run before. */
  readonly reused: boolean;
  /** From now on its reports go here. */
  listen(hear: (report: Report) => void): void;
  send(order: Order): void;
}

interface Worker {
  readonly port: WorkerPort;
  startup: Milliseconds;
  isUsed: boolean;
  hear: (report: Report) => void;
}

/** The workers of a session: made when they are needed, kept for the next run, all ended at once. */
export class Crew {
  readonly #hire: Hire;
  readonly #now: () => WallTime;
  readonly #workers: Worker[] = [];

  constructor(hire: Hire, now: () => WallTime) {
    this.#hire = hire;
    this.#now = now;
  }

  get size(): number {
    return this.#workers.length;
  }

  /**
   * Gets that many workers, those that are there first. Rejects with an Error when one breaks on its way; the promise
   * of a crew that is dismissed meanwhile stays open.
   */
  async gather(count: number): Promise<readonly CrewMember[]> {
    const missing = Math.max(0, count - this.#workers.length);
    await Promise.all(Array.from({ length: missing }, () => this.#add()));
    return this.#workers.slice(0, count).map((worker) => {
      const reused = worker.isUsed;
      worker.isUsed = true;
      return {
        startup: worker.startup,
        reused,
        listen: (hear) => {
          worker.hear = hear;
        },
        send: (order) => worker.port.send(order),
      };
    });
  }

  /** Ends every worker at once, also one that is blocked (HTML, § 10.2.6.3, `terminate`). */
  dismiss(): void {
    for (const { port } of this.#workers.splice(0)) port.terminate();
  }

  #add(): Promise<void> {
    const askedAt = this.#now();
    return new Promise((resolve, reject) => {
      const port = this.#hire((report) => worker.hear(report));
      const worker: Worker = {
        port,
        startup: 0,
        isUsed: false,
        hear: (report) => {
          if (report.kind === "broke") reject(new Error(report.message));
          if (report.kind !== "ready") return;
          worker.startup = this.#now() - askedAt;
          resolve();
        },
      };
      this.#workers.push(worker);
    });
  }
}
