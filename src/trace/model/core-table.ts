import { upperBound } from "#base/binary-search.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { CoreHold } from "../model-types.ts";
import { NOBODY, type StepIndex, type TaskId, type Trace } from "../trace.ts";
import type { CoreColumns } from "./core-log.ts";

/** Answers who was on a core. */
export class CoreTable {
  /** How many cores there are to tell of; see `TraceModel.coreCount`. */
  readonly count: number;
  readonly #columns: CoreColumns;
  readonly #trace: Trace;

  constructor(columns: CoreColumns, trace: Trace, { machine }: Scenario) {
    this.#columns = columns;
    this.#trace = trace;
    const used = columns.offsets.length - 1;
    const isAsked = machine?.cores !== undefined || (machine?.other_programs?.length ?? 0) > 0;
    this.count = isAsked && used > 0 ? Math.max(used, machine?.cores ?? 0) : 0;
  }

  holdCount(core: number): number {
    return this.#endOf(core) - this.#firstOf(core);
  }

  holdAt(core: number, nth: number): CoreHold {
    if (nth < 0 || nth >= this.holdCount(core)) throw new RangeError(`core ${core} has no hold ${nth}`);
    return this.#holdInRow(core, this.#firstOf(core) + nth);
  }

  holdAtStep(core: number, step: StepIndex): CoreHold | undefined {
    const { from, to } = this.#columns;
    const first = this.#firstOf(core);
    const row = upperBound(from, step, first, this.#endOf(core)) - 1;
    return row >= first && (to[row] as StepIndex) > step ? this.#holdInRow(core, row) : undefined;
  }

  #firstOf(core: number): number {
    return this.#columns.offsets[core - 1] ?? 0;
  }

  #endOf(core: number): number {
    return this.#columns.offsets[core] ?? this.#firstOf(core);
  }

  #holdInRow(core: number, row: number): CoreHold {
    const trace = this.#trace;
    const task = this.#columns.task[row] as TaskId;
    const from = this.#columns.from[row] as StepIndex;
    const to = this.#columns.to[row] as StepIndex;
    const program = task === NOBODY ? trace.detailAt(from).program : undefined;
    const start = trace.timeAt(from);
    const end = to < trace.length ? trace.timeAt(to) : trace.end;
    return { core, task, from, to, start, end, ...(program !== undefined && { program }) };
  }
}
