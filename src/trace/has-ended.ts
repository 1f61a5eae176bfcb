import type { Trace } from "./trace.ts";

/** Whether the run is over: `run_end` is the last event of every complete trace. */
export function hasEnded(trace: Trace): boolean {
  return trace.length > 0 && trace.typeAt(trace.length - 1) === "run_end";
}

/** The error of a run that was ended from outside before it was over. No Python program raises it. */
export const CUT_OFF = "cut_off";

/** Whether the run was ended from outside: what there is of it is no result. */
export function wasCutOff(trace: Trace): boolean {
  return hasEnded(trace) && trace.detailAt(trace.length - 1).error === CUT_OFF;
}
