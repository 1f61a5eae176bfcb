import type { EventType } from "../event-types.ts";
import type { TraceModel } from "../model-types.ts";
import type { StepIndex, TaskId, Trace } from "../trace.ts";

/** Counts along a run which requests the server works on, and which stand in its queue. */
export class RequestCounter {
  atServer = 0;
  queued = 0;
  readonly #trace: Trace;
  readonly #isAsync: boolean;
  /** By event: 1 where a request leaves that the server takes up some time. Nothing where it takes up all at once. */
  readonly #queues: Uint8Array | undefined;

  constructor({ trace, scenario }: TraceModel) {
    this.#trace = trace;
    this.#isAsync = scenario.mode === "async";
    if (scenario.server?.workers !== undefined) this.#queues = this.#findTakenUp();
  }

  read(step: StepIndex, type: EventType): void {
    if (this.#queues === undefined) return;
    this.queued += this.#queues[step] as number;
    if (type === "server_start") {
      this.queued -= 1;
      this.atServer += 1;
    }
    if (type === "server_end") this.atServer -= 1;
  }

  /** Which requests reach the server: one whose connection fails never does, nor does one at which the run ends. */
  #findTakenUp(): Uint8Array {
    const trace = this.#trace;
    const takenUp = new Uint8Array(trace.length);
    const sent = new Map<TaskId, StepIndex[]>();
    for (let step = 0; step < trace.length; step++) {
      const task = trace.taskAt(step);
      const type = trace.typeAt(step);
      if (this.#leaves(step, type)) {
        const before = sent.get(task);
        if (before === undefined) sent.set(task, [step]);
        else before.push(step);
      }
      // Nobody waits for two answers at once: the one that failed is the latest.
      if (type === "request_end" && trace.detailAt(step).error !== undefined) sent.get(task)?.pop();
      if (type !== "server_start") continue;
      const first = sent.get(task)?.shift();
      if (first !== undefined) takenUp[first] = 1;
    }
    return takenUp;
  }

  /** Without a loop, or blocking it, a client sends at once; else when the loop next looks at the network. */
  #leaves(step: StepIndex, type: EventType): boolean {
    if (type === "request_sent") return true;
    return type === "request_start" && (!this.#isAsync || this.#trace.detailAt(step).blocking === true);
  }
}
