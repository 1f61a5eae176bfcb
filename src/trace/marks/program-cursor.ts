import { CLEANUP, NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Step, TaskSpec } from "#scenario/scenario.ts";

/** How far a body has got in its program, as told by what it does. Steps that leave no event are passed over. */
export class ProgramCursor {
  readonly name: string;
  hasBegun = false;
  /** An exception is on its way out: of the steps, only those of the cleanup can follow. */
  isInterrupted = false;
  readonly #program: readonly Step[];
  readonly #cleanupFrom: number;
  #position = -1;
  #raisedAt: ProgramMark | undefined;

  constructor(spec: TaskSpec) {
    this.name = spec.name;
    this.#program = [...spec.steps, ...(spec.cleanup ?? [])];
    this.#cleanupFrom = spec.steps.length;
  }

  get mark(): ProgramMark {
    if (this.#position < 0) return NO_MARK;
    const inCleanup = this.#position - this.#cleanupFrom;
    return inCleanup < 0 ? this.#position : CLEANUP + inCleanup;
  }

  /** Where the exception was raised, or thrown in, from which it has gone on to its cleanup. */
  get raisedAt(): ProgramMark | undefined {
    return this.#raisedAt;
  }

  get current(): Step | undefined {
    return this.#program[this.#position];
  }

  /** Goes on to the next step that matches, if there is one. */
  goTo(matches: (step: Step) => boolean): boolean {
    let position = this.#position + 1;
    let raisedAt = this.#raisedAt;
    if (this.isInterrupted && position <= this.#cleanupFrom) {
      raisedAt = this.mark;
      position = this.#cleanupFrom;
    }
    for (; position < this.#program.length; position++) {
      const step = this.#program[position] as Step;
      if (matches(step)) {
        this.#position = position;
        this.#raisedAt = raisedAt;
        return true;
      }
      // Nothing but the cleanup comes after a step that raises.
      if (step.kind === "fail" && position < this.#cleanupFrom) {
        raisedAt = position;
        position = this.#cleanupFrom - 1;
      }
    }
    return false;
  }
}
