import type { Milliseconds } from "#base/units.ts";
import type { Fault } from "#scenario/repairs.ts";
import type { TraceModel } from "../model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import type { Stretch } from "./census.ts";
import type { Finding } from "./finding.ts";

/** What lasted less than this part of the run is not worth a word, and in a measured run it may be nothing at all. */
const LEAST_SHARE = 0.01;
const LEAST: Milliseconds = 1;

/** Adds up the stretches of a run in which a fault shows. */
export class Tally {
  #ms: Milliseconds = 0;
  #count = 0;
  #first: StepIndex | undefined;

  /** `count`: how many it concerned meanwhile; `ms`: for how much of the stretch. */
  add({ step, start, end }: Stretch, count: number, ms: Milliseconds = end - start): void {
    this.#ms += ms;
    this.#count = Math.max(this.#count, count);
    this.#first ??= step;
  }

  /** The finding, or none when nothing worth mentioning was added. `whom` tells on which task it is to be seen. */
  conclude(
    model: TraceModel,
    fault: Fault,
    whom: (step: StepIndex) => TaskId | undefined,
  ): readonly Finding[] {
    const [ms, count, step] = [this.#ms, this.#count, this.#first];
    if (step === undefined || ms < Math.max(LEAST, model.total * LEAST_SHARE)) return [];
    return [{ fault, ms, count, step, task: whom(step) ?? MAIN }];
  }
}
