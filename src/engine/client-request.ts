import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { IoStep, StepDeadline } from "#scenario/scenario.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";
import { NO_DETAIL } from "#trace/recorder-types.ts";
import type { ServerRequest } from "./server.ts";
import type { ErrorText, TaskLog, ThreadRun } from "./thread-run.ts";
import { PARKED } from "./thread-scheduler.ts";

/** A request of a client that blocks its thread, as `requests.get(url, timeout=…)` does; made by that thread. */
export class ClientRequest implements ServerRequest {
  readonly #run: ThreadRun;
  readonly #step: IoStep & StepDeadline;
  readonly #mark: ProgramMark;
  readonly #log: TaskLog;
  readonly #wake: () => void;
  #state: "pending" | "arrived" | "timed_out" = "pending";

  constructor(run: ThreadRun, step: IoStep & StepDeadline, mark: ProgramMark, log: TaskLog) {
    this.#run = run;
    this.#step = step;
    this.#mark = mark;
    this.#log = log;
    this.#wake = run.clock.wakeCurrent;
  }

  /** How long the server works on it, once it begins. */
  get ms(): Milliseconds {
    return this.#step.ms ?? 0;
  }

  /** Sends the request and parks the thread until its answer, its failure or the client's own timeout. */
  send(): typeof PARKED {
    const { ms } = this;
    const { answer, timeout_ms } = this.#step;
    const { clock, details, server } = this.#run;
    this.#log.write("request_start", details.duration(ms), this.#mark);
    // A connection that fails never reaches the server.
    if (answer === "network_error") clock.after(ms, () => this.#become("arrived"));
    else server.submit(this);
    if (timeout_ms !== undefined) clock.after(timeout_ms, () => this.#become("timed_out"), "deadline");
    return PARKED;
  }

  onStart(): void {
    this.#log.writeOutside("server_start", this.#mark);
  }

  /** The server does not know whether the client still waits: it works on to the end. */
  onEnd(): void {
    this.#log.writeOutside("server_end", this.#mark);
    this.#become("arrived");
  }

  /** What the awakened thread makes of it; returns the exception that is raised, if any. */
  end(): ErrorText {
    const { answer = 200, raise_for_status, on_timeout } = this.#step;
    if (this.#state === "timed_out") {
      this.#write("request_end", { aborted: true });
      if (on_timeout !== "continue") return "timeout";
      this.#log.write("timeout_handled", NO_DETAIL, this.#mark);
      return undefined;
    }
    if (answer === "network_error") {
      this.#write("request_end", { error: "network error" });
      return "network error";
    }
    if (answer === 200) this.#log.write("request_end", NO_DETAIL, this.#mark);
    else this.#write("request_end", { status: answer });
    return raise_for_status && answer >= 400 ? `HTTP ${answer}` : undefined;
  }

  #become(state: "arrived" | "timed_out"): void {
    if (this.#state !== "pending") return;
    this.#state = state;
    this.#wake();
  }

  #write(type: EventType, detail: EventDetail): void {
    this.#log.write(type, this.#run.details.of(detail), this.#mark);
  }
}
