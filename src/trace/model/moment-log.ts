import type { TraceTime } from "#base/units.ts";
import type { EventType } from "../event-types.ts";
import type { StepIndex } from "../trace.ts";
import { GrowingColumn } from "./growing-column.ts";

export const NO_TURN = -1;

/** What a trace says about the whole run and not about one task. */
export interface MomentColumns {
  /** The moments at which something happens, ascending, each once. */
  readonly instants: Float64Array;
  /** The first event of the loop's life, and of its rest; Infinity when there is none. */
  readonly loopStart: StepIndex;
  readonly loopStop: StepIndex;
  /** Events at which the turn changes. */
  readonly turns: Int32Array;
  /** Events that print a line. */
  readonly prints: Int32Array;
}

/** Writes it down while a trace is read. */
export class MomentLog {
  readonly #instants: TraceTime[] = [];
  readonly #turns = new GrowingColumn();
  readonly #prints = new GrowingColumn();
  #loopStart = Number.POSITIVE_INFINITY;
  #loopStop = Number.POSITIVE_INFINITY;
  #lastTime = Number.NEGATIVE_INFINITY;
  #lastTurn = NO_TURN;

  read(step: StepIndex, type: EventType, time: TraceTime, turn: number): void {
    if (time !== this.#lastTime) {
      this.#instants.push(time);
      this.#lastTime = time;
    }
    if (turn !== NO_TURN && turn !== this.#lastTurn) {
      this.#turns.push(step);
      this.#lastTurn = turn;
    }
    if (type === "print") this.#prints.push(step);
    else if (type === "loop_start") this.#loopStart = step;
    else if (type === "loop_stop") this.#loopStop = step;
  }

  finish(): MomentColumns {
    return {
      instants: new Float64Array(this.#instants),
      loopStart: this.#loopStart,
      loopStop: this.#loopStop,
      turns: this.#turns.values(),
      prints: this.#prints.values(),
    };
  }
}
