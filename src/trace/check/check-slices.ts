import { SLICE_TYPES } from "../event-types.ts";
import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import type { CheckContext } from "./check-context.ts";

/** Where a computing step stands: it waits, or it computes, on a core that may not be known. */
type Slice = "waits" | { readonly core: number | undefined };

/**
 * Rules about who computes when; only where the trace tells of slices. They hold between two moments: at one moment
 * threads may be told of in any order. A step that nobody comes between computes from its `cpu_start` on.
 */
export function checkSlices(context: CheckContext): void {
  const { trace, report } = context;
  if (!tellsOfSlices(context)) return;
  const slices = new Map<TaskId, Slice>();
  /** By core, the other program that it runs. */
  const others = new Map<number, string>();

  function expect(holds: boolean, step: StepIndex, message: string): void {
    if (holds) return;
    const name = trace.names[trace.taskAt(step)] ?? "another program";
    report(step, "slices_alternate", `${name}: ${message}`);
  }

  for (let step = 0; step < trace.length; step++) {
    const task = trace.taskAt(step);
    const slice = slices.get(task);
    const { core, program } = trace.detailAt(step);
    switch (trace.typeAt(step)) {
      case "cpu_start":
        slices.set(task, { core: undefined });
        break;
      case "cpu_end":
        expect(slice !== "waits", step, "ends computing while it waits");
        slices.delete(task);
        break;
      case "slice_wait":
        slices.set(task, "waits");
        break;
      case "slice_start":
        expect(slice === "waits" || (slice !== undefined && slice.core === undefined), step, "goes on twice");
        if (core === undefined) slices.delete(task);
        else slices.set(task, { core });
        break;
      case "slice_end":
        expect(slice !== undefined && slice !== "waits", step, "is taken off and was not on");
        slices.set(task, "waits");
        break;
      case "other_start":
        expect(core !== undefined && program !== undefined, step, "has no name or no core");
        others.set(core ?? 0, program ?? "");
        break;
      case "other_end":
        expect(others.get(core ?? 0) === program, step, "leaves a core that it was not on");
        others.delete(core ?? 0);
        break;
      default:
        break;
    }
    if (step + 1 < trace.length && trace.timeAt(step + 1) > trace.timeAt(step))
      checkMoment(context, step, slices, others);
  }
}

function tellsOfSlices({ trace }: CheckContext): boolean {
  for (let step = 0; step < trace.length; step++) if (SLICE_TYPES.has(trace.typeAt(step))) return true;
  return false;
}

/** At most one on each core, no more cores than there are, and one thread of each interpreter. */
function checkMoment(
  { scenario, mode, trace, report }: CheckContext,
  step: StepIndex,
  slices: ReadonlyMap<TaskId, Slice>,
  others: ReadonlyMap<number, string>,
): void {
  const cores = scenario?.machine?.cores ?? Number.POSITIVE_INFINITY;
  const hasLock = mode !== "processes" && (scenario?.machine?.interpreter_lock ?? true);
  const taken = new Set(others.keys());
  let computing = 0;
  for (const [task, slice] of slices) {
    if (slice === "waits") continue;
    computing += 1;
    const { core } = slice;
    if (core !== undefined && taken.has(core))
      report(step, "one_on_each_core", `${trace.names[task]} is on core ${core} with somebody else`);
    if (core !== undefined) taken.add(core);
    if (core !== undefined && core > cores)
      report(step, "one_on_each_core", `${trace.names[task]} is on core ${core} of ${cores}`);
  }
  if (computing + others.size > cores)
    report(step, "one_on_each_core", `${computing + others.size} compute on ${cores} cores`);
  if (hasLock && computing > 1)
    report(
      step,
      "one_holder_of_interpreter",
      `${computing} threads compute, ${trace.names[MAIN]}'s lock is one`,
    );
}
