import type { TraceModel } from "#trace/model-types.ts";
import { readGolden } from "#trace/read-golden.ts";
import { buildTraceModel } from "#trace/trace-model.ts";

/** For tests: the model of what CPython did with one of the golden scenarios. */
export function goldenModel(name: string): TraceModel {
  const { scenario, trace } = readGolden(name);
  return buildTraceModel(trace, scenario);
}
