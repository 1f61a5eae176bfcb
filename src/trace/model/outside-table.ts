import { type TraceTime, traceTime } from "#base/units.ts";
import type { OutsideWork } from "../model-types.ts";
import type { StepIndex, Trace } from "../trace.ts";
import { IntervalIndex } from "./interval-index.ts";
import type { OutsideLog } from "./outside-log.ts";
import { OUTSIDE_KINDS } from "./track-outside.ts";

/** What is under way outside, by position. */
export class OutsideTable {
  readonly #log: OutsideLog;
  readonly #trace: Trace;
  readonly #index: IntervalIndex;

  constructor(log: OutsideLog, trace: Trace) {
    this.#log = log;
    this.#trace = trace;
    this.#index = new IntervalIndex(log.from.values(), log.to.values());
  }

  workAt(step: StepIndex, limit: number): OutsideWork[] {
    return this.#index.openAt(step, limit).map((row) => this.#workInRow(row, step));
  }

  #workInRow(row: number, step: StepIndex): OutsideWork {
    const takenUp = this.#log.work.at(row);
    const isWorking = takenUp >= 0 && takenUp <= step;
    return {
      kind: OUTSIDE_KINDS[this.#log.kind.at(row)] as OutsideWork["kind"],
      task: this.#log.task.at(row),
      start: this.#trace.timeAt(isWorking ? takenUp : this.#log.from.at(row)),
      due: isWorking ? knownTime(this.#log.due[row] as number) : undefined,
      phase: isWorking ? "working" : "queued",
      holdsThread: this.#log.holdsThread.at(row) === 1,
    };
  }
}

const knownTime = (ms: number): TraceTime | undefined => (Number.isNaN(ms) ? undefined : traceTime(ms));
